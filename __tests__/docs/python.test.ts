import { execFileSync, spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { ROOT } from './support/documents';
import { PYTHON_SNIPPETS, Snippet } from './support/snippets';

interface Call {
  readonly callee: string;
  readonly positional: number;
  readonly keywords: readonly string[];
}

interface Uses {
  readonly name: string;
  readonly imported: readonly string[];
  readonly calls: readonly Call[];
  readonly attributes: readonly string[];
}

interface Parameters {
  readonly names: readonly string[];
  /** Only these can be given without their names. */
  readonly required: number;
}

const REFERENCE = readFileSync(join(ROOT, 'docs', 'api', 'python.md'), 'utf8');

/** The parameters of each class and method in the reference. */
const PARAMETERS = new Map(
  [...REFERENCE.matchAll(/^(?:cdktf_datadog_rookout\.(?:\w+\.)?|def )(\w+)\((.*?)\n?\)/gms)].map(
    ([, name, text]): [string, Parameters] => {
      const all = [...text.matchAll(/^ {2}(\w+): (.*)$/gm)];
      return [
        name,
        {
          names: all.map(([, parameter]) => parameter),
          required: all.filter(([, , type]) => !type.includes(' = None')).length,
        },
      ];
    },
  ),
);

/** Names of CDKTF, of the bindings and of Python that the programs use. */
const OTHERS = ['add', 'dumps', 'import_from', 'node', 'of', 'set_context', 'string_value', 'synth'];

const CLASSES = new Set([...REFERENCE.matchAll(/^### (\w+) <a/gm)].map(([, name]) => name));
const PROPERTIES = new Set([...REFERENCE.matchAll(/^(\w+): /gm)].map(([, name]) => name));
const isKnown = (name: string) => PARAMETERS.has(name) || PROPERTIES.has(name) || OTHERS.includes(name);

function usesOf(snippets: readonly Snippet[]): readonly Uses[] {
  const script = join(__dirname, 'support', 'uses.py');
  return JSON.parse(execFileSync('python3', [script], { input: JSON.stringify(snippets), encoding: 'utf8' }));
}

const hasPython = spawnSync('python3', ['--version']).status === 0;
const describeWithPython = hasPython ? describe : describe.skip;

describeWithPython(`the Python of the documentation${hasPython ? '' : ' (skipped: no python3)'}`, () => {
  const all = new Map<string, Uses>();
  beforeAll(() => usesOf(PYTHON_SNIPPETS).forEach((uses) => all.set(uses.name, uses)));

  it.each(PYTHON_SNIPPETS.map(({ name }) => name))('uses what there is: %s', (snippet) => {
    const { imported, attributes, calls } = all.get(snippet)!;
    expect(imported.filter((name) => !CLASSES.has(name))).toEqual([]);
    expect(attributes.filter((name) => !isKnown(name))).toEqual([]);
    for (const { callee, positional, keywords } of calls) {
      const parameters = PARAMETERS.get(callee);
      if (!parameters) continue;
      const unknown = keywords.filter((keyword) => !parameters.names.includes(keyword));
      expect({ callee, unknown }).toEqual({ callee, unknown: [] });
      expect({ callee, fits: positional <= parameters.required }).toEqual({ callee, fits: true });
    }
  });
});
