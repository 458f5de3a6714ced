import { readFileSync } from 'fs';
import { join } from 'path';

/** The exported dashboard among the examples, as text. */
export const CHECKOUT = readFileSync(
  join(__dirname, '..', '..', 'examples', 'dashboards', 'checkout.json'),
  'utf8',
);
