import { spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { generated } from './support/generated';
import { GO } from './support/go';
import { JAVA } from './support/java';
import { describeLanguage, environment, ROOT, run } from './support/language';
import { PYTHON } from './support/python';

const out = mkdtempSync(join(tmpdir(), 'rookout-languages-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** The Terraform JSON that a program has synthesized to a folder. */
function stackIn(folder: string): string {
  return readFileSync(join(folder, 'stacks', 'shop', 'cdk.tf.json'), 'utf8');
}

function twin(): string {
  const folder = join(out, 'TypeScript');
  run(process.execPath, ['--require', 'ts-node/register', 'examples/shop.ts'], ROOT, environment(folder));
  return stackIn(folder);
}

/** What the programs `values` print: the same lines first, then what JSON does not have, in the words of the language. */
const VALUES = [
  '{"b":[1,null,0.5]}',
  'table',
  'Checkout',
  '[stack/Wrong] metricPoints: "tabel" is not known. Use one of: app, table, uiExtension.',
  'label: "cart" has no colon between key and value. Write it as "key:value".',
  '[stack/Dashboard] query, queries, definition: 0 of them are given, but a graph has one source. Give exactly one of the three.',
  '[stack/Dashboard] definition:1:10: "NaN}" is where it stops being JSON: this is neither text in double quotes, nor a number, nor true, false or null. Export it again, or fix it at that place.',
  '[stack/Missing] path: "nowhere.json" can\'t be read: ENOENT. Pass the path of a file that can be read.',
  'value[0]: 9007199254740992 is a whole number beyond 2^53, and may have lost digits on its way here. Write the number as text or, where JSON text is taken, the whole value.',
];

const NUMBER = 'is not a number that JSON has. Pass a finite number.';
const NO_TYPE_OF_JAVA = 'which JSON does not have. Pass a Map, a List, text, a number, a boolean or null.';
const IN_ITSELF = 'a value is in itself, or far too deep. Pass it as JSON text.';

/** The lines for numbers, half a character, and two values that are too deep. */
const notJson = (nan: string, infinity: string, half: string) => [
  `a[1]: ${nan} ${NUMBER}`,
  `[stack/Dashboard] content: ${infinity} ${NUMBER}`,
  `[stack/Nan] json.widgets[0]: ${nan} ${NUMBER}`,
  half,
  IN_ITSELF,
  IN_ITSELF,
];

const NOT_JSON: Readonly<Record<string, readonly string[]>> = {
  Python: [
    ...notJson(
      'nan',
      'inf',
      'value[0]: "\\ud800" holds half of a surrogate pair, which is no character. Take it out.',
    ),
    "[stack/Services] services: ('cart',) is of the type tuple, which JSON does not have. Pass a dict, a list, text, a number, True, False or None.",
    'a: 1 is a name in a dict, and names are text in JSON. Write it as text.',
    "a: {'b'} is of the type set, which JSON does not have. Pass a dict, a list, text, a number, True, False or None.",
    '[{"display_type": "error dashed", "value": "y = 1"}]',
  ],
  Java: [
    ...notJson(
      'NaN',
      'Infinity',
      '[0]: a text holds half of a surrogate pair, which is no character. Take it out.',
    ),
    `a[1]: a value is of the type byte[], ${NO_TYPE_OF_JAVA}`,
    `a: a value is of the type java.util.Date, ${NO_TYPE_OF_JAVA}`,
    `a: a value is of the type java.time.Instant, ${NO_TYPE_OF_JAVA}`,
    `[stack/Date] json.widgets: a value is of the type java.util.Date, ${NO_TYPE_OF_JAVA}`,
  ],
  Go: [
    ...notJson('NaN', '+Inf', '[0]: "\\xed\\xa0\\x80" is not text in UTF-8. Take out what is no character.'),
    'the names of map[int]string are not text, as in JSON. Use strings for them.',
    'a: a value is of the type func(), which JSON does not have. Pass a map, a slice, text, a number, a bool or nil.',
    'a value is of the type []uint8, which would arrive as a list of numbers. Pass text: string(value).',
    '[stack/Raw] json.widgets: a value is of the type json.RawMessage, which would arrive as a list of numbers. Pass text: string(value).',
  ],
};

for (const language of [PYTHON, JAVA, GO]) {
  describeLanguage(language, (program) => {
    it('synthesizes the same Terraform JSON as TypeScript', () => {
      const folder = join(out, language.name);
      program('example', { cwd: ROOT, out: folder });
      expect(stackIn(folder)).toBe(twin());
    });

    it('has the same values, errors of one line, and paths relative to where the program runs', () => {
      const printed = program('values', {
        cwd: join(ROOT, 'examples', 'dashboards'),
        out: join(out, 'values'),
      });
      expect(printed.trim().split('\n')).toEqual([...VALUES, ...NOT_JSON[language.name]]);
    });

    if (language === PYTHON) {
      it('brings the command', () => {
        const options = { cwd: join(ROOT, 'examples', 'dashboards'), out: join(out, 'command') };
        expect(program('command', options)).toContain('1 of 1 dashboard would change; graphs: 2 tagged');
      });
    }
  });
}

describe('the readme of Python', () => {
  it('is what PyPI shows', () => {
    const made = join(generated('rookout', 'python', join(out, 'readme')), 'README.md');
    expect(readFileSync(made, 'utf8')).toBe(readFileSync(join(ROOT, 'languages/python/README.md'), 'utf8'));
  });
});

describe('C#', () => {
  it('is generated', () => {
    const sources = join(generated('rookout', 'dotnet', out), 'CdktfDatadogRookout', 'CdktfDatadogRookout');
    expect(readFileSync(join(sources, 'RookoutDashboard.cs'), 'utf8')).toContain('class RookoutDashboard');
  });

  const isThere = spawnSync('dotnet', ['--version'], { stdio: 'ignore' }).error === undefined;
  (isThere ? it : it.skip)(`compiles${isThere ? '' : ' (skipped: dotnet is not installed)'}`, () => {
    run('dotnet', ['build'], join(generated('rookout', 'dotnet', out), 'CdktfDatadogRookout'));
  });
});
