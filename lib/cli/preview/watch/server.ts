import { createServer, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'http';
import sirv = require('sirv');

/** Loopback only: nobody else may read what is previewed. */
const HOST = '127.0.0.1';

/** A server of one folder, whose pages ask it for what is new. */
export interface PageServer {
  readonly url: string;
  /** Lets all open pages load again, or show what is wrong for as long as it is. */
  tell(problem: string | undefined): void;
  close(): void;
}

/**
 * Serves a folder to browsers on this machine, but for hidden files. A request that names another host, as those of a website that points
 * its own name here do, is refused.
 *
 * @param port 0 for any that is free
 * @throws if another program uses the port
 */
export function servePages(folder: string, port: number): Promise<PageServer> {
  const files = sirv(folder, { dev: true });
  const listeners = new Set<ServerResponse>();
  let problem: string | undefined;
  const server = createServer((request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    if (!isForUs(request)) refuse(response, 403);
    else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405);
    else if (/(\/|%2f)(\.|%2e)/i.test(request.url!)) refuse(response, 404);
    else if (request.url === '/events') listen(response);
    else files(request, sentWhole(response), () => refuse(response, 404));
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(port, error)));
    server.listen(port, HOST, () => {
      const address = server.address();
      const own = typeof address === 'object' && address !== null ? address.port : port;
      resolve({
        url: `http://${HOST}:${own}/`,
        tell: (next) => {
          problem = next;
          listeners.forEach((response) => response.write(eventOf(problem)));
        },
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });

  function listen(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(problem === undefined ? ': fine\n\n' : eventOf(problem));
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  }
}

/** A page may be replaced between the look at its size and its reading, so it is sent whole, and its end tells its length. */
function sentWhole(response: ServerResponse): ServerResponse {
  delete response.req.headers.range;
  const writeHead = response.writeHead.bind(response);
  const ours = (
    status: number,
    { 'Content-Length': _size, ...headers }: OutgoingHttpHeaders = {},
  ): ServerResponse => writeHead(status, headers);
  return Object.assign(response, { writeHead: ours });
}

function portError(port: number, error: NodeJS.ErrnoException): Error {
  if (error.code !== 'EADDRINUSE') return error;
  return new Error(`port ${port} is in use by another program. Name another with --port, or leave it out`);
}

/**
 * What a page is told.
 *
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
function eventOf(problem: string | undefined): string {
  return `data: ${JSON.stringify({ problem })}\n\n`;
}

function isForUs({ headers: { host }, socket }: IncomingMessage): boolean {
  return host === `${HOST}:${socket.localPort}` || host === `localhost:${socket.localPort}`;
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}
