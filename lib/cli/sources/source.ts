import { Place } from '../../json/place';
import { JsonObject } from '../../json/value';
import { DashboardFile } from '../files/dashboard';
import { FileError } from '../files/errors';

/** A dashboard to check. */
export interface DashboardSource {
  readonly kind: 'dashboard';
  /** The file that it is in. */
  readonly path: string;
  /** The Terraform resource of the dashboard. */
  readonly resource?: string;
  /** Terraform's JSON that the resource is in. */
  readonly stack?: JsonObject;
  readonly dashboard: JsonObject;
  /** What a plan changes it from, or null if the plan creates it. Undefined where nothing is planned. */
  readonly before?: JsonObject | null;
  /** The exported file, if it is one. */
  readonly file?: DashboardFile;
  /** Why it can't be fixed, and what to do, if it is not an exported file. */
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

export function passedOver(path: string, message: string, isDashboard: boolean): PassedOver {
  return { kind: 'passed over', path, message, isDashboard };
}
