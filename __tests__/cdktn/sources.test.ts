import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { sourcesOf } from '../../scripts/cdktn/sources';

describe('the sources of the package for cdktn', () => {
  const clone = mkdtempSync(join(tmpdir(), 'rookout-clone-'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: clone });
  const write = (file: string) => writeFileSync(join(clone, file), 'text');

  beforeAll(() => {
    git('init', '--quiet');
    mkdirSync(join(clone, 'lib'));
    for (const file of ['lib/kept.ts', 'lib/gone.ts', 'README.md']) write(file);
    symlinkSync('lib', join(clone, 'linked'));
    git('add', '.');
    rmSync(join(clone, 'lib/gone.ts'));
  });

  afterAll(() => rmSync(clone, { recursive: true, force: true }));

  it('are the files of the repository, without links and what was deleted', () => {
    expect(sourcesOf(clone)).toEqual(['README.md', 'lib/kept.ts']);
  });

  it('are not what only lies in the clone: files, links, other repositories', () => {
    write('lib/notes.ts');
    symlinkSync('lib', join(clone, 'node_modules'));
    symlinkSync('nowhere', join(clone, 'dangling'));
    execFileSync('git', ['init', '--quiet', join(clone, 'other')]);
    expect(sourcesOf(clone)).toEqual(['README.md', 'lib/kept.ts']);
    git('add', 'lib/notes.ts');
    expect(sourcesOf(clone)).toContain('lib/notes.ts');
  });
});
