/**
 * Loaded into jsii-pacmak, which has no hook of its own: in the code that it generates for a package with a folder
 * `languages`, a file of that folder checks the arguments of each call before jsii sends them.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { Target } from 'jsii-pacmak/lib/target';
import { dirname, extname, join } from 'path';

interface Checks {
  /** The file, in `languages`. */
  readonly source: string;
  /** Where it goes, in the folder of the language. The generated files that it checks are beside it. */
  readonly path: (targets: any, name: string) => string;
  /** The text of a generated file, with its calls checked. */
  readonly checked: (text: string) => string;
}

const LANGUAGES: Readonly<Record<string, Checks>> = {
  python: {
    source: 'python/values.py',
    path: ({ python }) => join('src', python.module, '_values.py'),
    checked: (text) => text.replace(/^import jsii$/m, 'from . import _values as jsii'),
  },
  java: {
    source: 'java/Values.java',
    path: ({ java }) => join('src', 'main', 'java', ...java.package.split('.'), 'Values.java'),
    checked: (text) =>
      text
        .replace(/(Kernel\.call\(this, .*)(new Object\[\] \{ .* \})/g, '$1Values.checked(this, $2)')
        .replace(
          /((?:createNewObject|jsiiStaticCall)\(.*)(new Object\[\] \{ .* \})/g,
          '$1Values.checked(null, $2)',
        ),
  },
  go: {
    source: 'go/values.go',
    path: (_, name) => join(name.replaceAll('-', ''), 'values.go'),
    checked: (text) =>
      text
        .replace(/^(\t+(\w+),\n\t+"\w+",\n\t+)(\[\]interface\{\}\{.+\}),$/gm, '$1checked($2, $3),')
        .replace(/^(\t+)(\[\]interface\{\}\{.+\}),$/gm, '$1checked(nil, $2),'),
  },
};

const generateCode = Target.prototype.generateCode;

Target.prototype.generateCode = async function (outDir, tarball) {
  await generateCode.call(this, outDir, tarball);
  const { packageDir, targetName } = this as unknown as { packageDir: string; targetName: string };
  const languages = join(packageDir, 'languages');
  if (existsSync(languages) && targetName in LANGUAGES) {
    addChecks(packageDir, languages, LANGUAGES[targetName], outDir);
  }
};

function addChecks(
  folder: string,
  languages: string,
  { source, path, checked }: Checks,
  outDir: string,
): void {
  const { name, jsii } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const to = join(outDir, path(jsii.targets, name));
  const files = readdirSync(dirname(to)).filter((file) => extname(file) === extname(to));
  const changed = files.filter((file) => changeFile(join(dirname(to), file), checked));
  if (changed.length === 0) throw new Error(`${dirname(to)}: no call in it looks as expected`);
  copyFileSync(join(languages, source), to);
}

/** Whether it has changed. */
function changeFile(path: string, change: (text: string) => string): boolean {
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  writeFileSync(path, changed);
  return changed !== text;
}
