import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { run } from '../../../lib/cli/run';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A directory of its own, to run the command in. */
export class Workplace {
  private static readonly all: string[] = [];

  /** Takes all of them away. */
  public static clear(): void {
    for (const path of Workplace.all.splice(0)) rmSync(path, { recursive: true, force: true });
  }

  public readonly path: string;

  public constructor(files: Readonly<Record<string, unknown>> = {}, parent = tmpdir()) {
    this.path = mkdtempSync(join(parent, '.rookout-cli-'));
    Workplace.all.push(this.path);
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  /** Text and bytes as they are, all else as JSON. */
  public write(name: string, content: unknown): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
    writeFileSync(path, isRaw ? content : `${JSON.stringify(content, null, 2)}\n`);
  }

  public read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  public json(name: string): any {
    return JSON.parse(this.read(name).replace(/^\uFEFF/, ''));
  }

  /** The names of what is in a directory of it, also of what is hidden. */
  public list(name = '.'): string[] {
    return readdirSync(join(this.path, name)).sort();
  }

  public run(...argv: string[]): Ran {
    return this.runOn({}, ...argv);
  }

  /** As `run`, with this standard input, and the command's messages going to a terminal or not. */
  public runOn(
    { isTTY = false, stdin = '' }: { readonly isTTY?: boolean; readonly stdin?: string | Buffer },
    ...argv: string[]
  ): Ran {
    let stdout = '';
    let stderr = '';
    const code = run(argv, {
      stdout: { write: (text) => (stdout += text) },
      stderr: { write: (text) => (stderr += text), isTTY },
      stdin: () => Buffer.from(stdin),
      cwd: this.path,
    });
    return { code, stdout, stderr };
  }
}

afterAll(() => Workplace.clear());
