import { TerraformStack, TerraformVariable } from 'cdktf';
import fc from 'fast-check';
import { RookoutApp, RookoutDashboard, RookoutLabel } from '../../lib';
import { asciiJson } from '../../lib/json/ascii';
import { labelValue } from '../rookout/arbitraries';
import { Json } from '../support/datadog-api';
import { hostileText } from '../terraform/arbitraries';
import { Known, sampled, textWith } from '../terraform/known-values';
import { describeWithProvider } from './support/describe-with-provider';
import { held } from './support/held';
import { Workspace } from './support/workspace';

const DASHBOARDS = 60;
const APPS = 40;
const LINK = 'https://app.rookout.com/?labels=';

type KnownText = Known<string>;

/** What a dashboard is told to say, by the place where it says it. */
interface Texts<T = string> {
  readonly title: T;
  readonly description: T;
  readonly team: T;
  readonly prefix: T;
  readonly choice: T;
  readonly chosen: T;
  readonly service: T;
  readonly section: T;
  readonly subject: T;
  readonly query: T;
  readonly alias: T;
  readonly note: T;
}

const known = (text: string): KnownText => ({ given: text, expected: text });

/**
 * Terraform brings strings to composed form, also JSON text: what `jsonencode` gives, and an app as it is read back.
 * An escape at whose end a letter stands (`\n`, `\u003c` for `<`) is broken by a mark behind it.
 */
const BREAKS_JSON = /[\p{Cc}<>]\p{M}/u;

/** From left to right, right to left, and with the signs that switch. */
const directions = fc.constantFrom(
  'שירות العربة',
  'cart \u202eservice\u202c',
  '\u200fעגלה\u200e (1)',
  '\u2067أ\u2069',
);
const text = fc.oneof({ weight: 9, arbitrary: hostileText }, { weight: 1, arbitrary: directions });

/** Terraform keeps the values of variables in composed form; what composes with what stands before it would be one. */
const variableText = text.filter(
  (value) =>
    !value.includes('\0') &&
    !BREAKS_JSON.test(value) &&
    !/^[\p{M}\u1160-\u11ff]/u.test(value.normalize('NFC')),
);

/** Far longer than any text that people write. */
const long = (one: fc.Arbitrary<string>) =>
  fc.array(one, { minLength: 250, maxLength: 250 }).map((texts) => texts.join(' '));

/** Each text is one that is legal where it stands. */
function textsFrom(
  text: fc.Arbitrary<string>,
  service: fc.Arbitrary<KnownText>,
  withTokens: (text: fc.Arbitrary<string>) => fc.Arbitrary<KnownText> = (text) => text.map(known),
  withLabelTokens = withTokens,
) {
  const any = withTokens(text);
  const filled = any.map((one) => mapped(one, (text) => `T${text}`));
  return fc.record<Texts<KnownText>>({
    title: filled,
    description: any,
    team: filled,
    prefix: any,
    choice: any,
    chosen: filled,
    service,
    section: any,
    subject: withLabelTokens(text)
      .map((one) => mapped(one, (text) => `T${text}`))
      .filter(({ expected }) => RookoutLabel.inTitle(expected).length === 0),
    query: withTokens(text.map((one) => one.replace(/["\\]/g, "'"))).map((one) =>
      mapped(one, (text) => `avg:rookout{location:"\\"${text}\\\\"} by {version}`),
    ),
    alias: any,
    note: any,
  });
}

function mapped({ given, expected }: KnownText, change: (text: string) => string): KnownText {
  return { given: change(given), expected: change(expected) };
}

function only(half: keyof Known, texts: Texts<KnownText>): Texts {
  const entries = Object.entries(texts).map(([place, text]: [string, KnownText]) => [place, text[half]]);
  return Object.fromEntries(entries);
}

function declare(stack: TerraformStack, texts: Texts, index: number): RookoutDashboard {
  const { title, description, team, prefix, choice, chosen, query, subject, alias } = texts;
  const dashboard = new RookoutDashboard(stack, `Dashboard${index}`, {
    overview: false,
    title,
    description,
    teams: [team],
    notifyList: [String(index)],
    templateVariables: [{ name: 'a', prefix, availableValues: [choice], defaults: [chosen] }],
  });
  const graph = { subject, queries: [{ query }], formulas: [{ formula: 'query1', alias }] };
  dashboard.addService(texts.service, { title: texts.section, graphs: [graph] });
  dashboard.addWidget({ type: 'note', content: texts.note });
  return dashboard;
}

/** What a dashboard that was told so says. */
function sayingOf({ service, subject, ...others }: Texts): Record<string, string> {
  const label = `k8s_deployment:${service}`;
  return { ...others, graph: `${service} ${subject} [${label}]`, label };
}

/** What a dashboard says. */
function saidBy({ title, description, tags, template_variables, widgets }: Json): Record<string, string> {
  const [{ prefix, available_values, defaults }] = template_variables;
  const [{ definition: section }, { definition: note }] = widgets;
  const [{ definition: graph }] = section.widgets;
  const [{ queries, formulas }] = graph.requests;
  return {
    title,
    description,
    team: tags[0].slice('team:'.length),
    prefix,
    choice: available_values[0],
    chosen: defaults[0],
    section: section.title,
    graph: graph.title,
    label: decodeURIComponent(graph.custom_links[0].link.slice(LINK.length)),
    query: queries[0].query,
    alias: formulas[0].alias,
    note: note.content,
  };
}

/** Texts whose differences can be seen: in ASCII, and a long one in lines. */
function readable(texts: Record<string, string>): Record<string, string[]> {
  const lines = (text: string) => asciiJson(JSON.stringify(text)).match(/.{1,100}/g)!;
  return Object.fromEntries(Object.entries(texts).map(([place, text]) => [place, lines(text)]));
}

/** One service, and no wildcard for several. */
const serviceName = labelValue.filter((value) => !value.includes('*'));

/** What labels in titles and links may hold; of other values tokens change what would make another label. */
const labelText = labelValue.filter(
  (value) => !/^[\p{M}\u1160-\u11ff]|\$/u.test(value) && value === value.normalize('NFC'),
);

function variablesIn(
  stack: TerraformStack,
  { env }: Workspace,
  name: string,
  values: readonly string[],
): KnownText[] {
  return values.map((value, index) => {
    env[`TF_VAR_${name}${index}`] = value;
    const { stringValue } = new TerraformVariable(stack, `${name}${index}`, { type: 'string' });
    return { given: stringValue, expected: value.normalize('NFC') };
  });
}

function textVariablesIn(stack: TerraformStack, workspace: Workspace): KnownText[] {
  const values = [...sampled(variableText, 40), ...sampled(long(variableText), 1)];
  return variablesIn(stack, workspace, 'text', values);
}

describeWithProvider('strings', (version) => {
  let workspace: Workspace;
  beforeEach(async () => (workspace = await Workspace.open(version)));
  afterEach(() => workspace.close());

  it('of dashboards arrive as they are', async () => {
    await arrives(() => {
      const service = serviceName.map(known);
      return [
        ...sampled(textsFrom(text, service), DASHBOARDS),
        ...sampled(textsFrom(long(text.filter((one) => !/[[\]]/.test(one))), service), 1),
      ];
    });
  });

  it('of dashboards arrive with the values of variables in them', async () => {
    await arrives((stack) => {
      const variables = textVariablesIn(stack, workspace);
      const labels = variablesIn(stack, workspace, 'label', sampled(labelText, 40));
      const label = fc.constantFrom(...labels);
      const service = fc
        .tuple(serviceName, label)
        .map(([before, { given, expected }]) => ({ given: before + given, expected: before + expected }));
      const withVariables = (literal: fc.Arbitrary<string>) => textWith(variables, literal);
      const withLabels = (literal: fc.Arbitrary<string>) => textWith(labels, literal);
      return sampled(textsFrom(text, fc.oneof(label, service), withVariables, withLabels), DASHBOARDS);
    });
  });

  /** CDKTF notes a stack trace with every token, and mapping it to TypeScript costs more than all the rest. */
  function synth(fill: (stack: TerraformStack) => void): TerraformStack {
    const spy = jest.spyOn(Error, 'captureStackTrace').mockImplementation();
    try {
      return workspace.synth(fill);
    } finally {
      spy.mockRestore();
    }
  }

  async function arrives(textsIn: (stack: TerraformStack) => Texts<KnownText>[]): Promise<void> {
    let expected: object[] = [];
    let dashboards: RookoutDashboard[] = [];
    const stack = synth((stack) => {
      const all = textsIn(stack);
      expected = all.map((texts) => readable(sayingOf(only('expected', texts))));
      dashboards = all.map((texts, index) => declare(stack, only('given', texts), index));
    });
    await workspace.apply();
    const arrived = workspace.api.dashboards.all().sort((a, b) => a.notify_list[0] - b.notify_list[0]);
    expect(arrived.map(saidBy).map(readable)).toEqual(expected);
    const declared = await workspace.evaluated(
      stack,
      dashboards.map((dashboard) => dashboard.toJson()),
    );
    expect(arrived.map(held)).toEqual(declared);
    expect(await workspace.changes()).toEqual({});
  }

  /** They are attributes of a resource, which Terraform keeps in composed form. */
  it('of apps arrive in composed form', async () => {
    let expected: object = {};
    const legal = ({ expected }: KnownText) => !BREAKS_JSON.test(expected);
    synth((stack) => {
      const variables = textVariablesIn(stack, workspace);
      const some = fc.oneof(text.map(known), textWith(variables, text)).filter(legal);
      const longOne = long(text.filter((one) => !BREAKS_JSON.test(one))).map(known);
      const all = [...sampled(fc.tuple(some, some), APPS), ...sampled(fc.tuple(longOne, longOne), 1)];
      all.forEach(([name, description], index) => {
        const props = { name: `App ${index}: ${name.given}`, description: `It ${description.given}` };
        new RookoutApp(stack, `App${index}`, props);
      });
      expected = inOrder(
        all.map(([name, description], index) => ({
          name: `App ${index}: ${name.expected}`.normalize('NFC'),
          description: `It ${description.expected}`.normalize('NFC'),
        })),
      );
    });
    await workspace.apply();
    const arrived = workspace.api.apps
      .all()
      .map(({ attributes: { name, description } }) => ({ name, description }));
    expect(inOrder(arrived)).toEqual(expected);
    expect(await workspace.changes()).toEqual({});
  });
});

function inOrder(apps: { name: string; description: string }[]): object {
  return Object.fromEntries(apps.map((app) => [/^App (\d+)/.exec(app.name)![1], readable({ ...app })]));
}
