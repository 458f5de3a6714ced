/**
 * Loaded into jsii-pacmak, as `checked-values` is: a language whose folder in `languages` has a readme gets that one for the page of
 * its registry, instead of npm's.
 */
import { copyFileSync, existsSync } from 'fs';
import { Target } from 'jsii-pacmak/lib/target';
import { join } from 'path';

const generateCode = Target.prototype.generateCode;

Target.prototype.generateCode = async function (outDir, tarball) {
  await generateCode.call(this, outDir, tarball);
  const { packageDir, targetName } = this as unknown as { packageDir: string; targetName: string };
  const readme = join(packageDir, 'languages', targetName, 'README.md');
  if (existsSync(readme)) copyFileSync(readme, join(outDir, 'README.md'));
};
