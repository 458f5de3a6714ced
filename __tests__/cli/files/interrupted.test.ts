import { spawnSync } from 'child_process';
import { itOnPosix } from '../../support/posix';
import { builtCommand, contentOf, runAndSignal, withoutNodeNotice } from '../support/built';
import { Workplace } from '../support/command';
import { dashboard, legacy } from '../support/dashboards';

const FILES = 150;
const NAMES = Array.from({ length: FILES }, (_, number) => `boards/board-${number}.json`);

const COMMANDS: readonly (readonly [name: string, argv: readonly string[]])[] = [
  ['import', ['import', ...NAMES, '--out', 'app/stack.ts']],
  ['tag --in-place', ['tag', ...NAMES, '--in-place']],
  ['tag --out', ['tag', ...NAMES, '--out', 'tagged/here']],
  ['check --fix', ['check', 'boards', '--fix']],
  ['preview', ['preview', 'boards', '--out', 'pages/here']],
];

/** A test that mounts something for itself, which needs Linux, and leave to do so. */
const itWithMounts = spawnSync('unshare', ['-rm', 'true']).status === 0 ? it : it.skip;

let command: string;
beforeAll(() => (command = builtCommand()));

/** Many dashboards to write or to write over. */
function boards(): Workplace {
  const graph = legacy('Memory', 'avg:mem{kube_deployment:cart}');
  return new Workplace(
    Object.fromEntries(
      NAMES.map((name, number) => [
        name,
        { ...dashboard(`Board ${number}`, graph, graph), id: `abc-def-${100 + number}` },
      ]),
    ),
  );
}

describe.each(COMMANDS)('%s', (_, argv) => {
  itOnPosix('writes everything or nothing when a signal comes at any moment', async () => {
    const whole = boards();
    const before = contentOf(whole.path);
    const { took } = await runAndSignal([process.execPath, command, ...argv], whole.path);
    const after = contentOf(whole.path);
    expect(after).not.toEqual(before);
    const ends = { nothing: 0, everything: 0 };
    for (const part of [0.1, 0.6, 0.8, 0.95]) {
      const place = boards();
      const moment = took * (part + Math.random() / 10);
      const signal = moment % 2 < 1 ? 'SIGINT' : 'SIGTERM';
      const ended = await runAndSignal([process.execPath, command, ...argv], place.path, signal, moment);
      const left = contentOf(place.path);
      const isDone =
        Object.keys(left).length > Object.keys(before).length || left[NAMES[0]] !== before[NAMES[0]];
      expect(left).toEqual(isDone ? after : before);
      expect(ended.stderr).not.toMatch(/^ +at /m);
      if (ended.signal === null) expect(isDone).toBe(true);
      else expect(ended.signal).toBe(signal);
      ends[isDone ? 'everything' : 'nothing']++;
      Workplace.clear();
    }
    expect(ends.nothing).toBeGreaterThan(0);
  });

  itWithMounts('writes nothing on a disk that is full', async () => {
    const place = boards();
    const before = contentOf(place.path);
    const { status, stderr, stdout } = onSmallDisk(place.path, [process.execPath, command, ...argv]);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('there is no space left'),
    });
    expect(stdout.split('LEFT\n')[1]).toBe(
      `${Object.keys(before)
        .sort()
        .map((name) => `./${name}`)
        .join('\n')}\n`,
    );
  });
});

itWithMounts('says what a file is that is a mount of its own', () => {
  const place = new Workplace({
    'a.json': dashboard('A', legacy('Memory', 'avg:mem{kube_deployment:cart}')),
    'b.json': {},
  });
  const script = 'mount --bind a.json b.json && exec "$@"';
  const argv = ['-rm', 'sh', '-c', script, 'sh', process.execPath, command, 'tag', 'b.json', '--in-place'];
  const { stderr } = spawnSync('unshare', argv, { cwd: place.path, encoding: 'utf8' });
  expect(withoutNodeNotice(stderr)).toBe(
    'b.json: can not be written: it is a mount of its own, so no other file can take its place. Mount its directory ' +
      'instead. Nothing has been written\n',
  );
  expect(place.list()).toEqual(['a.json', 'b.json']);
});

itOnPosix('says that its directory is gone', () => {
  const place = new Workplace({ 'gone/a.json': {} });
  const script = 'cd gone && rm -r ../gone && exec "$@"';
  const argv = ['-c', script, 'sh', process.execPath, command, 'check', 'a.json'];
  const { status, stderr } = spawnSync('sh', argv, { cwd: place.path, encoding: 'utf8' });
  expect({ status, stderr: withoutNodeNotice(stderr) }).toEqual({
    status: 1,
    stderr: 'the current directory: can not be used: there is no such file or directory\n',
  });
});

/** Copies a directory to a disk on which little more has room, does something there, and lists what is left. */
function onSmallDisk(directory: string, argv: readonly string[]) {
  const script = `
    disk=$1; shift
    mount -t tmpfs -o size=800k,nr_inodes=2000 tmpfs /mnt && cp -r "$disk/boards" /mnt && cd /mnt
    "$@"; code=$?
    echo LEFT; find . -mindepth 1 | LC_ALL=C sort; exit $code`;
  return spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', directory, ...argv], { encoding: 'utf8' });
}
