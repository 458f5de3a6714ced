import { childOf, JsonText } from '../../json/text';
import { JsonObject } from '../../json/value';
import { isTerraform, Resource, resourcesOf } from '../../terraform/resources';
import { jsonOfTemplate } from '../../terraform/template';
import { DashboardFile, isDashboard, readJson } from '../files/dashboard';
import { FileError, fileError } from '../files/errors';
import { readTextFile } from '../files/read';
import { Terminal } from '../output/terminal';
import { DashboardSource, failure, PassedOver, passedOver, Source } from './source';

/**
 * Terraform's JSON; OpenTofu reads both names.
 *
 * Source: https://opentofu.org/docs/language/files/
 */
const TERRAFORM_FILE = /\.(tf|tofu)\.json$/;

const DASHBOARD_TYPES = ['datadog_dashboard_json', 'datadog_dashboard', 'datadog_dashboard_v2'];

/**
 * The dashboards of a file.
 *
 * @param named whether the user has named the file, and not only a directory that it is in
 */
export function* sourcesInFile(path: string, terminal: Terminal, named: boolean): Generator<Source> {
  let text = '';
  try {
    const file = readTextFile(path, terminal);
    text = file.text;
    const json = readJson(path, text);
    if (isDashboard(json.value)) yield dashboardOf({ ...file, json, dashboard: json.value });
    else if (isTerraform(json.value)) yield* sourcesInStack(path, json, json.value);
    else if (!TERRAFORM_FILE.test(path)) yield other(path, named);
  } catch (error) {
    const problem = fileError(path, 'can not be read', error);
    yield named || mayBeDashboard(text)
      ? failure(problem)
      : passedOver(problem.path, `passed over: ${problem.problem}`, false);
  }
}

/** Whether a text that is not JSON is probably a dashboard with a mistake. */
function mayBeDashboard(text: string): boolean {
  return text === '' || text.includes('"widgets"') || text.includes('"datadog_dashboard');
}

function other(path: string, named: boolean): Source {
  const message =
    'is JSON, but not a dashboard: it has no list of widgets. Name an exported dashboard, or the cdk.tf.json ' +
    'of a stack';
  return named
    ? failure(new FileError(path, message))
    : passedOver(path, 'ignored: it is not a dashboard', false);
}

/** The dashboard of an exported file. */
export function dashboardOf(file: DashboardFile): DashboardSource {
  const { path, json, dashboard } = file;
  return {
    kind: 'dashboard',
    path,
    dashboard,
    file,
    placeOf: (keys) => {
      let node = json.root;
      for (const key of keys) {
        const next = childOf(node, key);
        if (!next) return { start: json.placeOf(node.offset) };
        node = next;
      }
      return { start: json.placeOf(node.offset), end: json.placeOf(node.offset + node.length) };
    },
  };
}

function sourcesInStack(path: string, json: JsonText, stack: JsonObject): Source[] {
  return resourcesOf(stack, DASHBOARD_TYPES).map((resource) => resourceSource(path, json, stack, resource));
}

function resourceSource(path: string, json: JsonText, stack: JsonObject, resource: Resource): Source {
  const address = `${resource.type}.${resource.name}`;
  const unchecked = (why: string): PassedOver => passedOver(path, `${address} is not checked: ${why}`, true);
  if (resource.type !== 'datadog_dashboard_json') {
    return { ...unchecked('its widgets are blocks of Terraform and not JSON'), typed: { resource, stack } };
  }
  const { dashboard } = resource.body;
  const template = typeof dashboard === 'string' ? jsonOfTemplate(dashboard) : undefined;
  if (!template) return unchecked('it has values that only Terraform knows');
  const start = json.placeOf(offsetOf(json, [...resource.path, 'dashboard']));
  try {
    const inner = readJson(address, template.text);
    if (!isDashboard(inner.value)) {
      if (template.hasPlaceholders) return unchecked('it has values that only Terraform knows');
      return failure(new FileError(path, `${address} is not a dashboard: it has no list of widgets`, start));
    }
    const placeOf = () => ({ start });
    return { kind: 'dashboard', path, resource: address, stack, dashboard: inner.value, placeOf };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (template.hasPlaceholders) return unchecked('it has values that only Terraform knows');
    return failure(new FileError(path, `the text of ${error.message}`, start));
  }
}

function offsetOf(json: JsonText, keys: readonly (string | number)[]): number {
  return keys.reduce((node, key) => childOf(node, key) ?? node, json.root).offset;
}
