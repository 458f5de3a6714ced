import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';
import { hasTerraform } from '../support/terraform';
import { ROOT } from './support/documents';
import { PYTHON_SNIPPETS, TYPESCRIPT_SNIPPETS } from './support/snippets';

/** With it, CDKTF runs `terraform version` when it synthesizes. */
const ASKS_FOR_TERRAFORM = /\.importFrom\(.*app\.synth\(/s;

let dir: string;
let files: string[];

beforeAll(() => {
  dir = mkdtempSync(join(ROOT, '.docs-'));
  files = TYPESCRIPT_SNIPPETS.map(({ code }, index) => {
    const file = join(dir, `snippet${index + 1}.ts`);
    writeFileSync(file, code);
    return file;
  });
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the TypeScript of the documentation', () => {
  it('is there', () => expect(TYPESCRIPT_SNIPPETS.length).toBeGreaterThan(20));

  it('compiles', () => {
    const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
    const program = ts.createProgram(files, { ...options, noUnusedLocals: false, types: ['node'] });
    const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      const { name } = TYPESCRIPT_SNIPPETS[files.indexOf(file!.fileName)];
      return `${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
    expect(problems).toEqual([]);
  });

  it.each(TYPESCRIPT_SNIPPETS.map(({ name }, index) => [name, index] as const))('runs: %s', (_, index) => {
    const { code } = TYPESCRIPT_SNIPPETS[index];
    const out = join(dir, `out${index}`);
    const run = () => jest.requireActual(files[index]);
    const succeeds = hasTerraform || !ASKS_FOR_TERRAFORM.test(code);
    process.env.CDKTF_OUTDIR = out;
    try {
      if (succeeds) run();
      else expect(run).toThrow('Could not determine version');
    } finally {
      delete process.env.CDKTF_OUTDIR;
    }
    expect(existsSync(join(out, 'manifest.json'))).toBe(succeeds && code.includes('app.synth()'));
  });
});

it('each recipe in the cookbook is shown in TypeScript and Python', () => {
  const recipes = ({ name }: { readonly name: string }) => name.startsWith('docs/cookbook.md: ');
  const inPython = PYTHON_SNIPPETS.filter(recipes).map(({ name }) => name);
  expect(inPython.length).toBeGreaterThan(10);
  expect(TYPESCRIPT_SNIPPETS.filter(recipes).map(({ name }) => name)).toEqual(inPython);
});
