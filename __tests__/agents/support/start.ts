import { spawn } from 'child_process';
import { AddressInfo } from 'net';
import { WebSocketServer } from 'ws';
import { Command } from './agents';
import { Report, reportIn } from './protocol';

/** A start of a program with an agent in it. */
export interface Started {
  /** Undefined if the agent has not reported. */
  readonly report?: Report;
  /** What the program has printed. */
  readonly printed: string;
}

/**
 * Starts a program, waits for the report of its agent, and ends it. A server on the loopback address stands for
 * Rookout's controller: agents take its address from the environment, and need no token for it.
 *
 * @param patience for how many milliseconds to wait
 */
export async function started(
  [command, ...args]: Command,
  env: Record<string, string | undefined>,
  patience: number,
): Promise<Started> {
  const controller = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((listening) => controller.once('listening', listening));
  const { port } = controller.address() as AddressInfo;
  const address = { ROOKOUT_CONTROLLER_HOST: 'ws://127.0.0.1', ROOKOUT_CONTROLLER_PORT: String(port) };
  const program = spawn(command, args, {
    env: { ...env, ...address },
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  let printed = '';
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (chunk) => (printed += chunk));
  try {
    const report = await new Promise<Report | undefined>((resolve, reject) => {
      program.once('error', reject);
      program.once('close', () => resolve(undefined));
      controller.on('connection', (agent) =>
        agent.on('message', (message: Buffer) => {
          const found = reportIn(message);
          if (found) resolve(found);
        }),
      );
    });
    return { report, printed };
  } finally {
    program.kill('SIGKILL');
    controller.clients.forEach((client) => client.terminate());
    controller.close();
  }
}
