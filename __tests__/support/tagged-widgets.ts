import { Construct } from 'constructs';
import { RookoutDashboard, RookoutService } from '../../lib';
import { unknownToDatadog } from './datadog-client';
import { newStack } from './stack';

interface Tagged extends Construct {
  readonly title: string;
  readonly link: string;
  readonly definition: any;
}

/** A kind of tagged widget, and an example of it. */
export interface TaggedKind<P> {
  readonly construct: new (scope: Construct, id: string, props: P) => Tagged;
  /** Adds one without a construct. */
  readonly add: (to: RookoutDashboard | RookoutService, props: P) => void;
  readonly props: P;
  /** The definition of the example, without title and link. */
  readonly definition: { readonly type: string; readonly [name: string]: unknown };
  /** Whether Datadog has context links on such widgets. */
  readonly linked?: boolean;
  /** An option that no definition has beside it; none where the kind takes no definition. */
  readonly option?: Partial<P>;
}

/** A query of a metric, for the example of a kind. */
export const QUERY = 'avg:kubernetes.cpu.usage.total{kube_deployment:cart}';

/** The request of a widget that shows numbers of the query. */
export const SCALAR_REQUEST = {
  formulas: [{ formula: 'query1' }],
  queries: [{ data_source: 'metrics', name: 'query1', query: QUERY, aggregator: 'avg' }],
  response_format: 'scalar',
};

const LINK = 'https://app.rookout.com/?labels=k8s_deployment%3Acart';

/** What holds for tagged widgets of every kind. */
export function describeTagged<P>(name: string, kind: TaggedKind<P>): void {
  const { props, linked = true } = kind;
  const given = { ...props, service: 'cart', subject: 'Load' };
  const expected = {
    title: 'cart Load [k8s_deployment:cart]',
    title_size: '16',
    title_align: 'left',
    ...kind.definition,
    ...(linked && { custom_links: [{ label: 'Set metric points', link: LINK }] }),
  };

  function dashboard(): RookoutDashboard {
    return new RookoutDashboard(newStack(), 'Cart', { overview: false });
  }

  describe(`what holds for every tagged widget, of ${name}`, () => {
    it('has title, link and definition for dashboards that are made some other way', () => {
      const widget = new kind.construct(newStack(), 'Widget', given);
      expect(widget.title).toBe(expected.title);
      expect(widget.link).toBe(LINK);
      expect(widget.definition).toEqual(expected);
    });

    it("is read by Datadog's client", () => {
      const json = dashboard();
      new kind.construct(json, 'Widget', given);
      expect(json.toJson().widgets[0].definition).toEqual(expected);
      expect(unknownToDatadog(json.toJson())).toEqual([]);
    });

    it('is the same without a construct, and shows the service of the section that it is in', () => {
      const one = dashboard();
      const other = dashboard();
      new kind.construct(one, 'Widget', given);
      kind.add(other, given);
      expect(other.toJson()).toEqual(one.toJson());
      expect(other.node.children.map(({ node }) => node.id)).toEqual(['Resource']);

      const section = dashboard().addService('cart', { graphs: [] });
      kind.add(section, { ...props, subject: 'Load' });
      const [group] = (section.node.scope as RookoutDashboard).toJson().widgets;
      expect(group.definition.widgets[0].definition).toEqual(expected);
    });

    it('names its construct where nothing says which instances it shows', () => {
      expect(() => new kind.construct(dashboard(), 'Widget', props)).toThrow(
        '[stack/Cart/Widget] title: "" has no label filter',
      );
      expect(() => kind.add(dashboard(), props)).toThrow('[stack/Cart] title: "" has no label filter');
    });

    if (kind.option === undefined) return;
    it('takes a definition as it is, and no option beside that it has itself', () => {
      const made = (own: object) =>
        new kind.construct(newStack(), 'Widget', { service: 'cart', ...own } as P).definition;
      const { type } = expected;
      const definition = { type, title: 'Load', requests: [{ q: 'avg:system.load.1{*}' }] };
      expect(made({ definition })).toMatchObject({ ...definition, title: 'Load [k8s_deployment:cart]' });
      expect(() => made({ definition, ...kind.option })).toThrow('is given beside a definition');
      expect(() => made({ definition: { ...definition, type: 'note' } })).toThrow(`is not "${type}"`);
      expect(() => made({})).toThrow('Give exactly one of the three');
    });
  });
}
