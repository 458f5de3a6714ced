import { FileValue } from './file-value';
import { agentTextAt, GivenInstance } from './given';

/**
 * The instances of a plain list: of each the labels, as an object or as the text of `ROOKOUT_LABELS`.
 *
 * @throws FileError if an item is neither
 */
export function instancesInList(list: FileValue): GivenInstance[] {
  return list.items.map((item) => {
    if (typeof item.value === 'string') {
      const agentText = agentTextAt(item, item.value);
      return { ...instance(agentText.labels), agentText };
    }
    const labels = new Map(item.entries.map(([key, value]) => [key, labelValue(value)]));
    return instance(labels);
  });
}

function labelValue(value: FileValue): string {
  const { text } = value;
  if (text === undefined || text.trim() === '') throw value.refused('is empty. Give the label a value');
  return text;
}

function instance(labels: ReadonlyMap<string, string>): GivenInstance {
  const name = Array.from(labels, ([key, value]) => `${key}:${value}`).join(',');
  return { name, title: name, labels, unknown: new Set(), open: false };
}
