import { Note } from '../check/result';
import { titleOf } from '../files/dashboard';
import { FileError } from '../files/errors';
import { plainFailure, plainNote, printedJson } from '../output/json';
import { Importable } from './importable';
import { DASHBOARDS, DashboardNames } from './stack-text';

/** The formats of a report. The first is the default. */
export const IMPORT_FORMATS = ['text', 'json'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** What programs read of an import, as JSON. `schema/import.schema.json` describes it. */
export function jsonReport(
  { out, language }: { readonly out: string; readonly language: string },
  dashboards: readonly (Importable & DashboardNames)[],
  notes: readonly Note[],
  failures: readonly FileError[],
): string {
  return printedJson({
    app: out,
    language,
    written: failures.length === 0,
    dashboards: dashboards.map(({ id, file, dashboard, path, address, existing }) => ({
      id,
      file: `${DASHBOARDS}/${file}`,
      title: titleOf(dashboard),
      path,
      resource: address,
      existing,
    })),
    notes: notes.map(plainNote),
    failures: failures.map(plainFailure),
  });
}
