import { TerraformStack } from 'cdktf';
import { RookoutDashboard, TerraformJson } from '../../lib';
import { newStack, onlyResource, synthesized } from '../support/stack';

const DEFINITION = { type: 'note', content: 'a', deep: [{ z: 1, a: [{ y: null, b: 2 }] }], background: 'x' };
const BACKWARDS = { background: 'x', deep: [{ a: [{ b: 2, y: null }], z: 1 }], content: 'a', type: 'note' };

function added(...definitions: unknown[]): RookoutDashboard {
  const dashboard = new RookoutDashboard(newStack(), 'Dashboard', { overview: false });
  for (const definition of definitions) dashboard.addWidget(definition);
  return dashboard;
}

function textOf(dashboard: RookoutDashboard): string {
  const stack = dashboard.resource.cdktfStack as TerraformStack;
  return onlyResource(synthesized(stack), 'datadog_dashboard_json').dashboard;
}

describe('JSON that other languages pass', () => {
  it('is written the same in whatever order the properties came, and as text', () => {
    const text = textOf(added(DEFINITION));
    expect(textOf(added(BACKWARDS))).toBe(text);
    expect(textOf(added(JSON.stringify(BACKWARDS, null, 2)))).toBe(text);
    expect(text).toContain(
      '{"background":"x","content":"a","deep":[{"a":[{"b":2,"y":null}],"z":1}],"type":"note"}',
    );
    expect(TerraformJson.encode(BACKWARDS)).toBe(TerraformJson.encode(DEFINITION));
  });

  it('has null in a list for undefined, which a null of Python or Go becomes', () => {
    const dashboard = added({ type: 'note', list: [1, undefined], gone: undefined });
    expect(dashboard.toJson().widgets[0].definition).toStrictEqual({ type: 'note', list: [1, null] });
  });

  it('is a definition as text, of a tagged widget too', () => {
    const definition = { type: 'timeseries', requests: [{ q: 'avg:cpu{service:cart}' }] };
    const [dashboard, same] = [added(), added()];
    dashboard.addTimeseries({ service: 'cart', definition });
    same.addTimeseries({ service: 'cart', definition: JSON.stringify(definition) });
    expect(textOf(same)).toBe(textOf(dashboard));
  });

  it('is an imported dashboard in any order', () => {
    const json = { title: 'Cart', layout_type: 'ordered', widgets: [{ definition: DEFINITION, layout: {} }] };
    const backwards = {
      widgets: [{ layout: {}, definition: BACKWARDS }],
      layout_type: 'ordered',
      title: 'Cart',
    };
    const texts = [json, backwards, JSON.stringify(backwards)].map((given) =>
      textOf(RookoutDashboard.fromJson(newStack(), 'Dashboard', { json: given })),
    );
    expect(new Set(texts).size).toBe(1);
  });

  it('may have whole numbers beyond 2^53 as text, where they lose no digit', () => {
    const { content } = added(
      '{"type":"note","content":[1000000000000000000,9007199254740993.5,"9007199254740993"]}',
    ).toJson().widgets[0].definition;
    expect(content).toEqual([1e18, 9007199254740994, '9007199254740993']);
  });
});

describe('JSON that loses something is refused', () => {
  it.each<[unknown, string]>([
    [
      { type: 'note', content: 2 ** 53 },
      'definition.content: 9007199254740992 is a whole number beyond 2^53',
    ],
    [
      '{"type":"note","content":"9","x":9007199254740993}',
      'definition:1:34: "9007199254740993}" begins with',
    ],
    ['{"type":"note","content":-9007199254740993}', 'definition:1:26: "-9007199254740993}" begins with'],
    [{ type: 'note', content: '\ud800' }, 'definition.content: "\\ud800" holds half of a surrogate pair'],
    ['{"type":"note","content":"\\udc00"}', 'definition.content: "\\udc00" holds half of a surrogate pair'],
    ['{"type":"note","content":NaN}', 'definition:1:26: "NaN}" is where it stops being JSON'],
  ])('%j', (definition, message) => {
    expect(() => added(definition)).toThrow(`[stack/Dashboard] ${message}`);
  });

  it('and half of a surrogate pair in a text of our own, when it is synthesized', () => {
    const dashboard = new RookoutDashboard(newStack(), 'Dashboard', { title: 'Cart \ud83d' });
    expect(() => textOf(dashboard)).toThrow('[stack/Dashboard] value.title: "Cart \\ud83d" holds half');
  });
});

it('options are written the same in whatever order they came', () => {
  const [dashboard, same] = [added(), added()];
  const graph = { service: 'cart', query: 'avg:cpu{*}' };
  dashboard.addTimeseries({
    ...graph,
    yaxis: { min: '0', max: '9' },
    markers: [{ value: 'y = 1', label: 'a' }],
  });
  same.addTimeseries({ markers: [{ label: 'a', value: 'y = 1' }], yaxis: { max: '9', min: '0' }, ...graph });
  expect(textOf(same)).toBe(textOf(dashboard));
});

it('an error says only its message where jsii shows it', () => {
  let thrown: unknown;
  try {
    TerraformJson.encode(NaN);
  } catch (error) {
    thrown = error;
  }
  expect(String(thrown)).toBe('value: NaN is not a number in JSON. Use a finite number.');
});
