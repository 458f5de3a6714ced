import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { PYTHON_SNIPPETS, Snippet, TYPESCRIPT_SNIPPETS } from '../docs/support/snippets';
import { describeLanguage, environment, ROOT, run } from './support/language';
import { PYTHON } from './support/python';

const RECIPES = PYTHON_SNIPPETS.filter(({ name }) => name.startsWith('docs/cookbook.md: '));

const out = mkdtempSync(join(tmpdir(), 'rookout-cookbook-'));
const sources = mkdtempSync(join(ROOT, '.docs-'));
afterAll(() => [out, sources].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The Terraform JSON of each stack that a program has synthesized to a folder. */
function stacksIn(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, 'stacks'));
  const textOf = (name: string) => readFileSync(join(folder, 'stacks', name, 'cdk.tf.json'), 'utf8');
  return Object.fromEntries(names.map((name) => [name, textOf(name)]));
}

/** The stacks of the snippet in TypeScript that has the same name. */
function twinsOf({ name }: Snippet): Record<string, string> {
  const folder = mkdtempSync(join(out, 'typescript-'));
  const file = join(sources, 'snippet.ts');
  writeFileSync(file, TYPESCRIPT_SNIPPETS.find((snippet) => snippet.name === name)!.code);
  run(process.execPath, ['--require', 'ts-node/register', file], ROOT, environment(folder));
  return stacksIn(folder);
}

describeLanguage(PYTHON, (program) => {
  const folder = join(out, 'python');

  beforeAll(() => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'programs.json'), JSON.stringify(RECIPES.map(({ code }) => code)));
    program('cookbook', { cwd: ROOT, out: folder });
  });

  it.each(RECIPES.map((snippet, index) => [snippet.name, index, snippet] as const))(
    '%s gives the same stacks as in TypeScript',
    (_, index, snippet) => {
      expect(stacksIn(join(folder, String(index)))).toEqual(twinsOf(snippet));
    },
  );
});
