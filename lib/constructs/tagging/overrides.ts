import { TerraformResource, TerraformStack } from 'cdktf';
import { isObject, JsonObject } from '../../json/value';

/** The fields of a definition that say what a graph shows, or that tagging writes. */
const READ_FIELDS = /^(title|requests?|custom_links?|scope|service|filters|dynamic|\d+)$/;

const SUFFIX = '_definition';

/**
 * What `addOverride` sets of a dashboard resource. Terraform gets that instead of what the construct holds, so what it says
 * is not known here.
 */
export interface Overrides {
  /** What is told of them, each as a sentence. */
  readonly problems: readonly string[];
  /** Whether variables are set. */
  readonly variables: boolean;
  /** Whether a widget, or the list or text with all widgets, is not what the construct holds. */
  covers(path: string): boolean;
}

/** The overrides of a resource, and those of its stack for it. */
export function overridesOf(resource: TerraformResource): Overrides {
  const found = new FoundOverrides();
  for (const overrides of [rawOverrides(resource), ofStack(resource)]) found.read(overrides);
  return found;
}

/** CDKTF shows the overrides to subclasses only. */
function rawOverrides(construct: TerraformResource | TerraformStack): JsonObject {
  return (construct as unknown as { readonly rawOverrides: JsonObject }).rawOverrides;
}

/** The id is only asked for where there are overrides: it can't be changed afterwards. */
function ofStack(resource: TerraformResource): JsonObject {
  const { resource: byType } = rawOverrides(resource.cdktfStack);
  const byId = isObject(byType) ? byType[resource.terraformResourceType] : undefined;
  const overrides = isObject(byId) ? byId[resource.friendlyUniqueId] : undefined;
  return isObject(overrides) ? overrides : {};
}

class FoundOverrides implements Overrides {
  public readonly problems: string[] = [];
  public variables = false;
  private readonly covered: string[] = [];

  public covers(path: string): boolean {
    return this.covered.some(
      (one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`),
    );
  }

  public read(overrides: JsonObject): void {
    const { dynamic } = overrides;
    if ('dashboard' in overrides) this.whole('dashboard', 'dashboard');
    if ('widget' in overrides) this.widgets(overrides.widget, 'widget', 'widget');
    if ('template_variable' in overrides) {
      this.variables = true;
      this.problems.push(
        'template_variable is set by addOverride, so no link follows a template variable. Set it on the resource itself.',
      );
    }
    if (isObject(dynamic) && 'widget' in dynamic) this.added('dynamic.widget');
  }

  /** @param at the path of the override, as it was given, and `path` that of the widgets */
  private widgets(value: unknown, at: string, path: string): void {
    if (Array.isArray(value)) return this.added(at);
    if (!isObject(value)) return this.whole(at, path);
    for (const [index, widget] of Object.entries(value)) {
      this.widget(widget, `${at}.${index}`, `${path}[${index}]`);
    }
  }

  private widget(value: unknown, at: string, path: string): void {
    if (!isObject(value)) return this.left(at, path);
    for (const [name, definition] of Object.entries(value)) {
      if (name.endsWith(SUFFIX)) this.definition(name, definition, `${at}.${name}`, path);
    }
  }

  private definition(name: string, value: unknown, at: string, path: string): void {
    if (!isObject(value)) return this.left(at, path);
    for (const [field, part] of Object.entries(value)) {
      const below = `${at}.${field}`;
      if (name === 'group_definition') {
        if (field === 'widget') this.widgets(part, below, `${path}.groupDefinition.widget`);
        else if (isObject(part) && field === 'dynamic') this.added(below);
      } else if (name === 'split_graph_definition') {
        if (field === 'split_config') this.left(below, path);
        else if (field === 'source_widget_definition') {
          this.widget(part, below, `${path}.splitGraphDefinition.sourceWidgetDefinition`);
        }
      } else if (READ_FIELDS.test(field)) this.left(below, path);
    }
  }

  private left(at: string, path: string): void {
    this.covered.push(path);
    this.problems.push(
      `${at} is set by addOverride, so ${path} stays as it is. Set it on the resource itself.`,
    );
  }

  private whole(at: string, path: string): void {
    this.covered.push(path);
    this.added(at);
  }

  private added(at: string): void {
    this.problems.push(
      `${at} is set by addOverride, so its widgets are not tagged. Set them on the resource itself.`,
    );
  }
}
