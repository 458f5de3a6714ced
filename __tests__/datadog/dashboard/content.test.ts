import { DashboardContent, newContent } from '../../../lib/datadog/dashboard/content';
import { JsonObject } from '../../../lib/json/value';

function content(): DashboardContent {
  return newContent({ title: 'Cart', reflow: 'fixed' }, 0);
}

function note(text: string) {
  return { render: () => ({ definition: { type: 'note', content: text } }) };
}

/** A tagger that adds a mark to the title, and counts how often it is asked. */
function marking(mark: string) {
  const tagger = (dashboard: JsonObject) => {
    tagger.calls++;
    return { dashboard: { ...dashboard, title: `${dashboard.title}${mark}` }, widgets: [] };
  };
  tagger.calls = 0;
  return tagger;
}

const encode = jest.fn((json: JsonObject) => JSON.stringify(json));
beforeEach(() => encode.mockClear());

describe('DashboardContent', () => {
  it('holds widgets in order of creation, each in the first free place', () => {
    const dashboard = content();
    dashboard.add(note('one'));
    dashboard.add(note('two'), { width: 12 });
    expect(dashboard.toJson()).toMatchObject({
      title: 'Cart',
      widgets: [
        { definition: { content: 'one' }, layout: { x: 0, y: 0, width: 6, height: 3 } },
        { definition: { content: 'two' }, layout: { x: 0, y: 3, width: 12, height: 3 } },
      ],
    });
  });

  it('encodes its JSON once, and anew when something has been added', () => {
    const dashboard = content();
    const empty = dashboard.toText(encode);
    expect(dashboard.toText(encode)).toBe(empty);
    expect(encode).toHaveBeenCalledTimes(1);
    dashboard.add(note('one'));
    expect(JSON.parse(dashboard.toText(encode)).widgets).toHaveLength(1);
    expect(encode).toHaveBeenCalledTimes(2);
  });

  it('encodes anew what renders to something else, once it is told', () => {
    const dashboard = content();
    let text = 'before';
    dashboard.add({ render: () => ({ definition: { type: 'note', content: text } }) });
    dashboard.toText(encode);
    text = 'after';
    dashboard.changed();
    expect(dashboard.toText(encode)).toContain('after');
  });

  it('applies taggers in order, a new one of the same owner in place of the old', () => {
    const dashboard = content();
    const [one, other] = [{}, {}];
    dashboard.tag(one, marking('!'));
    dashboard.tag(other, marking('?'));
    expect(dashboard.toJson().title).toBe('Cart!?');
    dashboard.tag(one, marking('#'));
    expect(dashboard.toJson().title).toBe('Cart?#');
  });

  it('tags what is added after the tagger was taken on', () => {
    const dashboard = content();
    const tagger = marking('!');
    dashboard.tag({}, tagger);
    dashboard.add(note('late'));
    expect(JSON.parse(dashboard.toText(encode))).toMatchObject({ title: 'Cart!', widgets: [{}] });
  });

  it('keeps its text where a tagger changes nothing', () => {
    const dashboard = content();
    const text = dashboard.toText(encode);
    dashboard.tag({}, (json) => ({ dashboard: json, widgets: [] }));
    expect(dashboard.toText(encode)).toBe(text);
    expect(encode).toHaveBeenCalledTimes(1);
  });

  it('offers the instances of services to an embedded app in a template variable', () => {
    const dashboard = content();
    expect(dashboard.toJson().template_variables).toEqual([]);
    dashboard.offerInstances('k8s_deployment:cart');
    dashboard.offerInstances('k8s_deployment:pay,env:staging');
    expect(dashboard.toJson().template_variables).toMatchObject([
      {
        name: 'rookout_instances',
        available_values: ['k8s_deployment:cart', 'k8s_deployment:pay,env:staging'],
      },
    ]);
  });

  it('refuses a frame that Datadog would refuse', () => {
    expect(() => newContent({ title: ' ', reflow: 'fixed' }, 0)).toThrow('title: " " is empty');
  });
});
