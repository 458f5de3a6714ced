import fc from 'fast-check';
import { BadInput } from '../../../lib/bad-input';
import { contentOfImport, importDashboard } from '../../../lib/datadog/dashboard/exported';
import { WidgetLayout } from '../../../lib/datadog/dashboard/layout';
import { unknownToDatadog } from '../../support/datadog-client';
import { ARRANGED, CANVAS, DASHBOARDS, SERVICES, TABS } from '../../support/dashboards';
import { dashboard } from '../tagging/arbitrary-dashboards';

const SERVER_FIELDS = [
  ...['id', 'url', 'author_handle', 'author_name', 'author_info', 'created_at', 'modified_at', 'deleted_at'],
  ...['is_read_only', 'dashboard_lists', 'experience_type'],
];
const MINIMAL = { title: 'Shop', layout_type: 'ordered', widgets: [] };
const note = (content: string) => ({ definition: { type: 'note', content } });

function imported(json: any): any {
  return contentOfImport(importDashboard(json), {}).toJson();
}

/** A widget without the ids of itself and of those inside. */
function withoutIds(widget: any): any {
  const { definition, ...rest } = without(widget, 'id');
  const { widgets } = definition;
  return { definition: widgets ? { ...definition, widgets: widgets.map(withoutIds) } : definition, ...rest };
}

function without(json: any, ...names: string[]): any {
  return Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)));
}

function flowed(json: any, ...layouts: (WidgetLayout | undefined)[]): any[] {
  const content = contentOfImport(importDashboard(json), {});
  for (const layout of layouts) content.add({ render: () => note('added') }, layout);
  return (content.toJson().widgets as any[]).slice(json.widgets.length).map(({ layout }) => layout);
}

describe('importDashboard', () => {
  it.each(Object.keys(DASHBOARDS))('keeps all of %s but what the server owns', (name) => {
    const json: any = { experience_type: 'default', ...DASHBOARDS[name] };
    const result = imported(json);
    const frame = without(json, 'widgets', 'tabs', 'notify_list');
    for (const field of Object.keys(frame)) {
      const gone = SERVER_FIELDS.includes(field) || frame[field] === null || frame[field] === false;
      if (!gone) expect(result[field]).toEqual(frame[field]);
    }
    expect(result.widgets).toEqual((json.widgets as any[]).map(withoutIds));
    for (const field of SERVER_FIELDS) expect(result).not.toHaveProperty(field);
  });

  it.each(Object.keys(DASHBOARDS))("%s: Datadog's official client reads it as well as before", (name) => {
    // It takes tabs with ids only, though its own documentation allows positions.
    const result = without(imported(DASHBOARDS[name]), 'tabs');
    expect(unknownToDatadog(result)).toEqual(unknownToDatadog(DASHBOARDS[name]));
  });

  it.each(Object.keys(DASHBOARDS))('%s: imports what it has made as the same', (name) => {
    const once = imported(DASHBOARDS[name]);
    expect(JSON.stringify(imported(once))).toBe(JSON.stringify(once));
  });

  it('imports what it has made as the same, and changes nothing that it is given', () => {
    fc.assert(
      fc.property(dashboard, (json) => {
        const before = JSON.stringify(json);
        const once = imported(json);
        expect(JSON.stringify(imported(once))).toBe(JSON.stringify(once));
        expect(JSON.stringify(json)).toBe(before);
      }),
    );
  });

  it('keeps the order of names', () => {
    expect(Object.keys(imported(SERVICES))).toEqual([
      ...['title', 'description', 'template_variables', 'template_variable_presets', 'layout_type'],
      ...['notify_list', 'reflow_type', 'tags', 'widgets'],
    ]);
    const [cpu] = imported(SERVICES).widgets;
    expect(JSON.stringify(cpu)).toBe(JSON.stringify(withoutIds((SERVICES.widgets as any)[0])));
  });

  it('writes what comes back as null or empty where it is absent, and no other null', () => {
    const written = { description: '', template_variables: [], notify_list: [] };
    expect(imported(MINIMAL)).toEqual({ ...MINIMAL, ...written });
    const nulls = { description: null, template_variables: null, notify_list: null, restricted_roles: null };
    expect(imported({ ...MINIMAL, ...nulls, reflow_type: null })).toEqual({ ...MINIMAL, ...written });
    expect(imported(CANVAS).widgets[3].definition.requests.size).toBeNull();
  });

  it('keeps what is not known, and pause_auto_refresh where it is true', () => {
    const more = { brand_new: { a: [null] }, pause_auto_refresh: true };
    expect(imported({ ...MINIMAL, ...more })).toMatchObject(more);
    expect(imported({ ...MINIMAL, pause_auto_refresh: false })).not.toHaveProperty('pause_auto_refresh');
  });

  it('keeps a blank title, which Datadog takes', () => {
    expect(imported({ ...MINIMAL, title: '' })).toMatchObject({ title: '' });
  });

  it('sorts who is notified, as Datadog does', () => {
    const given = ['b@x', 'a@x', 'C@x'];
    expect(imported({ ...MINIMAL, notify_list: given }).notify_list).toEqual(['C@x', 'a@x', 'b@x']);
    expect(given).toEqual(['b@x', 'a@x', 'C@x']);
  });

  it('names the widgets of tabs by position', () => {
    expect(imported(TABS).tabs).toEqual([
      { id: 'aaaa-1', name: 'Cart', widget_ids: ['@1', '@3'] },
      { id: 'aaaa-2', name: 'Notes', widget_ids: ['@2'] },
    ]);
    const widgets = [
      { id: '7', ...note('a') },
      { id: 8, ...note('b') },
    ];
    const tabs = [
      { name: 'T', widget_ids: [7, '8', '@1'] },
      { name: 'Empty', widget_ids: [] },
    ];
    expect(imported({ ...MINIMAL, widgets, tabs }).tabs).toEqual([
      { name: 'T', widget_ids: ['@1', '@2', '@1'] },
      { name: 'Empty', widget_ids: [] },
    ]);
  });

  it('leaves a tab alone that names no widgets', () => {
    const tabs = [{ name: 'T' }, { name: 'U', widget_ids: null }];
    expect(imported({ ...MINIMAL, tabs }).tabs).toEqual(tabs);
  });

  it('gives the dashboard lists apart, as the API takes them nowhere in the JSON', () => {
    expect(importDashboard(TABS).dashboardLists).toEqual([7, 8]);
    expect(importDashboard(SERVICES).dashboardLists).toBeUndefined();
    expect(contentOfImport(importDashboard(TABS), {}).dashboardLists).toEqual([7, 8]);
    expect(imported(TABS)).not.toHaveProperty('dashboard_lists');
  });

  it.each([
    [SERVICES, 'fixed'],
    [TABS, 'fixed'],
    [CANVAS, 'free'],
    [ARRANGED, 'auto'],
    [{ ...MINIMAL, widgets: [note('no layout')] }, 'auto'],
    [{ ...MINIMAL, widgets: [{ ...note('a'), layout: { x: 0, y: 0, width: 1, height: 1 } }] }, 'fixed'],
    [MINIMAL, 'fixed'],
  ])('tells the arrangement', (json, arrangement) => {
    expect(importDashboard(json).arrangement).toBe(arrangement);
  });
});

describe('what is not a dashboard', () => {
  it.each<[unknown, string]>([
    [undefined, 'dashboard: undefined has no list of widgets'],
    [null, 'dashboard: null has no list of widgets'],
    [[MINIMAL], 'has no list of widgets'],
    ['text', 'dashboard: "text" has no list of widgets'],
    [{}, 'dashboard: {} has no list of widgets'],
    [{ ...MINIMAL, title: undefined }, 'dashboard.title: undefined is not text'],
    [{ ...MINIMAL, title: 5 }, 'dashboard.title: 5 is not text'],
    [
      { ...MINIMAL, layout_type: undefined },
      'dashboard.layout_type: undefined is not known. Use one of: ordered, free',
    ],
    [{ ...MINIMAL, layout_type: 'grid' }, 'dashboard.layout_type: "grid" is not known'],
    [
      { ...MINIMAL, widgets: [{ layout: {} }] },
      'widgets[0].definition: undefined is not a widget definition',
    ],
    [{ ...MINIMAL, widgets: [note('a'), 5] }, 'widgets[1].definition: 5 is not a widget definition'],
    [
      { ...MINIMAL, widgets: [{ definition: { type: 'group', widgets: [note('a'), {}] } }] },
      'widgets[0].definition.widgets[1].definition: undefined is not a widget definition',
    ],
    [{ ...MINIMAL, widgets: [null] }, 'widgets[0].definition: null is not a widget definition'],
    [{ ...MINIMAL, notify_list: 'a@x' }, 'notify_list: "a@x" is not a list of texts'],
    [{ ...MINIMAL, notify_list: ['a@x', 7] }, 'notify_list: ["a@x",7] is not a list of texts'],
    [{ ...MINIMAL, dashboard_lists: [7, '8'] }, 'dashboard_lists: [7,"8"] is not a list of ids'],
    [{ ...MINIMAL, tabs: 'T' }, 'tabs: "T" is not a list'],
    [{ ...MINIMAL, tabs: [null] }, 'tabs[0]: null is not a tab'],
    [{ ...MINIMAL, tabs: [{ name: 'T', widget_ids: 9 }] }, 'tabs[0].widget_ids: 9 is not a list'],
    ...[9, '@0', '@3', '@x', '@', null, {}].map((id): [unknown, string] => [
      { ...MINIMAL, widgets: [{ id: null, ...note('a') }, note('b')], tabs: [{ widget_ids: [id] }] },
      `tabs[0].widget_ids[0]: ${JSON.stringify(id)} does not name a widget`,
    ]),
  ])('is refused, naming the path: %j', (json, message) => {
    expect(() => imported(json)).toThrow(BadInput);
    expect(() => imported(json)).toThrow(message);
  });

  it('is refused where groups are nested without end', () => {
    let widget: any = note('a');
    for (let level = 0; level < 20_000; level++)
      widget = { definition: { type: 'group', widgets: [widget] } };
    expect(() => imported({ ...MINIMAL, widgets: [widget] })).toThrow(BadInput);
    expect(() => imported({ ...MINIMAL, widgets: [widget] })).toThrow(
      'widgets[0]: "…" holds groups nested more than 50 levels deep',
    );
  });
});

describe('widgets that are added to an imported dashboard', () => {
  it('flow in below what is there', () => {
    expect(flowed(SERVICES, { width: 6, height: 3 }, undefined, { width: 4, height: 1 })).toEqual([
      { x: 0, y: 18, width: 6, height: 3 },
      { x: 6, y: 18, width: 6, height: 3 },
      { x: 0, y: 21, width: 4, height: 1 },
    ]);
    expect(flowed(MINIMAL, {})).toEqual([{ x: 0, y: 0, width: 6, height: 3 }]);
  });

  it.each<[unknown[], number]>([
    [[{}, { y: -4, height: 2 }, { y: 'x', height: null }], 0],
    [[{ y: 2 }, { height: 3 }, { x: 0, y: 1, width: 1 }], 3],
    [[{ x: 0, y: 2.5, width: 12, height: 1 }], 4],
    [[{ x: 0, y: 1_000_000_000, width: 12, height: 3 }], 1_000_000_003],
    [[{ x: 0, y: 1e300, width: 12, height: 3 }], 0],
  ])('flow in below the lowest row that layouts tell, which stay as they are: %j', (layouts, y) => {
    const json = { ...MINIMAL, widgets: layouts.map((layout) => ({ ...note('there'), layout })) };
    expect(flowed(json, {}, {})).toEqual([
      { x: 0, y, width: 6, height: 3 },
      { x: 6, y, width: 6, height: 3 },
    ]);
    expect(imported(json).widgets).toEqual(json.widgets);
  });

  it('keep a place that is free, and are refused one that is taken', () => {
    expect(flowed(SERVICES, { x: 3, y: 40, width: 2, height: 1 })).toEqual([
      { x: 3, y: 40, width: 2, height: 1 },
    ]);
    expect(() => flowed(SERVICES, { x: 0, y: 0, width: 1, height: 1 })).toThrow('overlaps another widget');
  });

  it('have no layout where Datadog arranges the widgets', () => {
    expect(flowed(ARRANGED, undefined, { width: 4 })).toEqual([undefined, undefined]);
    expect(() => flowed(ARRANGED, { x: 0, y: 0 })).toThrow('Datadog places the widgets');
  });

  it('need place and size on a free canvas, and may lie on others there', () => {
    const layout = { x: 21, y: 0, width: 47, height: 15 };
    expect(flowed(CANVAS, layout)).toEqual([layout]);
    for (const part of [undefined, { x: 1, y: 1 }, { width: 5, height: 5 }]) {
      expect(() => flowed(CANVAS, part)).toThrow('on a dashboard with free layout nothing flows');
    }
  });

  it('leave what is there as it is', () => {
    const content = contentOfImport(importDashboard(SERVICES), {});
    content.add({ render: () => note('added') });
    expect((content.toJson().widgets as any[]).slice(0, -1)).toEqual(imported(SERVICES).widgets);
  });
});

describe('overrides', () => {
  it('take the place of what is imported, and leave the rest', () => {
    const overrides = {
      title: 'Other',
      description: 'About',
      teams: ['shop'],
      notifyList: ['b@x', 'a@x'],
      templateVariables: [{ name: 'env', prefix: 'env' }],
    };
    const content = contentOfImport(importDashboard(SERVICES), overrides);
    expect(content.title).toBe('Other');
    expect(content.toJson()).toEqual({
      ...imported(SERVICES),
      title: 'Other',
      description: 'About',
      tags: ['team:shop'],
      notify_list: ['a@x', 'b@x'],
      template_variables: [{ name: 'env', prefix: 'env', available_values: [], defaults: ['*'] }],
    });
  });

  it.each([
    [{ title: '' }, 'title: "" is empty'],
    [{ notifyList: ['a@x', 7] as any }, 'notifyList: ["a@x",7] is not a list of texts'],
    [{ teams: ['team:shop'] }, 'begins with "team:"'],
    [{ templateVariables: [{ name: '$env' }] }, 'is not a name'],
  ])('are refused where Datadog would: %j', (overrides, message) => {
    expect(() => contentOfImport(importDashboard(SERVICES), overrides)).toThrow(message);
  });
});
