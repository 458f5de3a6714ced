import { lastOf, Line } from './sample';

const HOLDS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '=': (value, bound) => value === bound,
};

/** Datadog's names of colors that are not its own alone: those of `custom_bg` are of one account's making. */
const COLORS = 'red|yellow|orange|green|blue|gray|grey';
const ON_COLOR = new RegExp(`^\\w+_on_(?:light_)?(${COLORS})$`);
const COLORED = new RegExp(`^(${COLORS})(?:_on_white)?$`);

/** The classes of the first conditional format that holds for the last value of a line. */
export function formatOf(line: Line): string {
  const { palette } = line.series.formats.find(({ comparator, value }) =>
    HOLDS[comparator]?.(lastOf(line), value),
  ) ?? { palette: '' };
  const [, ground] = ON_COLOR.exec(palette) ?? [];
  const [, text] = COLORED.exec(palette) ?? [];
  return ground ? `format format-${ground}` : text ? `format-text format-${text}` : '';
}
