import { Place } from '../../json/place';
import { FileError } from '../files/errors';

/** A report for programs, as text. */
export function printedJson(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** What programs read of something that is noted. */
export function plainNote({
  path,
  place,
  message,
}: {
  readonly path: string;
  readonly place?: Place;
  readonly message: string;
}): object {
  return { path, ...place, message };
}

/** What programs read of a file that can't be read or written. */
export function plainFailure({ path, place, problem }: FileError): object {
  return plainNote({ path, place, message: problem });
}
