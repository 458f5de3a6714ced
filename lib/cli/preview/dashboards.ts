import { basename } from 'path';
import { INSTANCES_VARIABLE } from '../../datadog/app-definition';
import { reasonOf, WidgetReport } from '../../datadog/tagging/report';
import { JsonObject, objectsIn } from '../../json/value';
import { appModel } from '../../preview/app-model';
import { AppModel, GraphModel, PageModel } from '../../preview/model';
import { pageModel } from '../../preview/page-model';
import { textOf } from '../../preview/read';
import { dashboardOfBlocks } from '../../preview/typed-dashboard';
import { RookoutLabel } from '../../rookout/label';
import { resourcesOf } from '../../terraform/resources';
import { jsonOfTemplate, withoutPlaceholders } from '../../terraform/template';
import { Checker } from '../check/checker';
import { Finding } from '../check/result';
import { DashboardSource, sourcesIn } from '../check/sources';
import { readJson } from '../files/dashboard';
import { FileError, withFile } from '../files/errors';
import { readTextFile } from '../files/read';
import { Terminal } from '../output/terminal';

/** A dashboard to preview. */
export interface PreviewedDashboard {
  /** The file that it is in, and its Terraform resource, if it is of one. */
  readonly source: string;
  /** The name of the file. */
  readonly file: string;
  /** What it is recognized by in another synth or export. */
  readonly resource?: string;
  readonly dashboard: JsonObject;
  readonly model: PageModel;
}

/** The dashboards of paths, one after the other; what can't be read is told to `failed`. */
export function* dashboardsIn(
  paths: Iterable<string>,
  checker: Checker,
  terminal: Terminal,
  failed: (error: FileError) => void,
): Generator<PreviewedDashboard> {
  for (const path of paths) {
    for (const source of sourcesIn(path, terminal)) {
      try {
        if (source.kind === 'failure') throw source.error;
        if (source.kind === 'dashboard') yield previewed(source, checker, terminal);
        else if (source.blocks) {
          const { type, name, body } = source.blocks;
          const dashboard = dashboardOfBlocks(body);
          const start = { line: 1, column: 1 };
          const resource = `${type}.${name}`;
          const typed = { path: source.path, resource, dashboard, placeOf: () => ({ start }) };
          yield previewed({ kind: 'dashboard', ...typed }, checker, terminal);
        } else if (source.isDashboard) {
          throw new FileError(source.path, source.message.replace('is not checked', 'is not shown'));
        }
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        failed(error);
      }
    }
  }
}

function previewed(source: DashboardSource, checker: Checker, terminal: Terminal): PreviewedDashboard {
  const { path, resource, dashboard } = source;
  return withFile(path, () => {
    const { widgets, findings } = checker.checked(source);
    const graphs = widgets.map((widget) => graphModel(widget, findings));
    const app = () => (resource === undefined ? undefined : appIn(path, dashboard, terminal));
    const model = pageModel(dashboard, { graphs, app });
    const name = resource === undefined ? path : `${path}: ${resource}`;
    return { source: name, file: basename(path), resource, dashboard, model };
  });
}

function graphModel(report: WidgetReport, findings: readonly Finding[]): GraphModel {
  const { path, before, after } = report;
  const filtersOf = (title: string) => RookoutLabel.inTitle(withoutPlaceholders(title)).map(String);
  const filters = filtersOf(before);
  return {
    path,
    title: withoutPlaceholders(before),
    filters,
    possible: filtersOf(after).filter((filter) => !filters.includes(filter)),
    reason: withoutPlaceholders(reasonOf(report)),
    findings: findings
      .filter(({ widget }) => widget === path)
      .map(({ rule, level, message }) => ({ rule: rule.id, level, message })),
  };
}

/** The App Builder app of a stack, if it declares one and no other. */
function appIn(path: string, dashboard: JsonObject, terminal: Terminal): AppModel | undefined {
  const stack = readJson(path, readTextFile(path, terminal).text).value as JsonObject;
  const [app, ...others] = resourcesOf(stack, ['datadog_app_builder_app']);
  if (app === undefined || others.length > 0) return undefined;
  const template = jsonOfTemplate(textOf(app.body.app_json));
  if (!template) return undefined;
  const root = textOf(app.body.root_instance_name);
  const definition = readJson(path, template.text).value as JsonObject;
  const instances = objectsIn(dashboard.template_variables).find(({ name }) => name === INSTANCES_VARIABLE);
  const choices = (Array.isArray(instances?.available_values) ? instances.available_values : []).map(textOf);
  return appModel({ ...definition, ...(root === '' ? {} : { rootInstanceName: root }) }, choices);
}
