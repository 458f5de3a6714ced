import { READERS_OF_BLOCKS } from '../../datadog/dashboard/blocks';
import { dashboardsIn, HclDashboard } from '../../hcl/dashboard';
import { NotHcl } from '../../hcl/syntax';
import { Lines, Place } from '../../json/place';
import { JsonObject } from '../../json/value';
import { Terminal } from '../output/terminal';
import { FileError } from './errors';
import { readTextFile, TextFile } from './read';

/** A file of Terraform's configuration, with the dashboards in it. */
export interface TerraformFile extends TextFile {
  readonly dashboards: readonly HclDashboard[];
  placeOf(offset: number): Place;
  /** Why the widget at that path can't be read or changed for certain, and where. */
  problemOf(dashboard: HclDashboard, path: string): string | undefined;
}

/** OpenTofu reads both names. */
export function isTerraformFile(path: string): boolean {
  return /\.(tf|tofu)$/.test(path);
}

/** @throws FileError if it can't be read, or is not HCL */
export function readTerraformFile(path: string, terminal: Terminal): TerraformFile {
  const file = readTextFile(path, terminal);
  return { ...file, ...terraformIn(path, file.text) };
}

/** @throws FileError if it is not HCL */
export function terraformIn(path: string, text: string): Omit<TerraformFile, keyof TextFile> {
  const lines = new Lines(text);
  const placeOf = (offset: number) => lines.placeOf(offset);
  const problemOf = ({ sites }: HclDashboard, widget: string) => {
    const problem = sites.get(widget)?.problem;
    if (!problem) return undefined;
    const { line, column } = placeOf(problem.offset);
    return `${problem.text} (line ${line}, column ${column})`;
  };
  try {
    return { dashboards: dashboardsIn(text), placeOf, problemOf };
  } catch (error) {
    if (!(error instanceof NotHcl)) throw error;
    throw new FileError(path, `is not HCL: ${error.problem}`, placeOf(error.offset), error);
  }
}

/** The dashboard in Datadog's JSON. Undefined if it is in another file, or only Terraform knows it. */
export function jsonOfTerraform({ content }: HclDashboard): JsonObject | undefined {
  switch (content.kind) {
    case 'blocks':
      return READERS_OF_BLOCKS[content.type](content.body, (text) => text);
    case 'json':
      return content.dashboard;
    default:
      return undefined;
  }
}
