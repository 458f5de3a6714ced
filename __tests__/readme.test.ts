import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';
import { RookoutDashboard, RookoutTitles } from '../lib';
import { CHECKOUT } from './cli/support/boards';
import { Workplace } from './cli/support/command';
import { newStack } from './support/stack';

const ROOT = join(__dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const BLOCKS = [...README.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code);

let files: string[];
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(ROOT, '.readme-'));
  files = BLOCKS.map((code, index) => {
    const file = join(dir, `block${index + 1}.ts`);
    writeFileSync(file, code);
    return file;
  });
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the code in README', () => {
  it('is there', () => expect(BLOCKS.length).toBeGreaterThan(2));

  it('compiles', () => {
    const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
    const program = ts.createProgram(files, {
      ...options,
      noUnusedLocals: false,
      types: ['node'],
    });
    const problems = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    expect(problems).toEqual([]);
  });

  it('runs', () => {
    process.env.CDKTF_OUTDIR = join(dir, 'out');
    try {
      for (const file of files) jest.requireActual(file);
      for (const stack of ['existing', 'shop']) {
        expect(existsSync(join(dir, `out/stacks/${stack}/cdk.tf.json`))).toBe(true);
      }
    } finally {
      delete process.env.CDKTF_OUTDIR;
    }
  });
});

describe('what README says', () => {
  it('of a title is what comes out', () => {
    const titles = new RookoutTitles(newStack(), 'Titles', { labels: ['env:staging'] });
    expect(README).toContain(`// '${titles.forService('cartservice', { subject: 'Memory' })}'`);
  });

  it('of an error is what comes out', () => {
    const services = ['cartservice', 'cartservice'];
    const message = errorOf(() => new RookoutDashboard(newStack(), 'Overview', { services }));
    expect(README.replace(/\s+/g, ' ')).toContain(message.replace('[stack/', '[shop/'));
  });

  it('of the command is what it prints', () => {
    const [, configuration] = /^```json\n(.*?)^```$/ms.exec(README)!;
    const consoles = [...README.matchAll(/^\$ npx rookout-datadog (.*)\n([^]*?)^```$/gm)];
    expect(consoles.map(([, command]) => command.split(' ')[0])).toEqual(['tag', 'check']);
    for (const [, command, output] of consoles) {
      const place = new Workplace({ 'checkout.json': CHECKOUT, 'rookout-datadog.json': configuration });
      const { code, stdout, stderr } = place.run(...command.split(' '));
      expect({ code, printed: stdout + stderr }).toEqual({ code: 0, printed: output });
    }
  });

  it('of files is true', () => {
    const links = [...README.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target]) => target);
    expect(links).toContain('docs/api/typescript.md');
    for (const target of links) expect([target, existsSync(join(ROOT, target))]).toEqual([target, true]);
  });

  it('of commands is true', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const documents = README + readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
    for (const [, name] of documents.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty([name]);
  });
});

function errorOf(step: () => unknown): string {
  try {
    step();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('No error was thrown');
}
