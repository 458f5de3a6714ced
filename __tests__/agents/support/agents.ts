import { execFileSync } from 'child_process';
import { join } from 'path';

/** A command and its arguments. */
export type Command = readonly [command: string, ...args: string[]];

/** One of Rookout's agents, as its registry has it. */
export interface Agent {
  /** The language, as in the columns of the documentation. */
  readonly name: 'Node' | 'Python' | 'Java';
  readonly package: string;
  /** The commands that have to be on the `PATH`. */
  readonly tools: readonly string[];
  /** Gets the agent from its registry into a folder, by the registry's ordinary client. */
  install(folder: string): void;
  /** A program with the agent in it, which runs until the end of its input. */
  program(folder: string): Command;
  /** What the program needs in its environment. */
  environment?(folder: string): Record<string, string>;
}

const PROGRAMS = join(__dirname, '..', 'programs');

const NODE: Agent = {
  name: 'Node',
  package: 'rookout 0.144.0',
  tools: ['npm'],
  install: (folder) =>
    run('npm', [
      ...['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      'rookout@0.144.0',
    ]),
  program: () => [process.execPath, join(PROGRAMS, 'app.js')],
  environment: (folder) => ({ NODE_PATH: join(folder, 'node_modules') }),
};

const PYTHON: Agent = {
  name: 'Python',
  package: 'rook 0.1.209',
  tools: ['python3'],
  install(folder) {
    run('python3', ['-m', 'venv', folder]);
    const options = ['--quiet', '--disable-pip-version-check'];
    run(join(folder, 'bin', 'python'), ['-m', 'pip', 'install', ...options, 'rook==0.1.209']);
  },
  program: (folder) => [join(folder, 'bin', 'python'), join(PROGRAMS, 'app.py')],
};

const JAVA: Agent = {
  name: 'Java',
  package: 'com.rookout:rook 0.1.266',
  tools: ['mvn', 'javac', 'java'],
  install(folder) {
    const artifact = ['-Dartifact=com.rookout:rook:0.1.266', `-DoutputDirectory=${folder}`];
    run('mvn', ['--quiet', '--batch-mode', 'dependency:copy', ...artifact]);
    run('javac', ['-d', folder, join(PROGRAMS, 'App.java')]);
  },
  program: (folder) => ['java', `-javaagent:${join(folder, 'rook-0.1.266.jar')}`, '-cp', folder, 'App'],
};

export const AGENTS: readonly Agent[] = [NODE, PYTHON, JAVA];

/** Runs a command; an error has what it prints. */
function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe', timeout: 300_000 });
}
