import { execFileSync, spawnSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

export const ROOT = join(__dirname, '..', '..', '..');

/** A program in another language: how it is started. */
export type Command = readonly [command: string, ...args: string[]];

/** How programs are made in another language. */
export interface Language {
  readonly name: string;
  /** The command that has to be on the `PATH`. */
  readonly tool: string;
  /**
   * Gets what comes from a registry; where that fails, the language is skipped.
   *
   * @param work a folder for everything that is made
   */
  fetch(work: string): void;
  /** Makes the programs, by the names that the tests ask for. */
  build(work: string): Readonly<Record<string, Command>>;
}

/** Describes what holds in a language; it is skipped, and says why, where its tools or packages can't be had. */
export function describeLanguage(
  language: Language,
  body: (run: (program: string, options: { cwd: string; out: string }) => string) => void,
): void {
  const work = mkdtempSync(join(tmpdir(), 'rookout-language-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));
  const reason = whyNot(language, work);
  if (reason !== undefined) {
    describe.skip(`${language.name} (skipped: ${reason})`, () => body(() => ''));
    return;
  }
  describe(language.name, () => {
    let programs: ReturnType<Language['build']>;
    beforeAll(() => {
      programs = language.build(work);
    });
    body((program, { cwd, out }) => {
      const [command, ...args] = programs[program];
      return run(command, args, cwd, environment(out));
    });
  });
}

/** Runs a command, and gives what it prints; an error has all of it. */
export function run(command: string, args: readonly string[], cwd: string, env = process.env): string {
  return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: 'pipe', maxBuffer: Infinity });
}

/** The environment of a program that synthesizes to a folder. */
export function environment(out: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    CDKTF_OUTDIR: out,
    CHECKPOINT_DISABLE: '1',
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1',
  };
}

function whyNot({ tool, fetch }: Language, work: string): string | undefined {
  if (spawnSync(tool, ['--version'], { stdio: 'ignore' }).error) return `${tool} is not installed`;
  try {
    fetch(work);
    return undefined;
  } catch (error) {
    const { stderr, stdout, message } = error as { stderr?: string; stdout?: string; message: string };
    const lines = `${stderr ?? ''}\n${stdout ?? ''}\n${message}`.split('\n');
    return lines.find((line) => /error|go: /i.test(line)) ?? message;
  }
}
