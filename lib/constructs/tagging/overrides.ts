import { TerraformResource } from 'cdktf';
import { isObject, JsonObject } from '../../json/value';

/**
 * The overrides by `addOverride` that set the widgets of a dashboard resource. Terraform gets these instead
 * of what tagging has written. A `dynamic` block makes widgets while Terraform runs.
 */
export function widgetOverrides(resource: TerraformResource): string[] {
  // CDKTF shows the overrides to subclasses only.
  const { dynamic, ...fields } = (resource as unknown as { readonly rawOverrides: JsonObject }).rawOverrides;
  const blocks = isObject(dynamic) && dynamic.widget !== undefined ? ['dynamic.widget'] : [];
  return [...Object.keys(fields).filter((name) => name === 'dashboard' || name === 'widget'), ...blocks];
}
