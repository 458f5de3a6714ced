import { spawnSync } from 'child_process';
import { join } from 'path';
import { itOnPosix } from '../../support/posix';
import { Workplace } from '../support/command';
import { dashboard, legacy } from '../support/dashboards';

const ROOT = join(__dirname, '..', '..', '..');

/** A shell in which no file can have more than 16 kB: what comes next is refused, as on a disk that is full. */
const SMALL_FILES = `trap '' XFSZ; ulimit -f 32; exec "$0" "$@"`;

itOnPosix('a file stays whole where the disk has room for a part of the new one only', () => {
  const graphs = Array.from({ length: 500 }, () => legacy('Memory', 'avg:mem{kube_deployment:cart}'));
  const place = new Workplace({ 'a.json': dashboard('Cart', ...graphs) });
  const before = place.read('a.json');
  const command = [
    ...[process.execPath, '-r', join(ROOT, 'node_modules/ts-node/register')],
    ...[join(ROOT, 'lib/cli/rookout-datadog.ts'), 'tag', 'a.json', '--in-place'],
  ];
  const { status, stderr } = spawnSync('sh', ['-c', SMALL_FILES, ...command], {
    cwd: place.path,
    env: { ...process.env, TS_NODE_PROJECT: join(ROOT, 'tsconfig.json') },
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/^a\.json: can not be written: .+\n$/m);
  expect(status).toBe(1);
  expect(place.read('a.json')).toBe(before);
  expect(place.list()).toEqual(['a.json']);
});
