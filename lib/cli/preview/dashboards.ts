import { INSTANCES_VARIABLE } from '../../datadog/app-definition';
import { addressBehind } from '../../datadog/tagging/custom-links';
import { definitionAt } from '../../datadog/tagging/findings/findings';
import { definitionKeys } from '../../datadog/tagging/json-widgets';
import { remarkOf, WidgetReport } from '../../datadog/tagging/report';
import { JsonObject, objectsIn } from '../../json/value';
import { appModel } from '../../preview/app-model';
import { AppModel, GraphModel, OpensModel, PageModel } from '../../preview/model';
import { pageModel } from '../../preview/page-model';
import { textOf } from '../../preview/read';
import { RookoutLabel } from '../../rookout/label';
import { resourcesOf } from '../../terraform/resources';
import { jsonOfTemplate, withoutPlaceholders } from '../../terraform/template';
import { Judge, NamedLink } from '../check/judge';
import { Finding } from '../check/result';
import { DashboardSource, PassedOver } from '../sources/source';
import { sourcesIn } from '../sources/at-path';
import { readJson } from '../files/dashboard';
import { FileError, withFile } from '../files/errors';
import { Terminal } from '../output/terminal';

/** A dashboard to preview. */
export interface PreviewedDashboard {
  /** The file that it is in, and its Terraform resource, if it is of one. */
  readonly source: string;
  /** The path of that file. */
  readonly path: string;
  /** What it is recognized by in another synth or export. */
  readonly resource?: string;
  readonly dashboard: JsonObject;
  readonly model: PageModel;
  /** What a plan changes it from, or null if the plan creates it. Undefined where nothing is planned. */
  readonly before?: PreviewedDashboard | null;
  /** Whether a plan destroys it. */
  readonly goes?: boolean;
}

/** What is told of dashboards beside their pages. */
export interface Told {
  /** What can't be read. */
  failed(error: FileError): void;
  /** What is left out of a page. */
  leftOut(error: FileError): void;
}

/** The dashboards of paths, one after the other. */
export function* dashboardsIn(
  paths: Iterable<string>,
  judge: Judge,
  terminal: Terminal,
  told: Told,
): Generator<PreviewedDashboard> {
  for (const source of sourcesIn(paths, terminal)) {
    try {
      if (source.kind === 'failure') throw source.error;
      if (source.kind === 'dashboard') yield planned(source, judge);
      else if (source.kind === 'gone') {
        yield { ...previewed({ ...source, kind: 'dashboard', placeOf: () => NOWHERE }, judge), goes: true };
      } else if (source.isDashboard) throw notShown(source);
      else if (source.isPart) told.leftOut(notShown(source));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      told.failed(error);
    }
  }
}

function notShown({ path, message, place, advice }: PassedOver): FileError {
  const problem = message.replace(/(is|are) not checked/, '$1 not shown');
  return new FileError(path, advice === undefined ? problem : `${problem}. ${advice}`, place);
}

/** Where a finding would be that is not shown with its place. */
const NOWHERE = { start: { line: 1, column: 1 } };

/** The dashboard, and what it was before where that is planned. */
function planned(source: DashboardSource, judge: Judge): PreviewedDashboard {
  const { before } = source;
  const after = previewed(source, judge);
  if (before === undefined) return after;
  return { ...after, before: before && previewed({ ...source, dashboard: before }, judge) };
}

function previewed(source: DashboardSource, judge: Judge): PreviewedDashboard {
  const { path, resource, stack, dashboard } = source;
  return withFile(path, () => {
    const { widgets, findings } = judge.checked(source);
    const opens = (link: NamedLink) => opensModel(judge.opens(source, link));
    const graphs = widgets.map((widget): GraphModel => {
      const definition = definitionAt(dashboard, definitionKeys(widget.path));
      const { linkLabel: label } = judge;
      const address = addressBehind(definition, label);
      const opened = address === undefined ? undefined : opens({ label, address });
      return { ...graphModel(widget, findings), ...(opened && { opens: opened }) };
    });
    const app = () => stack && appIn(path, stack, dashboard);
    const model = pageModel(dashboard, { graphs, app, opens });
    const name = resource === undefined ? path : `${path}: ${resource}`;
    return { source: name, path, resource, dashboard, model };
  });
}

/** The most names of instances that a page gets of a link. */
const MOST_NAMES = 5;

function opensModel(names: readonly string[] | undefined): OpensModel | undefined {
  return names && { count: names.length, names: names.slice(0, MOST_NAMES) };
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
    reason: withoutPlaceholders(remarkOf(report)),
    findings: findings
      .filter(({ widget }) => widget === path)
      .map(({ rule, level, message }) => ({ rule: rule.id, level, message })),
  };
}

/** The App Builder app of a stack, if it declares one and no other. */
function appIn(path: string, stack: JsonObject, dashboard: JsonObject): AppModel | undefined {
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
