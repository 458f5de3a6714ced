import fc from 'fast-check';
import { dashboard, free, logs, shop, tabbed, timeseries } from '../../__tests__/cli/support/dashboards';

/** Files to run the command on, and what to run. */
export interface Input {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Names of pipes to make. */
  readonly pipes: readonly string[];
  readonly argv: readonly string[];
  /** Whether that writes files. */
  readonly writes: boolean;
}

/** Texts that mean something somewhere. */
const TEXTS = [
  'service:a AND (host:b* OR -env:?)',
  'avg:mem{service:cart,env IN (prod,test)} by {host}',
  '[service:cart] [env:prod]',
  '{{service.value}}',
  '${data.x.y}',
  '%{ if true }',
  '$service.value',
  '/\\example.com',
  '__proto__',
  '\ud800',
  '\u202e\u0000',
  '('.repeat(200),
  '*'.repeat(300),
  '-'.repeat(300),
  ' '.repeat(2000),
];

const VALUES = [null, true, 0, -5, 1e308, 9007199254740993, '', [], {}, [[]], [null], { widgets: [] }];

const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 30 }));

const anything = fc.oneof(fc.constantFrom<unknown>(...VALUES), text, fc.jsonValue({ maxDepth: 4 }));

const whole = fc
  .constantFrom<() => unknown>(
    shop,
    free,
    tabbed,
    () => dashboard('Logs', logs('Errors', 'service:cart status:error')),
    () => ({ resource: { datadog_dashboard_json: { a: { dashboard: JSON.stringify(shop()) } } } }),
    () => dashboard('Many', ...Array.from({ length: 30 }, () => timeseries('M', 'avg:mem{service:cart}'))),
  )
  .map((make) => make());

/** JSON in which something stands in another's place. */
const changed = fc
  .tuple(whole, fc.array(fc.tuple(fc.nat(), anything), { maxLength: 4 }))
  .map(([json, changes]) =>
    changes.reduce((value: unknown, [at, other]) => replaced(value, at, other), json),
  );

/** The value with the one that comes at a place in it, in order, exchanged. */
function replaced(json: unknown, at: number, other: unknown): unknown {
  const places: (() => void)[] = [];
  const copy = structuredClone(json);
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      const parent = value as Record<string, unknown>;
      places.push(() => {
        Object.defineProperty(parent, key, {
          value: other,
          enumerable: true,
          writable: true,
          configurable: true,
        });
      });
      visit(parent[key]);
    }
  };
  visit(copy);
  places[at % Math.max(places.length, 1)]?.();
  return copy;
}

const json = fc.oneof({ arbitrary: changed, weight: 6 }, { arbitrary: anything, weight: 1 });

/** A file that is cut, or has bytes in it that it should not have. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.tuple(json, fc.nat(), fc.uint8Array({ maxLength: 3 })).map(([value, at, odd]) => {
    const content = Buffer.from(JSON.stringify(value) ?? '');
    const cut = at % (content.length + 1);
    return Buffer.concat([content.subarray(0, cut), odd, content.subarray(cut + (at % 3) * odd.length)]);
  }),
  fc.tuple(json, fc.nat()).map(([value, at]) => {
    const content = JSON.stringify(value) ?? '';
    return content.slice(0, at % (content.length + 1));
  }),
);

const file = fc.oneof(
  { arbitrary: json.map((value) => JSON.stringify(value, null, 2) ?? ''), weight: 5 },
  { arbitrary: bytes, weight: 2 },
);

const hcl = fc.tuple(text, text, fc.nat()).map(([title, query, at]) => {
  const whole = `resource "datadog_dashboard" "a" {
  title       = ${JSON.stringify(title)}
  layout_type = "ordered"
  widget {
    timeseries_definition {
      title = "Memory"
      request { q = ${JSON.stringify(query)} }
    }
  }
}
resource "datadog_dashboard_json" "b" {
  dashboard = jsonencode(${JSON.stringify(dashboard('B', timeseries('M', query)))})
}
`;
  return at % 3 === 0 ? whole.slice(0, at % whole.length) : whole;
});

const configuration = fc.oneof(
  fc.constantFrom('{}', '{"rules": {"missing-filter": "off"}}', '{"tagging": {"labelKeys": ["service"]}}'),
  anything.map((value) => JSON.stringify(value) ?? ''),
);

const WRITES: readonly string[] = ['--out', '--in-place', '--fix', '--output'];

const BOARDS = ['boards/a.json', 'boards/b.json', 'boards/c d.json'];

const commands = fc.constantFrom<readonly string[]>(
  ['check', 'boards'],
  ['check', 'boards', '--format', 'sarif', '--output', 'out.sarif'],
  ['check', 'boards', '--format', 'json'],
  ['check', 'boards', '--fix'],
  ['tag', ...BOARDS, '--dry-run'],
  ['tag', ...BOARDS, '--in-place', '--title-untitled'],
  ['tag', ...BOARDS, '--out', 'tagged/here'],
  ['tag', 'main.tf', '--in-place'],
  ['import', ...BOARDS, '--out', 'app/stack.ts'],
  ['import', ...BOARDS, '--out', 'main.py', '--language', 'python'],
  ['labels', 'boards'],
  ['labels', 'boards', '--format', 'json'],
  ['preview', 'boards', '--out', 'pages'],
  ['preview', 'boards', '--out', '.'],
  ['preview', 'boards', '--against', 'old', '--format', 'markdown'],
  ['preview', 'boards', '--against', 'old', '--out', 'pages'],
);

export const inputs: fc.Arbitrary<Input> = fc
  .record({
    boards: fc.tuple(file, file, file),
    old: file,
    hcl,
    configuration: fc.option(configuration, { freq: 4 }),
    index: fc.option(fc.constant('mine'), { freq: 8 }),
    pipes: fc.oneof(
      { arbitrary: fc.constant([]), weight: 20 },
      { arbitrary: fc.constant(['boards/pipe.json']), weight: 1 },
    ),
    argv: commands,
  })
  .map(({ boards, old, hcl: terraform, configuration: configured, index, pipes, argv }) => ({
    files: {
      ...Object.fromEntries(BOARDS.map((name, at) => [name, boards[at]])),
      'old/a.json': old,
      'main.tf': terraform,
      ...(configured === null ? {} : { 'rookout-datadog.json': configured }),
      ...(index === null ? {} : { 'index.html': index }),
    },
    pipes,
    argv,
    writes: argv.some((option) => WRITES.includes(option)),
  }));
