import { JsonObject } from '../../../../lib/json/value';
import { fixed } from '../../../../lib/datadog/tagging/findings/fixed';
import {
  definitionAt,
  findingsIn,
  GRAPH_RULES,
  RULES,
} from '../../../../lib/datadog/tagging/findings/findings';
import { TaggingSettings, taggingRules } from '../../../../lib/datadog/tagging/settings';
import { RunningInstances } from '../../../../lib/rookout/running-instances';
import { frozen, q, timeseries } from '../tagged';

const address = (labels: string) => `https://app.rookout.com/?labels=${encodeURIComponent(labels)}`;
const linked = (labels: string) => ({
  custom_links: [{ label: 'Set metric points', link: address(labels) }],
});

interface Checked {
  readonly settings?: TaggingSettings;
  readonly only?: readonly string[];
  readonly instances?: RunningInstances;
}

/** The result of checking a dashboard with these widgets. */
function checked(definitions: readonly object[], { settings = {}, only, instances }: Checked = {}) {
  const dashboard = frozen({ widgets: definitions.map(timeseries) }) as JsonObject;
  const rules = only && GRAPH_RULES.filter(({ id }) => only.includes(id));
  return { dashboard, ...findingsIn(dashboard, taggingRules(settings), rules, instances) };
}

/** The findings of a graph, as rule and message. */
function found(definition: object, more: Checked = {}): string[] {
  return checked([definition], more).findings.map(({ rule, message }) => `${rule.id}: ${message}`);
}

/** Why a graph can't be checked. */
function hindered(definition: object, more: Checked = {}): string[] {
  return checked([definition], more).unchecked.map(({ reason }) => reason);
}

describe('the rules', () => {
  it('have texts and levels that users know', () => {
    const told = RULES.map(({ id, level, needsInstances = false }) => ({ id, level, needsInstances }));
    expect(told).toEqual([
      { id: 'missing-filter', level: 'warning', needsInstances: false },
      { id: 'malformed-filter', level: 'error', needsInstances: false },
      { id: 'title-disagrees', level: 'error', needsInstances: false },
      { id: 'link-disagrees', level: 'warning', needsInstances: false },
      { id: 'no-such-instance', level: 'error', needsInstances: true },
      { id: 'unreadable-query', level: 'warning', needsInstances: false },
      { id: 'label-text', level: 'error', needsInstances: true },
    ]);
    for (const { summary, help } of RULES) {
      expect(summary).toMatch(/^[A-Z].{30,}\.$/);
      expect(help).toMatch(/^[A-Z].{30,}\.$/);
    }
  });
});

describe('missing-filter', () => {
  it('is a graph whose queries name instances, and whose title has no filter', () => {
    expect(found({ title: 'CPU [ms]', ...q('avg:a{service:cart,env:prod}') })).toEqual([
      'missing-filter: "CPU [ms]" shows service:cart, env:prod, but its title has no label filter. ' +
        'Change it to "CPU [ms] [service:cart] [env:prod]"',
    ]);
  });

  it('does not show text in brackets whose key is no label key', () => {
    expect(found({ title: 'CPU [owner:me]', ...q('avg:a{service:cart}') })).toEqual([
      expect.stringContaining('"CPU [owner:me]" shows service:cart, but'),
    ]);
  });

  it('calls a graph without title so', () => {
    const untitled = q('avg:a{service:cart}');
    expect(found(untitled, { settings: { titleUntitled: true } })).toEqual([
      'missing-filter: a graph without title shows service:cart, but its title has no label filter. ' +
        'Change it to "[service:cart]"',
    ]);
  });

  it('is fixed by the definition that tagging makes', () => {
    const { dashboard, findings } = checked([
      { title: 'All', ...q('avg:a{*}') },
      { type: 'group', widgets: [timeseries({ title: 'CPU', ...q('avg:a{service:cart}') })] },
      { title: 'CPU', ...q('avg:a{service:pay}') },
    ]);
    expect(findings.map(({ widget }) => widget.path)).toEqual([
      'widgets[1].definition.widgets[0]',
      'widgets[2]',
    ]);
    const [{ widget, fix }] = findings;
    expect(fix).toEqual({
      type: 'timeseries',
      title: 'CPU [service:cart]',
      ...q('avg:a{service:cart}'),
      ...linked('service:cart'),
    });
    const after = fixed(dashboard, [
      { widget: widget.path, fix },
      { widget: 'widgets[2]', fix: undefined },
    ]);
    expect(definitionAt(after, ['widgets', 1, 'definition', 'widgets', 0, 'definition'])).toEqual(fix);
    expect(after).toEqual({
      widgets: [
        (dashboard.widgets as object[])[0],
        { definition: { type: 'group', requests: [], widgets: [{ definition: fix }] } },
        (dashboard.widgets as object[])[2],
      ],
    });
    expect(fixed(dashboard, [{ widget: 'widgets[2]' }])).toBe(dashboard);
  });
});

describe('malformed-filter', () => {
  const broken = { title: 'CPU [service: cart]', ...q('avg:a{service:cart}') };

  it('is text in brackets that looks like a filter, and hides the other findings of its graph', () => {
    const { findings, unchecked } = checked([broken]);
    expect(findings.map(({ rule, message, fix }) => [rule.id, message, fix])).toEqual([
      [
        'malformed-filter',
        expect.stringMatching(
          /^"\[service: cart\]" in the title "CPU \[service: cart\]" is not a label filter: .*white space/,
        ),
        undefined,
      ],
    ]);
    expect(unchecked).toEqual([]);
  });

  it('hides also that the queries can not be read', () => {
    const unreadable = { title: 'CPU [service: cart]', ...q('avg:a{') };
    expect(found(unreadable)).toHaveLength(1);
    expect(hindered(unreadable)).toEqual([]);
    expect(hindered(unreadable, { only: ['missing-filter'] })).toHaveLength(1);
  });

  it('hides nothing where it is not checked, or beside a filter', () => {
    expect(found(broken, { only: ['missing-filter'] })).toEqual([
      expect.stringMatching(/^missing-filter: .*Change it to "CPU \[service: cart\] \[service:cart\]"$/),
    ]);
    expect(found({ title: 'A [env: x] [service:cart]', ...q('avg:a{service:cart}') })).toEqual([
      expect.stringMatching(/^malformed-filter: "\[env: x\]" in the title /),
      expect.stringMatching(/^link-disagrees: /),
    ]);
  });

  it('is no other text in brackets', () => {
    expect(found({ title: 'CPU [ms] [p95]', ...q('avg:a{*}') })).toEqual([]);
  });
});

describe('title-disagrees', () => {
  it('is a title that names what the queries do not show, and hides what its link opens', () => {
    const copied = { title: 'A [service:cart]', ...q('avg:a{service:pay}'), ...linked('service:old') };
    expect(found(copied)).toEqual([
      'title-disagrees: "A [service:cart]" names service:cart, but its queries show service:pay. ' +
        'Correct one of the two',
    ]);
  });
});

describe('link-disagrees', () => {
  const titled = { title: 'A [service:cart]', ...q('avg:a{service:cart}') };
  const message = (text: string) => [`link-disagrees: ${text}`];

  it('is a link that is missing, or opens something else', () => {
    expect(found({ ...titled, ...linked('service:cart') })).toEqual([]);
    expect(found(titled)).toEqual(
      message(
        `"A [service:cart]" has no link "Set metric points". Add one that opens ${address('service:cart')}`,
      ),
    );
    expect(found({ ...titled, ...linked('service:pay') })).toEqual(
      message(
        `the link "Set metric points" of "A [service:cart]" opens ${address('service:pay')} instead of ` +
          address('service:cart'),
      ),
    );
  });

  it('is called by its label', () => {
    expect(found(titled, { settings: { linkLabel: 'Debug' } })).toEqual([
      expect.stringContaining('"A [service:cart]" has no link "Debug". Add one'),
    ]);
  });

  it('is fixed by the link that tagging makes', () => {
    const [{ fix }] = checked([titled]).findings;
    expect(fix).toMatchObject({ title: titled.title, ...linked('service:cart') });
  });

  it('is a link of a graph that names no instances', () => {
    const bare = { ...q('avg:a{*}'), ...linked('service:cart') };
    expect(found({ title: 'A', ...bare })).toEqual(
      message(
        `the link "Set metric points" of "A" opens ${address('service:cart')}, but neither its title nor its ` +
          'queries name instances. Put label filters in the title, or remove the link',
      ),
    );
    expect(found({ title: 'A', ...q('avg:a{service:c*}'), ...linked('service:cart') })).toEqual([
      expect.stringContaining('but it is not certain which instances the queries show. Put'),
    ]);
    expect(checked([{ title: 'A', ...bare }]).findings[0].fix).toBeUndefined();
    expect(found({ title: 'A', ...q('avg:a{*}') })).toEqual([]);
  });

  it('is each further link that is missing, opens something else, or can not be made', () => {
    const settings = {
      links: [
        { label: 'Logs', template: 'https://logs.example/?q={search}' },
        { label: 'Traces', template: 'https://traces.example/?q={search}' },
        { label: 'Deployment', template: 'https://deploy.example/{env}' },
      ],
    };
    const first = linked('service:cart').custom_links;
    const wanted = (name: string) => `https://${name}.example/?q=service%3Acart`;
    const deployment = { label: 'Deployment', link: 'https://deploy.example/prod' };
    const logs = { label: 'Logs', link: 'https://logs.example/?q=old' };
    const graph = { ...titled, custom_links: [deployment, ...first, logs] };
    expect(found(graph, { settings })).toEqual([
      `link-disagrees: the link "Logs" of "A [service:cart]" opens ${logs.link} instead of ${wanted('logs')}`,
      `link-disagrees: "A [service:cart]" has no link "Traces". Add one that opens ${wanted('traces')}`,
      expect.stringMatching(
        /^link-disagrees: the link "Deployment" of "A \[service:cart\]" opens https:\/\/deploy\.example\/prod, but it gets no link: .*\{env\}/,
      ),
    ]);
    const right = ['logs', 'traces'].map((name, at) => ({
      label: settings.links[at].label,
      link: wanted(name),
    }));
    expect(found({ ...titled, custom_links: [...right, ...first] }, { settings })).toEqual([]);
    expect(found({ title: 'A', ...q('avg:a{*}'), custom_links: [logs] }, { settings })).toEqual(
      message(
        `the link "Logs" of "A" opens ${logs.link}, but neither its title nor its queries name instances. ` +
          'Put label filters in the title, or remove the link',
      ),
    );
  });

  it('is no graph whose title is wrong as well, or can not be read', () => {
    expect(found({ title: 'A', ...q('avg:a{service:cart}') }, { only: ['link-disagrees'] })).toEqual([]);
    const unreadable = { title: 'A', ...q('avg:a{'), ...linked('service:cart') };
    expect(found(unreadable, { only: ['link-disagrees'] })).toEqual([]);
  });

  it('is no value that Terraform fills in', () => {
    const by = (link: string) => ({ ...titled, custom_links: [{ label: 'Set metric points', link }] });
    expect(found(by('${var.link}'))).toEqual([]);
    expect(found(by('terraform_value_1'))).toEqual([]);
    expect(found(by('https://x.example.com/terraform_value_1'))).toHaveLength(1);
    const variable = { title: 'A [service:terraform_value_1]', ...q('avg:a{*}') };
    expect(found({ ...variable, ...linked('service:terraform_value_2') })).toEqual([]);
    expect(found({ ...variable, ...linked('service:terraform_value_2,env:x') })).toEqual([
      expect.stringContaining('the link "Set metric points" of "A [service:${…}]" opens '),
    ]);
  });
});

describe('no-such-instance', () => {
  const instance = (labels: Record<string, string>) => ({
    name: 'one',
    labels: new Map(Object.entries(labels)),
    unknown: new Set<string>(),
    open: false,
  });
  const instances = new RunningInstances([
    instance({ service: 'cart', env: 'prod' }),
    instance({ service: 'pay', env: 'qa' }),
  ]);
  const graph = (title: string, query: string, labels: string) => ({
    title,
    ...q(query),
    ...linked(labels),
  });

  it('is a filter that no instance has, in title and link', () => {
    expect(found(graph('A [service:carts]', 'avg:a{service:carts}', 'service:carts'), { instances })).toEqual(
      [
        'no-such-instance: the title and the link of "A [service:carts]": no instance has service:carts. ' +
          'Values of service: cart, pay',
      ],
    );
  });

  it('names title and link apart where they differ', () => {
    const only = ['no-such-instance'];
    expect(found(graph('A [service:carts]', 'avg:a{*}', 'service:cart'), { instances, only })).toEqual([
      'no-such-instance: the title of "A [service:carts]": no instance has service:carts. ' +
        'Values of service: cart, pay',
    ]);
    expect(found(graph('A [service:cart]', 'avg:a{*}', 'zone:x'), { instances, only })).toEqual([
      'no-such-instance: the link of "A [service:cart]": no instance has a label zone. ' +
        'Set it in ROOKOUT_LABELS, or use another label',
    ]);
  });

  it('takes filters in another order for the same', () => {
    const only = ['no-such-instance'];
    const apart = graph('A [service:cart] [env:qa]', 'avg:a{*}', 'env:qa,service:cart');
    expect(found(apart, { instances, only })).toEqual([
      'no-such-instance: the title and the link of "A [service:cart] [env:qa]": ' +
        'no instance has service:cart and env:qa. With service:cart it has env:prod',
    ]);
  });

  it('is nothing that an instance has, or where nothing is known of them', () => {
    expect(found(graph('A [service:pay]', 'avg:a{*}', 'service:pay'), { instances })).toEqual([]);
    expect(found(graph('A [service:carts]', 'avg:a{*}', 'service:carts'))).toEqual([]);
  });
});

describe('unreadable-query', () => {
  it("is a query that breaks Datadog's syntax, if the title has no filter", () => {
    expect(found({ title: 'A', ...q('avg:a{') })).toEqual([
      'unreadable-query: a query of "A" can not be read: A brace is not closed, at character 6 of "avg:a{"',
    ]);
    expect(found({ title: 'A', ...q('avg:a{*}') })).toEqual([]);
    expect(found({ title: 'A [service:cart]', ...q('avg:a{') })).toEqual([
      expect.stringMatching(/^link-disagrees: /),
    ]);
  });

  it('is not one of which too little is known', () => {
    const unknown = { title: 'A', requests: [{ queries: [{ name: 'a', data_source: 'traces' }] }] };
    expect(found(unknown)).toEqual([]);
    expect(hindered(unknown)).toEqual(['What a query of "traces" shows of instances can\'t be told']);
    expect(found({ title: 'A', ...q('%{if x}avg:a{*}') })).toEqual([]);
  });
});

describe('a graph that can not be checked', () => {
  it('is one whose queries can not be read, if no rule finds that', () => {
    const hinderedBy = (definition: object) => hindered(definition, { only: ['missing-filter'] });
    expect(hinderedBy({ title: 'A', ...q('avg:a{') })).toEqual([expect.stringContaining('"avg:a{"')]);
    expect(hinderedBy({ title: 'A', ...q('avg:a{*}') })).toEqual([]);
    expect(hinderedBy({ title: 'A [service:cart]', ...q('avg:a{') })).toEqual([]);
  });

  it('is one whose title only Terraform knows', () => {
    const later = { title: 'terraform_value_1', ...q('avg:a{service:cart}') };
    expect(hindered(later)).toEqual(['its title holds a value that only Terraform knows']);
    expect(found(later)).toEqual([]);
    expect(hindered({ ...later, title: 'terraform_value_1 [service:cart]' })).toEqual([]);
  });

  it('has no findings that hide those of the next', () => {
    const { findings, unchecked } = checked([
      { title: 'A', requests: [{ queries: [{ name: 'a', data_source: 'traces' }] }] },
      { title: 'Out', ...q('avg:a{service:cart}') },
      { title: 'B', ...q('avg:a{service:cart}') },
    ]);
    expect(unchecked.map(({ widget }) => widget.before)).toEqual(['A']);
    expect(findings.map(({ widget }) => widget.before)).toEqual(['Out', 'B']);
  });
});

describe('a graph that is excluded', () => {
  it('has no findings', () => {
    const { findings, widgets, unknownKeys } = checked(
      [
        { title: 'Out [owner:me]', ...q('avg:a{service:cart}') },
        { title: 'B', ...q('avg:a{service:cart}') },
      ],
      { settings: { excludeTitles: ['Out*'] } },
    );
    expect(widgets.map(({ outcome }) => outcome)).toEqual(['excluded', 'tagged']);
    expect(findings.map(({ widget }) => widget.before)).toEqual(['B']);
    expect(unknownKeys).toEqual([]);
  });
});

describe('text in brackets whose key is no label key', () => {
  it('is told, and no finding', () => {
    const { findings, unknownKeys, widgets } = checked([
      { title: 'A [owner:me] [service:cart]', ...q('avg:a{*}'), ...linked('service:cart') },
    ]);
    expect(findings).toEqual([]);
    expect(unknownKeys.map(({ widget, label }) => [widget, String(label)])).toEqual([
      [widgets[0], 'owner:me'],
    ]);
  });
});
