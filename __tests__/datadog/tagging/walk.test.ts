import { taggingRules } from '../../../lib/datadog/tagging/settings';
import { variablesIn } from '../../../lib/datadog/tagging/variables';
import {
  GraphWidget,
  tagWidgets,
  Unreadable,
  WidgetAround,
  WidgetForm,
} from '../../../lib/datadog/tagging/walk';
import { frozen, q } from './tagged';

/** What only Terraform knows. */
const LATER = '${TfToken[TOKEN.1]}';

/** A form of widgets like that of Terraform's blocks: each has one block, named by its kind. */
const BLOCKS: WidgetForm = {
  read: (widget: any, path) => {
    if (widget === LATER) return new Unreadable(path);
    const { group, graph } = widget;
    if (group) {
      const with_ = (widgets: unknown) => ({ group: { ...group, widgets } });
      return {
        kind: 'around',
        path: `${path}.group.widgets`,
        widgets: group.widgets,
        with: with_,
      } as WidgetAround;
    }
    return {
      kind: 'graph',
      type: 'timeseries',
      ...(graph.unlinked && { unlinked: graph.unlinked }),
      definition: () => (graph.title === LATER ? new Unreadable(`${path}.graph.title`) : graph),
      with: (definition) => ({ graph: definition }),
    } as GraphWidget;
  },
};

const tag = (widgets: readonly unknown[]) =>
  tagWidgets(frozen(widgets), 'widget', BLOCKS, taggingRules({}), variablesIn([]));

const CART = { type: 'timeseries', title: 'A', ...q('avg:a{service:cart}') };

describe('widgets in another form than JSON', () => {
  it('are tagged where they are', () => {
    const { widgets, reports, unreadable } = tag([{ group: { title: 'G', widgets: [{ graph: CART }] } }]);
    expect(widgets).toMatchObject([
      { group: { title: 'G', widgets: [{ graph: { title: 'A [service:cart]' } }] } },
    ]);
    expect(reports).toMatchObject([{ path: 'widget[0].group.widgets[0]', outcome: 'tagged' }]);
    expect(unreadable).toEqual([]);
  });

  it('stay as they are if only Terraform knows them, and are named', () => {
    const widgets = [
      LATER,
      { group: { widgets: LATER } },
      { graph: { ...CART, title: LATER } },
      { group: {} },
    ];
    const tagged = tag(widgets);
    expect(tagged.widgets).toBe(widgets);
    expect(tagged.reports).toEqual([]);
    expect(tagged.unreadable).toEqual(['widget[0]', 'widget[1].group.widgets', 'widget[2].graph.title']);
  });

  it('get neither title nor link if they can have no link', () => {
    const unlinked = 'the provider has no context links for timeseries';
    const widgets = [{ graph: { ...CART, unlinked } }, { graph: { ...CART, unlinked, ...q('avg:a{*}') } }];
    const tagged = tag(widgets);
    expect(tagged.widgets).toBe(widgets);
    expect(tagged.reports).toEqual([
      {
        path: 'widget[0]',
        type: 'timeseries',
        outcome: 'not linked',
        before: 'A',
        after: 'A',
        reason: unlinked,
        byLine: false,
        changed: false,
      },
      expect.objectContaining({ outcome: 'nothing to infer', changed: false }),
    ]);
  });
});
