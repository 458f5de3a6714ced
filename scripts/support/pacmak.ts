import { spawnSync } from 'child_process';
import { dirname, join } from 'path';

/** The languages that jsii generates, by its names. */
export type Language = 'js' | 'python' | 'java' | 'go' | 'dotnet';

const PACMAK = join(dirname(require.resolve('jsii-pacmak/package.json')), 'bin', 'jsii-pacmak');
const ADDITIONS = [
  'ts-node/register/transpile-only',
  './checked-values',
  './lazy-bindings',
  './readmes',
].flatMap((module) => ['--require', require.resolve(module)]);

/**
 * Makes a compiled package for another language, in a folder of the language's name.
 *
 * @param folder the folder of the package
 * @param outdir where the language's folder is made
 * @param only `sources` needs no tools of the language; otherwise they build the package
 * @returns why it could not be made, in one line; nothing where it was
 */
export function pacmak(
  folder: string,
  language: Language,
  outdir: string,
  only?: 'sources',
): string | undefined {
  const options = ['--targets', language, '--outdir', outdir, '--no-npmignore', '--force-target'];
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [...ADDITIONS, PACMAK, folder, ...options, ...(only === 'sources' ? ['--code-only'] : [])],
    {
      encoding: 'utf8',
      maxBuffer: Infinity,
      // Packing would compile the package anew, into the folder that the packages are made in.
      env: {
        ...process.env,
        npm_config_ignore_scripts: 'true',
        JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1',
      },
    },
  );
  return status === 0 ? undefined : (error?.message ?? cause(`${stdout}\n${stderr}`));
}

/** How Maven, Go and others begin the line that says why they failed. */
const CAUSES = [/\[ERROR\] (\S.*)/, /go: (?!downloading|finding)(.*)/, /Error: (.*)/];

/** Why a tool failed, from its output. */
function cause(output: string): string {
  const found = CAUSES.map((pattern) => pattern.exec(output)?.[1]).find((line) => line !== undefined);
  return found ?? output.trim().split('\n').pop()!;
}
