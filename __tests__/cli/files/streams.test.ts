import { execFileSync, spawn } from 'child_process';
import { createServer } from 'net';
import { join } from 'path';
import { Workplace } from '../support/command';
import { dashboard, legacy } from '../support/dashboards';

const BOARD = dashboard('Board', legacy('Memory [k8s_deployment:cart]', 'avg:mem{kube_deployment:cart}'));

const NO_WRITER = 'can not be read: it is a pipe that no program writes to';

function withPipe(name: string): Workplace {
  const place = new Workplace({ 'boards/good.json': BOARD });
  execFileSync('mkfifo', [join(place.path, name)]);
  return place;
}

(process.platform === 'win32' ? describe.skip : describe)('what is no file', () => {
  it('is passed over in a directory: a pipe', () => {
    const place = withPipe('boards/pipe.json');
    const { stdout, stderr } = place.run('check', 'boards');
    expect(stdout).toMatch(/^boards\/good\.json:[^\n]*\n$/);
    expect(stderr).toMatch(
      /^boards\/pipe\.json: note: passed over: it is no file, but a pipe or a device\n1 dashboard/,
    );
  });

  it('is passed over in a directory: a socket', async () => {
    const place = new Workplace({ 'boards/good.json': BOARD });
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(place.path, 'boards/socket.json'), resolve));
    try {
      expect(place.run('check', 'boards').stderr).toContain(
        'boards/socket.json: note: passed over: it is no file, but a pipe or a device\n',
      );
      expect(place.run('check', 'boards/socket.json').stderr).toContain(
        'boards/socket.json: is not a file, but a device or a socket\n',
      );
    } finally {
      server.close();
    }
  });

  it.each([
    ['check', ['check', 'pipe.json'], `pipe.json: ${NO_WRITER}\n`, 1],
    ['tag', ['tag', 'pipe.json', '--in-place'], `pipe.json: ${NO_WRITER}\n`, 1],
    [
      'import',
      ['import', 'pipe.json', '--out', 'stack.ts'],
      `pipe.json: ${NO_WRITER}\nNothing has been written.\n`,
      1,
    ],
  ])('is named, and does not hang: %s', (_, argv, message, exitCode) => {
    const { code, stderr } = withPipe('pipe.json').run(...argv);
    expect([code, stderr.slice(0, message.length)]).toEqual([exitCode, message]);
  });

  it('is named, and does not hang: the configuration', () => {
    const { code, stderr } = withPipe('rookout-datadog.json').run('check', 'boards');
    expect([code, stderr]).toEqual([2, `error: rookout-datadog.json: ${NO_WRITER}\n`]);
  });

  it('is read where a program writes to it, also slowly', () => {
    const place = withPipe('pipe.json');
    const [start, end] = [JSON.stringify(BOARD).slice(0, 50), JSON.stringify(BOARD).slice(50)];
    const script = 'sleep 0.3; exec > pipe.json; printf %s "$1"; sleep 0.3; printf %s "$2"';
    const writer = spawn('sh', ['-c', script, 'sh', start, end], { cwd: place.path, stdio: 'ignore' });
    const { stderr } = place.run('check', 'pipe.json');
    expect(stderr).toMatch(/^1 dashboard checked/);
    writer.kill();
  });
});
