import { readFileSync } from 'fs';
import { join } from 'path';
import { generate } from 'peggy';
import { flattened, Meaning } from './meaning';

/** A metric of a query, and what it is grouped by when every function around it has been applied. */
export interface Documented {
  readonly scope: Meaning;
  readonly groups: readonly string[];
}

const GRAMMAR = readFileSync(join(__dirname, 'metric-query.peggy'), 'utf8');
const PARSER = generate(GRAMMAR, { allowedStartRules: ['Queries', 'Scope'] });

/** What a scope means by the documentation. Undefined if no page tells of it. */
export function documentedScope(text: string): Meaning | undefined {
  return unlessRefused(() => flattened(PARSER.parse(text, { startRule: 'Scope' })));
}

/** The metrics of a query that have a scope, in order. Undefined if no page tells of such a query. */
export function documentedMetrics(text: string): readonly Documented[] | undefined {
  return unlessRefused(() => {
    const metrics: Documented[] = PARSER.parse(text, { startRule: 'Queries' });
    return metrics.map(({ scope, groups }) => ({ scope: flattened(scope), groups }));
  });
}

function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof PARSER.SyntaxError) return undefined;
    throw error;
  }
}
