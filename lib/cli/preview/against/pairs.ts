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
  const partners = partnersOf(after, left);
  const pairs = after.map((next) => pairOf(partners.get(next), next));
  return [...pairs, ...[...left].map((gone) => pairOf(gone, undefined))];
}

/** What a plan changes. Undefined if the dashboard is not of a plan. */
export function plannedPair(dashboard: PreviewedDashboard): Pair | undefined {
  const { before, goes } = dashboard;
  if (goes) return pairOf(dashboard, undefined);
  return before === undefined ? undefined : pairOf(before ?? undefined, dashboard);
}

/** What two versions of a dashboard have in common. Undefined if it has nothing of that kind. */
type Mark = (dashboard: PreviewedDashboard) => string | undefined;

const byResource: Mark = ({ resource }) => resource;
const byTitle: Mark = ({ dashboard }) => titleOf(dashboard);
const byResourceAndTitle: Mark = ({ resource, dashboard }) =>
  resource === undefined ? undefined : JSON.stringify([resource, titleOf(dashboard)]);
const byFile: Mark = ({ resource }) => (resource === undefined ? '' : undefined);

/**
 * Those of the same resource, else of the same title, else of the same file. Modules have resources of the same name, and
 * copies have the same title: of these, the ones whose paths end alike the furthest.
 *
 * @param left those that have no partner yet: what gets one is taken out
 */
function partnersOf(
  after: readonly PreviewedDashboard[],
  left: Set<PreviewedDashboard>,
): Map<PreviewedDashboard, PreviewedDashboard> {
  const partners = new Map<PreviewedDashboard, PreviewedDashboard>();
  const deepest = Math.max(0, ...[...left].map(({ path }) => partsOf(path).length));
  for (let depth = deepest; depth >= 0; depth--) {
    pairBy(depth, byResourceAndTitle);
    pairBy(depth, byResource);
  }
  for (let depth = deepest; depth >= 0; depth--) pairBy(depth, byTitle);
  pairBy(1, byFile);
  return partners;

  function pairBy(depth: number, mark: Mark): void {
    const others = new Map<string, PreviewedDashboard[]>();
    for (const other of left) {
      const key = keyOf(other, depth, mark);
      if (key === undefined) continue;
      const same = others.get(key);
      if (same) same.push(other);
      else others.set(key, [other]);
    }
    for (const next of after) {
      const key = partners.has(next) ? undefined : keyOf(next, depth, mark);
      const partner = key === undefined ? undefined : others.get(key)?.shift();
      if (!partner) continue;
      partners.set(next, partner);
      left.delete(partner);
    }
  }
}

/** The mark, and so many of the last parts of the path. Undefined if there is no mark, or the path is shorter. */
function keyOf(dashboard: PreviewedDashboard, depth: number, mark: Mark): string | undefined {
  const value = mark(dashboard);
  const parts = partsOf(dashboard.path);
  if (value === undefined || parts.length < depth) return undefined;
  return JSON.stringify([value, ...parts.slice(parts.length - depth)]);
}

function partsOf(path: string): string[] {
  return path.split(/[\\/]+/);
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
