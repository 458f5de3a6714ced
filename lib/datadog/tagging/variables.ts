import { BadInput } from '../../bad-input';
import { isObject, JsonObject } from '../../json/value';
import { checkLabelValue } from '../../rookout/label';

/** The template variables of a dashboard. */
export interface Variables {
  /** The tag or attribute of a variable in queries of that data source. Undefined if it can be any. */
  tagOf(name: string, source: string): string | undefined;
  /** Whether the dashboard has the variable, and all of its listed values can be values of a label. */
  declares(name: string): boolean;
}

/** The template variables in a dashboard's JSON. */
export function variablesIn(declared: unknown): Variables {
  const byName = new Map<string, JsonObject>();
  for (const variable of Array.isArray(declared) ? declared : []) {
    if (isObject(variable) && typeof variable.name === 'string') byName.set(variable.name, variable);
  }
  const known = new Map<string, boolean>();
  return {
    tagOf: (name, source) => {
      const variable = byName.get(name);
      const mappings = variable?.data_source_mappings;
      const tag = (isObject(mappings) ? mappings[source] : undefined) ?? variable?.prefix;
      return typeof tag === 'string' && tag !== '' ? tag : undefined;
    },
    declares: (name) => {
      let declares = known.get(name);
      if (declares === undefined) {
        const variable = byName.get(name);
        declares =
          variable !== undefined && variable.type !== 'group' && valuesOf(variable).every(canStandInLabel);
        known.set(name, declares);
      }
      return declares;
    },
  };
}

function valuesOf({ default: one, defaults, available_values: available }: JsonObject): unknown[] {
  return [one, defaults, available].flat();
}

function canStandInLabel(value: unknown): boolean {
  if (typeof value !== 'string' || value === '') return true;
  try {
    checkLabelValue('value', value);
    return true;
  } catch (error) {
    if (error instanceof BadInput) return false;
    throw error;
  }
}
