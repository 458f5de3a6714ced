import { LabelFilter } from '../../rookout/label-filter';
import { Place } from '../../json/place';
import { FileError } from '../files/errors';
import { Note } from '../check/result';

/** Where a graph has a label. */
export type Part = 'title' | 'link';

/** A graph that has a label, or gets it by tagging. */
export interface LabelUse {
  readonly path: string;
  readonly start: Place;
  /** The dashboard's title. */
  readonly dashboard?: string;
  /** The Terraform resource of the dashboard. */
  readonly resource?: string;
  /** The position of the widget in the dashboard. */
  readonly widget: string;
  /** The widget's title; empty where it has none. */
  readonly title: string;
  /** What has the label already. */
  readonly in: readonly Part[];
  /** What tagging would add it to. */
  readonly byTagging: readonly Part[];
}

/** A label, and the graphs that use it. */
export interface UsedLabel {
  readonly filter: LabelFilter;
  readonly graphs: LabelUse[];
  /** The names of the instances that may have it. Undefined if it is not known what runs. */
  readonly instances?: readonly string[];
}

/** The labels of dashboards. */
export interface LabelsResult {
  readonly dashboards: number;
  /** By key, then by value. */
  readonly labels: readonly UsedLabel[];
  readonly notes: readonly Note[];
  readonly failures: readonly FileError[];
}
