import { TerraformResource } from 'cdktf';
import { isObject, JsonObject } from '../../json/value';

/**
 * The overrides of a dashboard resource, by `addOverride`, that set its widgets: Terraform gets these, whatever tagging
 * has written. A `dynamic` block makes widgets while Terraform runs.
 */
export function widgetOverrides(resource: TerraformResource): string[] {
  // CDKTF shows the overrides to subclasses only.
  const { dynamic, ...fields } = (resource as unknown as { readonly rawOverrides: JsonObject }).rawOverrides;
  const blocks = isObject(dynamic) && dynamic.widget !== undefined ? ['dynamic.widget'] : [];
  return [...Object.keys(fields).filter((name) => name === 'dashboard' || name === 'widget'), ...blocks];
}
