/**
 * What befalls a call:
 * - a status: refused before anything is changed; 429 with the headers of Datadog's rate limits
 * - `slow`: carried out, and answered so many milliseconds later
 * - `hang`: not carried out, and never answered until the API stops
 * - `drop before`, `drop after`: the connection breaks before or after the change is made; there is no answer
 * - `504 after`: the change is made, and a gateway in between has given up waiting for the answer
 */
export type Fault =
  | (429 | 500 | 502 | 503 | 504)
  | { readonly slow: number }
  | ('hang' | 'drop before' | 'drop after' | '504 after');

export interface FaultRule {
  /** @default any */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** @default any */
  readonly path?: RegExp;
  /** How many calls it befalls; `Infinity` for all. @default 1 */
  readonly times?: number;
  /** How many matching calls pass first. @default 0 */
  readonly after?: number;
  readonly with: Fault;
}

/** The faults still to come. */
export class Faults {
  private readonly rules: { readonly rule: FaultRule; toPass: number; left: number }[] = [];

  /** @returns lifts the rule */
  add(rule: FaultRule): () => void {
    const entry = { rule, toPass: rule.after ?? 0, left: rule.times ?? 1 };
    this.rules.push(entry);
    return () => void (entry.left = 0);
  }

  /** What befalls this call; every rule that matches counts it. */
  next(method: string, path: string): Fault | undefined {
    let fault: Fault | undefined;
    for (const entry of this.rules) {
      const { rule } = entry;
      if (rule.method !== undefined && rule.method !== method) continue;
      if (rule.path !== undefined && path.search(rule.path) < 0) continue;
      if (entry.toPass > 0) entry.toPass--;
      else if (entry.left > 0 && fault === undefined) {
        entry.left--;
        fault = rule.with;
      }
    }
    return fault;
  }
}

/** @see https://docs.datadoghq.com/api/latest/rate-limits/ */
export const RATE_LIMIT_HEADERS = {
  'X-RateLimit-Limit': '600',
  'X-RateLimit-Period': '60',
  'X-RateLimit-Remaining': '0',
  'X-RateLimit-Reset': '1',
  'X-RateLimit-Name': 'dashboards',
};

export const ERROR_OF_STATUS: Readonly<Record<number, string>> = {
  429: 'Too many requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
