/**
 * Loaded into jsii-pacmak, which has no hook of its own: beside the Python package that it generates for a package with a
 * file `languages/python/lazy.py`, it puts that file as a package of its own, which programs import before the bindings.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { Target } from 'jsii-pacmak/lib/target';
import { join } from 'path';

const generateCode = Target.prototype.generateCode;

Target.prototype.generateCode = async function (outDir, tarball) {
  await generateCode.call(this, outDir, tarball);
  const { packageDir, targetName } = this as unknown as { packageDir: string; targetName: string };
  const source = join(packageDir, 'languages', 'python', 'lazy.py');
  if (targetName !== 'python' || !existsSync(source)) return;
  const { jsii } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  addPackage(source, `${jsii.targets.python.module}_lazy`, outDir);
};

function addPackage(source: string, name: string, outDir: string): void {
  const folder = join(outDir, 'src', name);
  mkdirSync(folder);
  copyFileSync(source, join(folder, '__init__.py'));
  writeFileSync(join(folder, 'py.typed'), '');
  const setup = join(outDir, 'setup.py');
  const text = readFileSync(setup, 'utf8');
  const changed = text
    .replace('"packages": [\n', (start) => `${start}        "${name}",\n`)
    .replace('"package_data": {\n', (start) => `${start}        "${name}": ["py.typed"],\n`);
  if (changed.split(name).length !== 3)
    throw new Error(`${setup}: its lists of packages do not look as expected`);
  writeFileSync(setup, changed);
}
