import { Construct } from 'constructs';
import { variablesIn } from '../../datadog/tagging/variables';
import { conventionsAt } from '../rookout-conventions';
import { within } from '../within';
import { warnOfStoredName } from '../stored-name';
import { jsonCopy } from '../tokens/json-copy';
import { containerAround } from './container';
import { Define, Surroundings, TaggedWidget, TagProps } from './tagged-widget';

/**
 * The base class of all tagged widgets.
 *
 * @internal
 */
export abstract class TaggedConstruct<P extends TagProps> extends Construct {
  private readonly widget: TaggedWidget;

  public constructor(scope: Construct, id: string, props: P, define: Define<P>) {
    super(scope, id);
    const container = containerAround(scope);
    this.widget = within(this, () => {
      const around = container ?? outside(this);
      const widget = TaggedWidget.of(props, around, define);
      if (props.service !== undefined) warnOfStoredName(this, around.conventions, props.service);
      container?.add(widget, props.layout);
      return widget;
    });
  }

  /** The title with its label filters, for example `cartservice Memory [k8s_deployment:cartservice]`. */
  public get title(): string {
    return this.widget.title;
  }

  /**
   * The URL of the context link. It opens Rookout with the label filters of the title. Datadog adds the
   * values of template variables and, if the query groups by an instance tag, of the clicked line.
   */
  public get link(): string {
    return this.widget.link;
  }

  /** The widget definition in Datadog's JSON, for a dashboard that you make yourself. */
  public get definition(): any {
    return jsonCopy('definition', this.widget.definition);
  }
}

/** The conventions outside of a dashboard. */
function outside(scope: Construct): Surroundings {
  return { conventions: conventionsAt(scope), variables: variablesIn([]) };
}
