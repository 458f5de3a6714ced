import { Place } from '../../json/place';
import { JsonObject } from '../../json/value';
import { DashboardFile } from '../files/dashboard';
import { FileError } from '../files/errors';
import { TerraformFile } from '../files/terraform';

/** A dashboard of a file of Terraform. */
export interface HclPlace {
  readonly file: TerraformFile;
  /** Which of the file's dashboards it is. */
  readonly index: number;
  /** Takes the file as it is after an edit, so that the dashboards after this one are read in it. */
  replaced(file: TerraformFile): void;
}

/** A dashboard to check. */
export interface DashboardSource {
  readonly kind: 'dashboard';
  /** The file that it is in. */
  readonly path: string;
  /** The Terraform resource of the dashboard. */
  readonly resource?: string;
  /** The path of the construct that declares it, where CDKTF has noted it. */
  readonly construct?: string;
  /** Terraform's JSON that the resource is in. */
  readonly stack?: JsonObject;
  readonly dashboard: JsonObject;
  /** Whether its widgets are blocks of Terraform. */
  readonly blocks?: boolean;
  /** What a plan changes it from, or null if the plan creates it. Undefined where nothing is planned. */
  readonly before?: JsonObject | null;
  /** The exported file, if it is one. */
  readonly file?: DashboardFile;
  /** Where it is written in Terraform's own language, if it is. Its `${…}` are expressions, not text. */
  readonly hcl?: HclPlace;
  /** Why it can't be fixed, and what to do, if there is no file that it is written in. */
  readonly notFixed?: string;
  /**
   * The start and the end of the value under these keys. If there is no such value, those of the nearest one
   * around it.
   */
  placeOf(keys: readonly (string | number)[]): { readonly start: Place; readonly end?: Place };
}

/** Something that is passed over, and why. */
export interface PassedOver {
  readonly kind: 'passed over';
  readonly path: string;
  readonly message: string;
  readonly isDashboard: boolean;
  /** Whether it is a part of a dashboard whose other parts are read. */
  readonly isPart?: boolean;
  readonly place?: Place;
  /** What to do for it, and for all others of its kind. */
  readonly advice?: string;
}

/** A dashboard that a plan destroys. */
export interface Gone {
  readonly kind: 'gone';
  readonly path: string;
  readonly resource: string;
  readonly dashboard: JsonObject;
}

/** What is found at a path. */
export type Source =
  DashboardSource | PassedOver | Gone | { readonly kind: 'failure'; readonly error: FileError };

export function failure(error: FileError): Source {
  return { kind: 'failure', error };
}

/** Parts of a dashboard whose others are read. */
export function partPassedOver(path: string, message: string): PassedOver {
  return { ...passedOver(path, message, false), isPart: true };
}

export function passedOver(path: string, message: string, isDashboard: boolean): PassedOver {
  return { kind: 'passed over', path, message, isDashboard };
}
