import { readFileSync } from 'fs';
import { join } from 'path';

/** The exported dashboard among the examples, as text. */
export const CHECKOUT = readFileSync(
  join(__dirname, '..', '..', '..', 'examples', 'dashboards', 'checkout.json'),
  'utf8',
);

/** What links to Rookout begin with. */
export const LINK = 'https://app.rookout.com/?labels=';

export function graph(title: string, query: string): object {
  return { definition: { title, type: 'timeseries', requests: [{ q: query }] } };
}

export function board(...widgets: object[]): any {
  return { title: 'Board', layout_type: 'ordered', widgets };
}
