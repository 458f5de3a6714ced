/**
 * `npm run package`: the compiled package for every language, in `dist/js`, `dist/python`, `dist/java`, `dist/go` and
 * `dist/dotnet`. Where the tools or the dependencies of a language are missing, its folder has the sources only.
 *
 *     npm run package -- FOLDER
 *
 * takes the package in another folder, and makes them there. `PACKAGE_REQUIRED=1` refuses sources only.
 */
import { spawnSync } from 'child_process';
import { readdirSync, rmSync } from 'fs';
import { join, relative } from 'path';
import { Language, pacmak } from './support/pacmak';

/** The command that builds each language's package, and what a package's file is called. */
const LANGUAGES: Readonly<Record<Language, readonly [tool: string, file: RegExp]>> = {
  js: ['npm', /\.tgz$/],
  python: ['python3', /\.(whl|tar\.gz)$/],
  java: ['mvn', /\.jar$/],
  go: ['go', /go\.mod$/],
  dotnet: ['dotnet', /\.nupkg$/],
};

const folder = process.argv[2] ?? '.';
const outdir = join(folder, 'dist');

function make(language: Language): boolean {
  const [tool, file] = LANGUAGES[language];
  const made = join(outdir, language);
  rmSync(made, { recursive: true, force: true });
  const problem = isThere(tool) ? pacmak(folder, language, outdir) : `${tool} is not installed`;
  if (problem === undefined) {
    const files = readdirSync(made, { recursive: true, encoding: 'utf8' }).filter((name) => file.test(name));
    console.log(`${language}: ${files.map((name) => relative('.', join(made, name))).join(', ')}`);
    return true;
  }
  const failure = pacmak(folder, language, outdir, 'sources');
  if (failure !== undefined) throw new Error(`${language}: ${failure}`);
  console.log(`${language}: sources only, in ${relative('.', made)}: ${problem}`);
  return false;
}

function isThere(tool: string): boolean {
  return (
    spawnSync(tool, ['--help'], { stdio: 'ignore', shell: process.platform === 'win32' }).error === undefined
  );
}

const built = (Object.keys(LANGUAGES) as Language[]).map(make);
if (process.env.PACKAGE_REQUIRED === '1' && built.includes(false)) process.exitCode = 1;
