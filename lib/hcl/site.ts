import { JsonObject } from '../json/value';
import { HclEdit } from './edit';

/** Where a widget of a dashboard is written, and how its title and context links are changed there. */
export interface Site {
  /** Where it begins. */
  readonly offset: number;
  /** Why it can't be read or changed for certain. */
  readonly problem?: Problem;
  /**
   * The edits that make one definition the other: only titles and context links may differ.
   *
   * @param before as it is
   */
  edits(before: JsonObject, after: JsonObject): HclEdit[];
}

/** Something that is left alone, where it is and why. */
export interface Problem {
  readonly offset: number;
  readonly text: string;
}
