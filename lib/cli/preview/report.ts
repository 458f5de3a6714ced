import { GraphModel } from '../../preview/model';
import { FileError } from '../files/errors';
import { plainFailure, printedJson } from '../output/json';
import { Pair } from './against/pairs';
import { PreviewedDashboard } from './dashboards';

/** What programs read of dashboards, as JSON. `schema/preview.schema.json` describes it. */
export function previewReport(
  dashboards: readonly (PreviewedDashboard | Pair)[],
  failures: readonly FileError[],
): string {
  return printedJson({
    dashboards: dashboards.map((one) => ('changes' in one ? changedDashboard(one) : shownDashboard(one))),
    failures: failures.map(plainFailure),
  });
}

function shownDashboard({ source, model: { title, graphs } }: PreviewedDashboard): object {
  return { source, title, graphs: graphsOf(graphs) };
}

/** A dashboard with its changes, and the graphs that it has after them. */
function changedDashboard({ source, title, before, after, changes }: Pair): object {
  const state = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return {
    source,
    title,
    state: changes.length === 0 ? 'unchanged' : state,
    graphs: graphsOf(after?.graphs ?? []),
    changes: changes.map((change) => ({
      kind: change.kind,
      title: change.title,
      before: change.before,
      after: change.after,
      fields: change.details,
      texts: change.texts.flatMap(({ link, pairs }) =>
        pairs.map((pair) => ({ link, before: pair.before, after: pair.after })),
      ),
    })),
  };
}

function graphsOf(graphs: readonly GraphModel[]): object[] {
  return graphs.map(({ path, title, filters, possible, reason, opens, findings }) => ({
    widget: path,
    title,
    filters,
    possible,
    reason: reason === '' ? undefined : reason,
    opens,
    findings,
  }));
}
