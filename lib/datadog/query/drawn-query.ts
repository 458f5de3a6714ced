import { Filter } from './filter';
import { Room } from './ranking';

/** A query whose lines a widget draws. */
export interface DrawnQuery {
  /** What it selects. */
  readonly filter: Filter;
  /** The source of its data, for example `metrics`. The mappings of template variables use the same names. */
  readonly source: string;
  /** The tags that it groups by. */
  readonly groups: readonly string[];
  /** Whether the widget shows all groups together, so that none of them can be clicked. */
  readonly together?: boolean;
  /** Whether its metrics are of containers or of a cloud, where the tag `host` is not the name of an instance. */
  readonly isOfCloud?: boolean;
  /** Whether it reads the data of another organization. */
  readonly isForeign?: boolean;
  /** Whether another query is subtracted from it: its filter leaves out what is subtracted. */
  readonly isMinuend?: boolean;
  /** What the widget certainly draws of it, if it draws only some of its lines. */
  readonly room?: Room;
}
