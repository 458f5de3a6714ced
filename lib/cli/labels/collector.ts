import { GraphLabels, graphLabels, taggedLabels } from '../../datadog/labels/graph-labels';
import { definitionAt } from '../../datadog/tagging/findings/findings';
import { definitionKeys } from '../../datadog/tagging/json-widgets';
import { WidgetReport } from '../../datadog/tagging/report';
import { TaggingRules } from '../../datadog/tagging/settings';
import { tagDashboard } from '../../datadog/tagging/tag-dashboard';
import { LINKED_TYPES } from '../../datadog/widget';
import { filterText, LabelFilter } from '../../rookout/label-filter';
import { withoutPlaceholders } from '../../terraform/template';
import { Note } from '../check/result';
import { DashboardSource } from '../sources/source';
import { sourcesIn } from '../sources/at-path';
import { RulesOfSources } from '../sources/rules';
import { CommandSettings } from '../config/tagging';
import { titleOf } from '../files/dashboard';
import { FileError, withFile } from '../files/errors';
import { GivenInstances } from '../instances/read';
import { excludesDashboard, rulesOf } from '../options';
import { Terminal } from '../output/terminal';
import { LabelsResult, Part, UsedLabel } from './result';

const PARTS: readonly Part[] = ['title', 'link'];

/** Reads the dashboards of paths, and collects the labels that they use. */
export class LabelCollector {
  private readonly rules: TaggingRules;
  private readonly rulesOfSources: RulesOfSources;
  private readonly labels = new Map<string, UsedLabel>();
  private readonly notes: Note[] = [];
  private readonly failures: FileError[] = [];
  private dashboards = 0;

  /** @param instances what runs, if that is known */
  public constructor(
    private readonly settings: CommandSettings,
    private readonly terminal: Terminal,
    private readonly instances?: GivenInstances,
  ) {
    this.rules = rulesOf(settings);
    // Widgets of every kind may have labels; tagging adds some only to the kinds of the settings.
    this.rulesOfSources = new RulesOfSources({ ...this.rules, widgetTypes: LINKED_TYPES });
    this.notes.push(...(instances?.notes ?? []));
  }

  public read(paths: Iterable<string>): void {
    for (const source of sourcesIn(paths, this.terminal)) {
      if (source.kind === 'failure') this.failures.push(source.error);
      else if (source.kind === 'passed over') this.notes.push(source);
      else if (source.kind === 'dashboard') this.readDashboard(source);
    }
  }

  public result(): LabelsResult {
    const { dashboards, notes, failures } = this;
    const labels = [...this.labels]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, label]) => label);
    return { dashboards, labels, notes, failures };
  }

  private readDashboard(source: DashboardSource): void {
    try {
      withFile(source.path, () => {
        const rules = this.rulesOfSources.of(source);
        const { widgets } = tagDashboard(source.dashboard, rules);
        this.dashboards++;
        for (const widget of widgets) this.readGraph(source, widget, rules);
      });
    } catch (error) {
      this.failures.push(error as FileError);
    }
  }

  private readGraph(source: DashboardSource, report: WidgetReport, rules: TaggingRules): void {
    const { path, resource, dashboard, hcl } = source;
    const { path: widget, type, outcome } = report;
    const keys = definitionKeys(widget);
    const definition = definitionAt(dashboard, keys);
    const has = graphLabels(report, definition, rules);
    if (has.otherLink !== undefined)
      this.notes.push({ path, message: aboutLink(source, widget, has.otherLink) });
    const isTagged =
      outcome !== 'excluded' &&
      hcl?.file.problemOf(hcl.file.dashboards[hcl.index], widget) === undefined &&
      this.rules.widgetTypes.includes(type) &&
      !excludesDashboard(this.settings, dashboard);
    const gets: GraphLabels = isTagged ? taggedLabels(report, rules) : { title: [], link: [] };
    const [had, got] = [has, gets].map(textsOf);
    for (const filter of distinct([...has.title, ...has.link, ...gets.title, ...gets.link])) {
      const text = filterText(filter);
      const before = PARTS.filter((part) => had[part].has(text));
      this.labelOf(filter).graphs.push({
        path,
        ...source.placeOf([...keys, 'title']),
        dashboard: titleOf(dashboard),
        resource,
        widget,
        title: withoutPlaceholders(report.before),
        in: before,
        byTagging: PARTS.filter((part) => !had[part].has(text) && got[part].has(text)),
      });
    }
  }

  private labelOf(filter: LabelFilter): UsedLabel {
    const name = filterText(filter);
    let label = this.labels.get(name);
    if (!label) {
      const instances = this.instances && { instances: this.instances.running.selectedBy([filter]) };
      this.labels.set(name, (label = { filter, graphs: [], ...instances }));
    }
    return label;
  }
}

function distinct(filters: readonly LabelFilter[]): Iterable<LabelFilter> {
  return new Map(filters.map((filter) => [filterText(filter), filter])).values();
}

function textsOf({ title, link }: GraphLabels): Readonly<Record<Part, ReadonlySet<string>>> {
  return { title: new Set(title.map(filterText)), link: new Set(link.map(filterText)) };
}

function aboutLink({ resource }: DashboardSource, widget: string, url: string): string {
  return (
    `${resource === undefined ? '' : `${resource}: `}${widget} has a link that opens ${url}. Its labels are not known, ` +
    'since that is not of the form of the session link. If your Rookout has this URL, set it: --session-link <url>'
  );
}
