import { changesBetween, wholeChange } from '../../../preview/changes';
import { ChangesModel } from '../../../preview/model';
import { titleOf } from '../../files/dashboard';
import { PreviewedDashboard } from '../dashboards';

/** A dashboard before and after; one of the two where it is new or gone. */
export interface Pair extends ChangesModel {
  readonly title: string;
  readonly source: string;
}

/** What has changed between two sets of dashboards. */
export function pairsOf(before: readonly PreviewedDashboard[], after: readonly PreviewedDashboard[]): Pair[] {
  const left = new Set(before);
  const pairs = after.map((next) => {
    const partner = partnerOf(next, left);
    if (partner) left.delete(partner);
    return pairOf(partner, next);
  });
  return [...pairs, ...[...left].map((gone) => pairOf(gone, undefined))];
}

/** What a plan changes. Undefined if the dashboard is not of a plan. */
export function plannedPair(dashboard: PreviewedDashboard): Pair | undefined {
  const { before, goes } = dashboard;
  if (goes) return pairOf(dashboard, undefined);
  return before === undefined ? undefined : pairOf(before ?? undefined, dashboard);
}

/** One of the same resource, else of the same title, else of the same file. */
function partnerOf(
  { resource, dashboard, file }: PreviewedDashboard,
  others: ReadonlySet<PreviewedDashboard>,
): PreviewedDashboard | undefined {
  const all = [...others];
  const title = titleOf(dashboard);
  return (
    all.find((other) => resource !== undefined && other.resource === resource) ??
    all.find((other) => title !== undefined && titleOf(other.dashboard) === title) ??
    all.find((other) => resource === undefined && other.resource === undefined && other.file === file)
  );
}

function pairOf(before: PreviewedDashboard | undefined, after: PreviewedDashboard | undefined): Pair {
  const { model, source } = (after ?? before)!;
  const { title } = model;
  const changes =
    before && after
      ? changesBetween(before.dashboard, after.dashboard)
      : [wholeChange(after ? 'added' : 'removed', title)];
  return { title, source, before: before?.model, after: after?.model, changes };
}
