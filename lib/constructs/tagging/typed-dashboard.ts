import { TerraformResource } from 'cdktf';
import { variablesIn } from '../../datadog/tagging/variables';
import { tagWidgets } from '../../datadog/tagging/walk';
import { TaggingTarget } from './target';
import { terraformNames, TYPED_WIDGETS } from './typed-widgets';

/** A typed `datadog_dashboard` from any module of the bindings. */
export interface TypedDashboard extends TerraformResource {
  readonly titleInput?: string;
  readonly templateVariableInput?: unknown;
  readonly widgetInput?: unknown;
  putWidget(widgets: unknown): void;
}

/** Tags the widgets of a typed `datadog_dashboard`. They are only set again if one has changed. */
export function typedDashboardTarget(resource: TypedDashboard): TaggingTarget {
  return {
    construct: resource,
    title: resource.titleInput,
    tag: (rules) => {
      const before = resource.widgetInput;
      if (before === undefined) return { reports: [], unreadable: [] };
      if (!Array.isArray(before)) return { reports: [], unreadable: ['widget'] };
      const variables = variablesIn(terraformNames(resource.templateVariableInput));
      const { widgets, reports, unreadable } = tagWidgets(before, 'widget', TYPED_WIDGETS, rules, variables);
      if (widgets !== before) resource.putWidget(widgets);
      return { reports, unreadable };
    },
  };
}
