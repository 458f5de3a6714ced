import { Construct } from 'constructs';
import { variablesIn } from '../../datadog/tagging/variables';
import { conventionsAt } from '../rookout-conventions';
import { within } from '../construct-error';
import { jsonCopy } from '../tokens/json-copy';
import { containerAround } from './container';
import { Define, Surroundings, TaggedWidget, TagProps } from './tagged-widget';

/**
 * What all constructs of tagged widgets have in common. In a `RookoutDashboard`, or in one of its service sections, it
 * places itself, in order of creation.
 *
 * @internal
 */
export abstract class TaggedConstruct<P extends TagProps> extends Construct {
  private readonly widget: TaggedWidget;

  public constructor(scope: Construct, id: string, props: P, define: Define<P>) {
    super(scope, id);
    const container = containerAround(scope);
    this.widget = within(this, () => {
      const widget = TaggedWidget.of(props, container ?? outside(this), define);
      container?.add(widget, props.layout);
      return widget;
    });
  }

  /** The title with its label filters, for example `cartservice Memory [k8s_deployment:cartservice]`. */
  public get title(): string {
    return this.widget.title;
  }

  /**
   * The address behind **Set metric points**: Rookout, with the instances of the title's label filters, and with those
   * that Datadog fills in: of the dashboard's variables and, where the query groups by an instance tag, of the clicked
   * line.
   */
  public get link(): string {
    return this.widget.link;
  }

  /** The widget's definition in Datadog's JSON, to put into a dashboard that is made some other way. */
  public get definition(): any {
    return jsonCopy('definition', this.widget.definition);
  }
}

/** What there is outside a dashboard. */
function outside(scope: Construct): Surroundings {
  return { conventions: conventionsAt(scope), variables: variablesIn([]) };
}
