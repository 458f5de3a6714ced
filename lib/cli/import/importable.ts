import { dirname, join } from 'path';
import { contentOfImport, importDashboard, leftOutOf } from '../../datadog/dashboard/exported';
import { taggingRules } from '../../datadog/tagging/settings';
import { tagDashboard } from '../../datadog/tagging/tag-dashboard';
import { HclDashboard } from '../../hcl/dashboard';
import { JsonObject } from '../../json/value';
import { DASHBOARD_TYPES, JSON_TYPE } from '../../terraform/dashboard-types';
import {
  beginsAsShown,
  formatProblem,
  maskIn,
  KNOWN_LATER,
  ShownResource,
  shownResources,
} from '../../terraform/shown';
import { LOOKS_LIKE_TOKEN, tokenIn } from '../../terraform/tokens';
import { Note } from '../check/result';
import { checkNumbersIn, dashboardIn, readJson } from '../files/dashboard';
import { FileError } from '../files/errors';
import { readTextFile, TextFile } from '../files/read';
import { isTerraformFile, jsonOfTerraform, readTerraformFile, TerraformFile } from '../files/terraform';
import { Terminal } from '../output/terminal';
import { expressionsNote } from './expressions';

/** A dashboard that `RookoutDashboard.fromFile` will take and tag. */
export interface Importable {
  /** The file that it is in. */
  readonly path: string;
  /** The Terraform resource of it, if it is of a plan or a state. */
  readonly address?: string;
  readonly dashboard: JsonObject;
  readonly content: string;
  /** The file that already has that content, if there is one. */
  readonly source?: string;
  /** Datadog's id, if it exists. */
  readonly existing?: string;
  /** What to say of it. */
  readonly notes: readonly Note[];
}

/** The dashboards of a file, and what is to be said of what is left out. */
export interface ImportableFile {
  readonly dashboards: readonly Importable[];
  readonly notes: readonly Note[];
}

const LEFT_BLOCKS =
  'is left out: its widgets are blocks of Terraform. Export it from Datadog, and import that file';

/** An id of a dashboard, such as `abc-def-ghi`. */
const ID = /^[\w-]+$/;

/**
 * The dashboards of an exported file, of a plan or a state, or of a file of Terraform.
 *
 * @throws FileError if one of them is invalid, or there is none
 */
export function readImportable(path: string, terminal: Terminal): ImportableFile {
  if (isTerraformFile(path)) return writtenDashboards(path, terminal);
  const file = readTextFile(path, terminal);
  return beginsAsShown(file.text) ? shownDashboards(file) : { dashboards: [exported(file)], notes: [] };
}

function exported(file: TextFile): Importable {
  const { path, text, absolute, whole } = file;
  const dashboard = dashboardIn(path, text);
  refuseTokens(file);
  checkNumbersIn(file);
  checkTakes(dashboard);
  const notes = [expressionsNote(path, text), leftOut(path, undefined, dashboard)].filter(
    (note) => note !== undefined,
  );
  return { path, dashboard, content: whole, source: absolute, ...existingAs(dashboard.id), notes };
}

function shownDashboards(file: TextFile): ImportableFile {
  const { path, text } = file;
  const shown = readJson(path, text).value as JsonObject;
  const problem = formatProblem(shown);
  if (problem !== undefined) throw new FileError(path, problem);
  const all = shownResources(shown, DASHBOARD_TYPES).filter(({ after }) => after !== undefined);
  const found = all.map((resource) => ofResource(file, resource));
  return importableOf(path, found);
}

/** @param found the dashboards, or why they are left out */
function importableOf(path: string, found: readonly (Importable | string)[]): ImportableFile {
  const dashboards = found.filter((one) => typeof one !== 'string');
  const notes = found.filter((one) => typeof one === 'string');
  if (dashboards.length === 0) {
    const reason =
      notes.length === 0
        ? `has no ${JSON_TYPE} in it`
        : `has no ${JSON_TYPE} that can be imported: ${notes[0]}`;
    throw new FileError(path, reason);
  }
  return { dashboards, notes: notes.map((message) => ({ path, message })) };
}

const NO_IDS =
  'a file of Terraform has no ids of dashboards. If it is applied already, import its state instead, with --adopt: ' +
  'terraform show -json > state.json';

/** The dashboards that a file of Terraform has whole, as JSON. */
function writtenDashboards(path: string, terminal: Terminal): ImportableFile {
  const file = readTerraformFile(path, terminal);
  refuseTokens(file);
  const { dashboards, notes } = importableOf(
    path,
    file.dashboards.map((dashboard) => written(file, dashboard, terminal)),
  );
  return { dashboards, notes: [...notes, { path, message: NO_IDS }] };
}

/** The dashboard, or why it is left out. */
function written(file: TerraformFile, board: HclDashboard, terminal: Terminal): Importable | string {
  const { address, content, computed, problems } = board;
  if (content.kind === 'blocks') return `${address} ${LEFT_BLOCKS}`;
  const problem = content.kind === 'unknown' ? content.problem : (computed ?? problems[0]);
  if (problem === undefined) {
    return content.kind === 'file'
      ? exported(readTextFile(join(dirname(file.path), content.path), terminal))
      : ofJson(file.path, address, jsonOfTerraform(board)!);
  }
  const { line, column } = file.placeOf(problem.offset);
  return (
    `${address} is left out: ${problem.text} (line ${line}, column ${column}). A state has all of it: ` +
    'terraform show -json > state.json'
  );
}

function ofJson(path: string, address: string, dashboard: JsonObject): Importable {
  const content = `${JSON.stringify(dashboard, null, 2)}\n`;
  checkTakes(dashboard);
  const notes = [leftOut(path, address, dashboard)].filter((note) => note !== undefined);
  return { path, address, dashboard, content, notes };
}

/** The dashboard, or why it is left out. */
function ofResource({ path }: TextFile, { address, type, after = {} }: ShownResource): Importable | string {
  if (type !== JSON_TYPE) {
    return `${address} ${LEFT_BLOCKS}`;
  }
  const { dashboard: text, dashboard_lists: lists, id } = after;
  if (typeof text !== 'string' || maskIn(text) !== undefined) {
    return `${address} is left out: it is ${text === KNOWN_LATER ? 'only known after the apply' : 'sensitive'}`;
  }
  const name = `${path}: ${address}`;
  const value = dashboardIn(name, text);
  refuseTokens({ path: name, text });
  checkNumbersIn({ path: name, text });
  const dashboard = { ...value, ...(Array.isArray(lists) && lists.length > 0 && { dashboard_lists: lists }) };
  return { ...ofJson(path, address, dashboard), ...existingAs(id) };
}

function existingAs(id: unknown): Pick<Importable, 'existing'> {
  return typeof id === 'string' && ID.test(id) ? { existing: id } : {};
}

function refuseTokens({ path, text }: Pick<TextFile, 'path' | 'text'>): void {
  const token = tokenIn(text);
  if (token) throw new FileError(path, `${LOOKS_LIKE_TOKEN}: ${token.marker}. Change the text`, token.place);
}

/** @throws BadInput if the library would not take the dashboard */
function checkTakes(dashboard: JsonObject): void {
  contentOfImport(importDashboard(dashboard), {});
  tagDashboard(dashboard, taggingRules({}));
}

function leftOut(path: string, address: string | undefined, dashboard: JsonObject): Note | undefined {
  const fields = leftOutOf(dashboard);
  return fields === undefined
    ? undefined
    : { path, message: address === undefined ? fields : `${address}: ${fields}` };
}
