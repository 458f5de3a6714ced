import { LabelFilter } from '../../rookout/label-filter';
import { plainFailure, plainNote, printedJson } from '../output/json';
import { counted, printable } from '../output/terminal';
import { LabelsResult, LabelUse, UsedLabel } from './result';

/** The formats of the list. The first is the default. */
export const LABELS_FORMATS = ['markdown', 'json'] as const;
export type LabelsFormat = (typeof LABELS_FORMATS)[number];

/** The most names of instances in a row. JSON has all. */
const MOST_NAMES = 5;

export const FORMATS: Readonly<Record<LabelsFormat, (result: LabelsResult) => string>> = {
  markdown,
  json: (result) => printedJson(plain(result)),
};

function plain({ dashboards, labels, notes, failures }: LabelsResult): object {
  return {
    dashboards,
    labels: labels.map(({ filter: { key, value, kind }, instances, graphs }) => ({
      key,
      value,
      kind,
      instances,
      graphs: graphs.map(({ path, start, dashboard, resource, widget, title, in: has, byTagging }) => ({
        path,
        ...start,
        dashboard,
        resource,
        widget,
        title,
        in: has,
        byTagging,
      })),
    })),
    notes: notes.map(plainNote),
    failures: failures.map(plainFailure),
  };
}

/** A section for each key, with a row for each graph that uses a value of it. */
function markdown({ dashboards, labels }: LabelsResult): string {
  const byKey = new Map<string, UsedLabel[]>();
  for (const label of labels) {
    const { key } = label.filter;
    byKey.set(key, [...(byKey.get(key) ?? []), label]);
  }
  const heading = `# Labels of ${counted(dashboards, 'dashboard')}\n`;
  if (byKey.size === 0) return `${heading}\nNo title and no link has a label.\n`;
  return [heading, ...Array.from(byKey, ([key, own]) => section(key, own))].join('\n');
}

function section(key: string, labels: readonly UsedLabel[]): string {
  const withInstances = labels.some(({ instances }) => instances !== undefined);
  const headings = ['value', ...(withInstances ? ['instances'] : []), 'where', 'graph', 'widget', 'file'];
  const rows = labels.flatMap(({ filter, instances = [], graphs }) =>
    graphs.map((graph) => [
      valueText(filter),
      ...(withInstances ? [instancesText(instances)] : []),
      whereText(graph),
      graph.title === '' ? 'untitled' : code(graph.title),
      code(graph.resource === undefined ? graph.widget : `${graph.resource} ${graph.widget}`),
      code(`${graph.path}:${graph.start.line}:${graph.start.column}`),
    ]),
  );
  const lines = [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`);
  return `## ${code(key)}\n\n${lines.join('')}`;
}

function valueText({ value, kind }: LabelFilter): string {
  const meaning = {
    text: '',
    variable: ', a template variable',
    line: ', the clicked line',
    terraform: ', known to Terraform only',
  };
  return code(value) + meaning[kind];
}

function instancesText(names: readonly string[]): string {
  if (names.length === 0) return '**none**';
  const rest = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).map(code).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function whereText({ in: has, byTagging }: LabelUse): string {
  return [...has, ...byTagging.map((part) => `${part} (by tagging)`)].join(', ');
}

/** Text in a cell of a table that is nothing else, whatever it holds. */
function code(text: string): string {
  const shown = printable(text).replace(/\|/g, '\\|');
  const longest = Math.max(0, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + shown + fence : `${fence} ${shown} ${fence}`;
}
