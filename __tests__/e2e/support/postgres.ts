import { execFileSync, spawnSync } from 'child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'fs';
import { AddressInfo, createServer } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';

/** Where Debian's packages put the programs of each version. */
const DEBIAN = '/usr/lib/postgresql';
const IS_ROOT = process.getuid?.() === 0;

/** A PostgreSQL on this machine, with a database of its own, which ends with the test. */
export class Postgres {
  static async start(): Promise<Postgres> {
    const folder = mkdtempSync(join(tmpdir(), 'rookout-postgres-'));
    if (IS_ROOT) chownSync(folder, userId('-u'), userId('-g'));
    const port = await freePort();
    run('initdb', '--auth=trust', '--username=runner', '--no-sync', `--pgdata=${folder}`);
    const settings = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder} -c fsync=off`;
    run(
      'pg_ctl',
      `--pgdata=${folder}`,
      `--options=${settings}`,
      `--log=${join(folder, 'log')}`,
      '--wait',
      'start',
    );
    return new Postgres(folder, `postgres://runner@127.0.0.1:${port}/postgres?sslmode=disable`);
  }

  private constructor(
    private readonly folder: string,
    /** The address of the database. */
    readonly address: string,
  ) {}

  stop(): void {
    run('pg_ctl', `--pgdata=${this.folder}`, '--mode=immediate', 'stop');
    rmSync(this.folder, { recursive: true });
  }
}

/** Why there can be no PostgreSQL, in one line; nothing if it can. */
export function whyNoPostgres(): string {
  if (programOf('initdb') === undefined) return 'PostgreSQL is not installed';
  // It refuses to run as root.
  if (IS_ROOT && spawnSync('runuser', ['-u', 'postgres', 'true']).status !== 0)
    return 'there is no user postgres';
  return '';
}

function run(name: string, ...args: string[]): void {
  const command = [programOf(name)!, ...args];
  const [program, ...options] = IS_ROOT ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  // The server keeps the output open.
  execFileSync(program, options, { stdio: 'ignore', cwd: tmpdir() });
}

function programOf(name: string): string | undefined {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one))
    : [];
  const places = [...versions.map((version) => join(DEBIAN, version, 'bin', name)), name];
  return places.find((place) => spawnSync(place, ['--version']).status === 0);
}

function userId(option: '-u' | '-g'): number {
  return Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
