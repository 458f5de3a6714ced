import { Rectangle } from '../datadog/widget';
import { Words } from './words';

/** What a page shows of a dashboard: plain data that the page's script draws. */
export interface PageModel {
  readonly title: string;
  readonly description: string;
  readonly layout: 'grid' | 'free';
  /** The columns of its grid. */
  readonly columns: number;
  readonly widgets: readonly WidgetModel[];
  readonly tabs: readonly TabModel[];
  readonly variables: readonly VariableModel[];
  readonly views: readonly ViewModel[];
  /** Every graph that can have a label filter, and what there is to say of it. */
  readonly graphs: readonly GraphModel[];
}

export interface TabModel {
  readonly name: string;
  /** The widgets on it, by position. */
  readonly widgets: readonly number[];
}

/** A template variable, which links follow. */
export interface VariableModel {
  readonly name: string;
  /** The tag that it selects. Empty if it has none. */
  readonly key: string;
  /** What it can be set to, its default first. */
  readonly values: readonly string[];
}

/** A saved view: values of template variables, by their names. */
export interface ViewModel {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A graph with its label filters; where it has none, why. */
export interface GraphModel {
  /** Where the widget is, for example `widgets[2]`. */
  readonly path: string;
  readonly title: string;
  readonly filters: readonly string[];
  /** The filters that it could have and does not. */
  readonly possible: readonly string[];
  /** Empty where there is nothing to say. */
  readonly reason: string;
  /** What its link opens. Undefined if it has none, or it is not known what runs. */
  readonly opens?: OpensModel;
  /** What `check` finds. */
  readonly findings: readonly { readonly rule: string; readonly level: string; readonly message: string }[];
}

export interface WidgetModel {
  readonly path: string;
  /** Datadog's name of its kind. */
  readonly type: string;
  readonly title: string;
  /** Whether its title is hidden. */
  readonly untitled: boolean;
  readonly description: string;
  readonly at: Rectangle;
  /** The label filters of the title, `key:value`. */
  readonly filters: readonly string[];
  /** The context links that the widget really has. */
  readonly links: readonly LinkModel[];
  readonly queries: readonly string[];
  readonly shows: Shown;
}

/** A context link. Its address has Datadog's variables, such as `{{host.value}}`, in it. */
export interface LinkModel {
  readonly label: string;
  readonly address: string;
  /** Undefined if it is not known what runs, or the link is none to Rookout. */
  readonly opens?: OpensModel;
}

/** The instances that a link opens. */
export interface OpensModel {
  readonly count: number;
  /** The names of the first ones. */
  readonly names: readonly string[];
}

/** What is drawn in a widget. */
export type Shown =
  | ChartShown
  | { readonly kind: 'value'; readonly series: Series[]; readonly unit: string; readonly precision: number }
  | { readonly kind: 'ranking'; readonly series: Series[] }
  | { readonly kind: 'parts'; readonly series: Series[] }
  | { readonly kind: 'pie'; readonly series: Series[] }
  | { readonly kind: 'heatmap'; readonly series: Series[] }
  | { readonly kind: 'change'; readonly series: Series[] }
  | { readonly kind: 'table'; readonly series: Series[]; readonly search: boolean }
  | { readonly kind: 'objective'; readonly targets: readonly string[] }
  | { readonly kind: 'list'; readonly columns: readonly string[] }
  | { readonly kind: 'note'; readonly markdown: string; readonly color: string }
  | TextShown
  | { readonly kind: 'image'; readonly url: string }
  | { readonly kind: 'metric points' }
  | { readonly kind: 'app'; readonly id: string; readonly app?: AppModel }
  | GroupShown
  | { readonly kind: 'plain' }
  | { readonly kind: 'unknown' };

export interface TextShown {
  readonly kind: 'text';
  readonly text: string;
  /** A color as `#6915F0`, or empty. */
  readonly color: string;
  readonly size: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface ChartShown {
  readonly kind: 'chart';
  readonly series: Series[];
  readonly legend: boolean;
  readonly axis: {
    readonly label: string;
    readonly log: boolean;
    readonly min?: number;
    readonly max?: number;
  };
  readonly markers: readonly MarkerModel[];
}

/** A horizontal line, or a band where it has two values. */
export interface MarkerModel {
  readonly values: readonly number[];
  readonly label: string;
  readonly level: 'error' | 'warning' | 'ok' | 'info';
}

export interface GroupShown {
  readonly kind: 'group';
  readonly columns: number;
  readonly color: string;
  readonly widgets: readonly WidgetModel[];
}

/** One formula or query, which draws a line for each value of its tags. */
export interface Series {
  readonly name: string;
  /** The tags that it groups by. */
  readonly tags: readonly string[];
  readonly as: 'line' | 'bars' | 'area';
  readonly limit: number;
  /** For example `req/s`; empty if the dashboard does not name it. */
  readonly unit: string;
  /** The colors of values, the first that holds. */
  readonly formats: readonly FormatModel[];
}

/** A conditional format. */
export interface FormatModel {
  readonly comparator: string;
  readonly value: number;
  /** Datadog's name of its colors, such as `white_on_red`. */
  readonly palette: string;
}

/** An App Builder app, as far as it can be known without running it. */
export interface AppModel {
  readonly parts: readonly AppPart[];
  /** The template variable that sets its select. */
  readonly variable: string;
}

export interface AppPart {
  readonly at: Rectangle;
  readonly kind: 'select' | 'button' | 'table' | 'text' | 'other';
  readonly label: string;
  /** The headings of a table, or the choices of a select. */
  readonly items: readonly string[];
  /** The pieces of the address that a button opens: the chosen item stands between each two. */
  readonly address?: readonly string[];
}

/** Two dashboards, and how the second differs from the first. */
export interface ChangesModel {
  readonly before?: PageModel;
  readonly after?: PageModel;
  readonly changes: readonly Change[];
}

/** A widget, or the dashboard's own fields, in one of the two dashboards or in both. */
export interface Change {
  readonly kind: ChangeKind;
  readonly title: string;
  /** Its path in the first dashboard. */
  readonly before?: string;
  /** Its path in the second one. */
  readonly after?: string;
  /** What is different, by field. */
  readonly details: readonly string[];
  /** Its queries and links that are different. */
  readonly texts: readonly ChangedTexts[];
}

/** What is not the same of a widget's queries, or of its links of one label. */
export interface ChangedTexts {
  /** The label of the links. Undefined for queries. */
  readonly link?: string;
  readonly pairs: readonly TextPair[];
}

/** A query, or the address of a link, before and after; empty where it was not there. */
export interface TextPair {
  readonly before: string;
  readonly after: string;
}

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved' | 'retitled';

/** What a page gets: one dashboard, or what has changed between two. The index of pages has neither. */
export type PageContent =
  | { readonly index?: string }
  | { readonly dashboard: PageModel; readonly index?: string }
  | { readonly changes: ChangesModel; readonly index?: string };

/** All that the page's script is told. */
export type PageData = PageContent & {
  readonly words: Words;
  readonly texts: { readonly location: string; readonly hits: string; readonly instances: string };
  readonly images: boolean;
  readonly live: boolean;
};
