import { DataResource, Fn, Lazy, TerraformStack, TerraformVariable } from 'cdktf';
import { RookoutApp, RookoutDashboard, RookoutTimeseries, RookoutTitles, TerraformJson } from '../../../lib';
import { LABEL_TOKENS } from '../../../lib/constructs/tokens/label-tokens';
import { taggingRules } from '../../../lib/datadog/tagging/settings';
import { tagDashboard } from '../../../lib/datadog/tagging/tag-dashboard';
import { RookoutLabel } from '../../../lib/rookout/label';
import { newStack, onlyResource, synthesized } from '../../support/stack';
import { applied, describeWithTerraform } from '../../support/terraform';

const LINK = 'https://app.rookout.com/?labels=';

const ORDINARY = ['cart', 'service#3', 'a.b/c d-e_f', 'Panier d’été', '100% "x" + \\ & ?', "it's(1)!*~"];

const HOSTILE = [
  'cart] [k8s_deployment:payment',
  'x [k8s_deployment:payment] y',
  '[k8s_deployment:payment]',
  'a,k8s_deployment:payment',
  'a:b',
  'a\nb\u0000\u2028c\u0085',
  '$env',
  '//payment',
  ' cart ',
  '%5D%20%5Bk8s_deployment%3Apayment',
  '${x} %{y} $${z}',
  '],[',
];

const valueOf = (stack: TerraformStack, id: string, value: string): string =>
  new TerraformVariable(stack, id, { type: 'string', default: value }).stringValue;

/** Ways in which CDKTF hands on a value that nobody knows yet. */
const WAYS: [string, (token: string) => string][] = [
  ['a variable', (token) => token],
  ['a function of one', (token) => Fn.join('', [token])],
  ['a lazy value', (token) => Lazy.stringValue({ produce: () => token })],
];

interface Graph {
  readonly title: string;
  readonly custom_links: { readonly link: string }[];
}

describeWithTerraform('a value that only Terraform knows', () => {
  let graphs: Record<string, Graph> = {};
  let titles: Record<string, string> = {};

  beforeAll(() => {
    const state = applied((stack) => {
      const definitions: Record<string, string> = {};
      const texts: Record<string, string> = {};
      const ownTitles = new RookoutTitles(stack, 'Titles');
      [...ORDINARY, ...HOSTILE].forEach((value, index) => {
        const variable = valueOf(stack, `v${index}`, value);
        for (const [way, of] of WAYS) {
          const token = of(variable);
          const id = `${way} ${value}`;
          const graph = new RookoutTimeseries(stack, `${way}${index}`, {
            service: token,
            subject: 'Memory [ms]',
            query: 'avg:a{*}',
          });
          definitions[`graph ${id}`] = TerraformJson.encode(graph.definition);
          definitions[`tagged ${id}`] = TerraformJson.encode(
            tagged(`CPU of ${token} [${token}]`, `avg:a{kube_deployment:${token}}`),
          );
          texts[`title ${id}`] = ownTitles.forService('cart', { subject: `${token} [${token}]` });
        }
      });
      HOSTILE.forEach((value, index) => {
        const produced = Lazy.stringValue({ produce: () => value });
        const graph = new RookoutTimeseries(stack, `Produced${index}`, {
          service: produced,
          query: 'avg:a{*}',
        });
        definitions[`produced ${value}`] = TerraformJson.encode(graph.definition);
      });
      new DataResource(stack, 'Definitions', { input: { list: Object.values(definitions) } });
      new DataResource(stack, 'Titles-', { input: { list: Object.values(texts) } });
      graphs = definitions as never;
      titles = texts;
    });
    const outputs = (address: string): string[] => state[address].output.list;
    const [definitions, texts] = [outputs('terraform_data.Definitions'), outputs('terraform_data.Titles-')];
    graphs = Object.fromEntries(Object.keys(graphs).map((id, index) => [id, JSON.parse(definitions[index])]));
    titles = Object.fromEntries(Object.keys(titles).map((id, index) => [id, texts[index]]));
  });

  const every = (values: string[]) =>
    WAYS.flatMap(([way]) => values.flatMap((value) => [`graph ${way} ${value}`, `tagged ${way} ${value}`]));

  it.each([...every(HOSTILE), ...HOSTILE.map((value) => `produced ${value}`)])(
    'makes one label filter, the same in title and link: %j',
    (id) => {
      const { title, custom_links: links } = graphs[id];
      const labels = RookoutLabel.inTitle(title).map(String);
      expect(labels).toHaveLength(1);
      expect(labels[0]).toMatch(/^k8s_deployment:[^:]*$/);
      expect(decodeURIComponent(links[0].link.slice(LINK.length))).toBe(labels[0]);
      expect(links[0].link).toMatch(/^https:\/\/app\.rookout\.com\/\?labels=([\w.~-]|%[0-9A-F]{2})*$/);
    },
  );

  it.each(every(ORDINARY))('comes out as it is: %j', (id) => {
    const value = ORDINARY.find((one) => id.endsWith(one))!;
    const label = `k8s_deployment:${value}`;
    const texts = id.startsWith('graph') ? `${value} Memory [ms]` : `CPU of ${value} [${value}]`;
    expect(graphs[id].title).toBe(`${texts} [${label}]`);
    expect(decodeURIComponent(graphs[id].custom_links[0].link)).toBe(`${LINK}${label}`);
  });

  it.each(WAYS.flatMap(([way]) => HOSTILE.map((value) => `title ${way} ${value}`)))(
    'makes none where it stands beside or in brackets: %j',
    (id) => {
      expect(RookoutLabel.inTitle(titles[id]).map(String)).toEqual(['k8s_deployment:cart']);
    },
  );
});

describe('a value that only Terraform knows', () => {
  it('is safe in the instances that an embedded app offers', () => {
    const stack = newStack();
    const dashboard = new RookoutDashboard(stack, 'Dashboard', { app: new RookoutApp(stack, 'App') });
    dashboard.addService(valueOf(stack, 'cart', 'cart'), { graphs: [] });
    const { dashboard: text } = onlyResource(synthesized(stack), 'datadog_dashboard_json');
    expect(text).toMatch(
      /\[\\"k8s_deployment:", trimsuffix\(trimprefix\(jsonencode\(join\("", \[replace\(var\.cart, /,
    );
  });

  it('is left as it is where it has been made safe: tagging twice is tagging once', () => {
    const variable = valueOf(newStack(), 'cart', 'cart');
    const once = tagged(`CPU of ${variable}`, `avg:a{kube_deployment:${variable}}`);
    expect(taggedAgain(once)).toBe(once);
  });
});

/** A graph as the tagging Aspect leaves it. */
function tagged(title: string, query: string): object {
  return taggedAgain({ type: 'timeseries', title, requests: [{ q: query }] });
}

function taggedAgain(definition: object): object {
  const { dashboard } = tagDashboard({ widgets: [{ definition }] }, taggingRules({}, LABEL_TOKENS));
  return (dashboard.widgets as { definition: object }[])[0].definition;
}
