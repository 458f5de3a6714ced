import { execFileSync } from 'child_process';
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');
const NOTICE = readFileSync(join(ROOT, 'NOTICE'), 'utf8');
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Each entry of NOTICE, such as `commander 14.0.2 (MIT)`. */
const NOTED = NOTICE.match(/^\S+ \d+\.\d+\.\d+ \(.*?\)/gm)!;

it('NOTICE names what the bill of materials has, with version and licence', () => {
  const script = [require.resolve('ts-node/dist/bin'), join(ROOT, 'scripts', 'sbom.ts')];
  const { metadata, components } = JSON.parse(execFileSync(process.execPath, script, { encoding: 'utf8' }));
  expect(metadata.component).toMatchObject({ name: MANIFEST.name, version: MANIFEST.version });
  const brought = components.map(
    ({ name, version, licenses }: any) => `${name} ${version} (${licenses[0].license.id})`,
  );
  expect(NOTED).toEqual(brought.sort());
  expect(NOTED.join()).toContain(`commander ${MANIFEST.dependencies.commander} (MIT)`);
});

it('the text of each licence is in the folder of its dependency', () => {
  const names = NOTED.map((entry) => entry.split(' ')[0]);
  const without = names.filter(
    (name) => !readdirSync(join(ROOT, 'node_modules', name)).some((file) => /^licen[cs]e/i.test(file)),
  );
  expect(without).toEqual([]);
});
