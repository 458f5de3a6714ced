import { Filter } from '../../../lib/datadog/query/filter';
import { Event } from './oracle';

/** Whether something is true of an event. Undefined if that is not known. */
export type Meaning = (event: Event) => boolean | undefined;

/** What Datadog keeps as an attribute, though searches name it like a tag. */
const RESERVED = ['service', 'status'];

/** The parts of a filter that say what they select. */
const KNOWN: readonly string[] = ['tag', 'pattern', 'text'] satisfies Filter['kind'][];

/**
 * What a filter lets through, written down without regard to its reader. Of a filter with a part that is not
 * understood, no text is known: it may be a piece of that part.
 */
export function meaningOf(filter: Filter): Meaning {
  return meaning(filter, isUnderstood(filter));
}

function isUnderstood(filter: Filter): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.of.every(isUnderstood);
    case 'not':
      return isUnderstood(filter.of);
    case 'range':
      return filter.key.startsWith('@');
    default:
      return KNOWN.includes(filter.kind);
  }
}

function meaning(filter: Filter, understood: boolean): Meaning {
  switch (filter.kind) {
    case 'and':
      return every(filter.of.map((part) => meaning(part, understood)));
    case 'or':
      return not(every(filter.of.map((part) => not(meaning(part, understood)))));
    case 'not':
      return not(meaning(filter.of, understood));
    case 'tag':
      return (event) => valuesOf(filter.key, event).includes(filter.value);
    case 'pattern': {
      const pattern = expression('^', filter.value, '$');
      return (event) => valuesOf(filter.key, event).some((value) => pattern.test(value));
    }
    case 'range':
      return (event) => isWithin(filter.range, event[filter.key.slice(1)]);
    case 'text': {
      const words = expression('\\b', filter.text, '\\b');
      return ({ message = '' }) => (understood ? words.test(message) : undefined);
    }
    default:
      return () => undefined;
  }
}

function every(parts: readonly Meaning[]): Meaning {
  return (event) => {
    const each = parts.map((part) => part(event));
    if (each.includes(false)) return false;
    return each.includes(undefined) ? undefined : true;
  };
}

function not(part: Meaning): Meaning {
  return (event) => {
    const holds = part(event);
    return holds === undefined ? undefined : !holds;
  };
}

function valuesOf(key: string, event: Event): readonly string[] {
  if (key === 'tags') return event.tags;
  const attribute = key.startsWith('@') ? key.slice(1) : RESERVED.find((name) => name === key);
  if (attribute !== undefined) return attribute in event ? [String(event[attribute])] : [];
  return event.tags.filter((tag) => tag.startsWith(`${key}:`)).map((tag) => tag.slice(key.length + 1));
}

/** The text with `*` for any characters. */
function expression(start: string, text: string, end: string): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`${start}${parts.join('.*')}${end}`, 's');
}

/** Ranges of numbers only, as in `>400` and `[400 TO 599]`. */
function isWithin(range: string, value: unknown): boolean | undefined {
  const [, least, most, above] = /^(?:\[(\d+) TO (\d+)\]|>(\d+))$/.exec(range) ?? [];
  if (least === undefined && above === undefined) return undefined;
  if (typeof value !== 'number') return false;
  return above === undefined ? value >= Number(least) && value <= Number(most) : value > Number(above);
}
