import { QueryError } from '../datadog/query/filter';
import { leavesOf } from '../datadog/query/leaves';
import { drawnQueries } from '../datadog/query/requests';
import { JsonObject, objectsIn } from '../json/value';
import { VariableModel, ViewModel } from './model';
import { objectOf, textOf } from './read';

/** More would make no better choice. */
const MOST_VALUES = 50;

/** The template variables: each with its own values, then with those that the dashboard's queries name. */
export function variablesOf(dashboard: JsonObject): VariableModel[] {
  const variables = objectsIn(dashboard.template_variables);
  const named = new Map<string, Set<string>>();
  for (const { prefix } of variables) named.set(textOf(prefix), new Set());
  if (variables.length > 0) collectValues(dashboard.widgets, named);
  return variables.map(({ name, prefix, default: one, defaults, available_values: values }) => {
    const key = textOf(prefix);
    const own = [defaults, one, values].flat().map(textOf);
    const all = [...own, ...[...named.get(key)!].slice(0, MOST_VALUES), '*'];
    return { name: textOf(name), key, values: [...new Set(all.filter((value) => value !== ''))] };
  });
}

/** The saved views that set anything. */
export function viewsOf(dashboard: JsonObject): ViewModel[] {
  return objectsIn(dashboard.template_variable_presets).flatMap(({ name, template_variables: set }) => {
    const values = objectsIn(set).flatMap(({ name: variable, value, values }) => {
      const [first] = [values, value].flat().map(textOf).filter(Boolean);
      return first === undefined ? [] : [[textOf(variable), first]];
    });
    return values.length === 0 ? [] : [{ name: textOf(name), values: Object.fromEntries(values) }];
  });
}

/** Adds the values of these tags that queries name, those of widgets in groups as well. */
function collectValues(widgets: unknown, byKey: ReadonlyMap<string, Set<string>>): void {
  for (const widget of objectsIn(widgets)) {
    const definition = objectOf(widget.definition);
    for (const { key, value } of tagsIn(definition)) byKey.get(key)?.add(value);
    collectValues(definition.widgets, byKey);
  }
}

function tagsIn(definition: JsonObject): { readonly key: string; readonly value: string }[] {
  try {
    const leaves = drawnQueries(definition).flatMap(({ filter }) => leavesOf(filter));
    return leaves.flatMap((leaf) => (leaf.kind === 'tag' ? [leaf] : []));
  } catch (error) {
    if (error instanceof QueryError) return [];
    throw error;
  }
}
