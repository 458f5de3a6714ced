import { TerraformResource } from 'cdktf';
import { Variables, variablesIn } from '../../datadog/tagging/variables';
import { tagWidgets, Unreadable, WidgetForm } from '../../datadog/tagging/walk';
import { Overrides } from './overrides';
import { TaggingTarget } from './target';
import { terraformNames, TYPED_WIDGETS } from './typed-widgets';

/** A typed `datadog_dashboard` or `datadog_powerpack` from any module of the bindings. */
export interface TypedDashboard extends TerraformResource {
  readonly titleInput?: string;
  /** A powerpack has a name. */
  readonly nameInput?: string;
  readonly templateVariableInput?: unknown;
  readonly widgetInput?: unknown;
  putWidget(widgets: unknown): void;
}

/** What was given to a resource, and what tagging has made of it. */
const taggedWidgets = new WeakMap<TypedDashboard, { readonly given: unknown; readonly tagged: unknown }>();

/**
 * Tags the widgets of a typed `datadog_dashboard` or `datadog_powerpack`. They are only set again if one has changed. Those
 * that an override covers are left as they were given, also where it was added after they had been tagged.
 */
export function typedDashboardTarget(resource: TypedDashboard): TaggingTarget {
  return {
    construct: resource,
    title: resource.titleInput ?? resource.nameInput,
    tag: (rules, overrides) => {
      const before = resource.widgetInput;
      const known = taggedWidgets.get(resource);
      const given = known?.tagged === before ? known?.given : before;
      if (given === undefined || overrides.covers('widget')) return { reports: [], unreadable: [] };
      if (!Array.isArray(given)) return { reports: [], unreadable: ['widget'] };
      const form = formWithout(overrides);
      const result = tagWidgets(given, 'widget', form, rules, variablesOf(resource, overrides));
      if (result.widgets !== before) resource.putWidget(result.widgets);
      taggedWidgets.set(resource, { given, tagged: resource.widgetInput });
      return {
        reports: result.reports,
        unreadable: result.unreadable.filter((path) => !overrides.covers(path)),
      };
    },
  };
}

/** The variables of a powerpack may have any value that a dashboard gives them, so no link follows them. */
function variablesOf({ templateVariableInput: declared }: TypedDashboard, overrides: Overrides): Variables {
  return variablesIn(overrides.variables ? undefined : terraformNames(declared));
}

function formWithout(overrides: Overrides): WidgetForm {
  return {
    read: (widget, path) =>
      overrides.covers(path) ? new Unreadable(path) : TYPED_WIDGETS.read(widget, path),
  };
}
