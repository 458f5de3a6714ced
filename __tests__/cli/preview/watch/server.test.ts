import { renameSync } from 'fs';
import { request } from 'http';
import { PageServer, servePages } from '../../../../lib/cli/preview/watch/server';
import { Workplace } from '../../support/command';

let server: PageServer;
let workplace: Workplace;

async function serve(): Promise<void> {
  workplace = new Workplace({
    'out/index.html': '<p>index</p>',
    'secret.txt': 'secret',
    'out/.env': 'KEY',
  });
  server = await servePages(`${workplace.path}/out`, 0);
}

/** The status and the start of the answer. Paths go out as they are, and the host is any. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<[number, string]> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => resolve([response.statusCode!, text]));
    });
    asked.on('error', reject).end();
  });
}

describe('the server of a preview', () => {
  beforeEach(serve);
  afterEach(() => server.close());

  it('serves the pages of its folder on loopback', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await ask('/')).toEqual([200, '<p>index</p>']);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '//etc/passwd',
    '/..\\secret.txt',
    '/%00',
  ])('serves nothing outside of it: %s', async (path) => {
    const [status, text] = await ask(path);
    expect([status, text.includes('secret'), text.includes('root:')]).toEqual([404, false, false]);
  });

  it('serves a page whole that is replaced meanwhile', async () => {
    const pages = ['<p>short</p>', `<p>${'long '.repeat(20_000)}</p>`];
    workplace.write('out/page.html', pages[0]);
    let count = 0;
    const replacing = setInterval(() => {
      workplace.write('next.html', pages[++count % 2]);
      renameSync(`${workplace.path}/next.html`, `${workplace.path}/out/page.html`);
    }, 0);
    try {
      for (let asked = 0; asked < 300; asked++) {
        const [status, text] = await ask('/page.html', asked % 2 ? { range: 'bytes=0-99' } : {});
        expect([status, pages.includes(text)]).toEqual([200, true]);
      }
    } finally {
      clearInterval(replacing);
    }
    expect(count).toBeGreaterThan(50);
  }, 20_000);

  it('serves no hidden file', async () => {
    expect((await ask('/.env'))[0]).toBe(404);
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost', '127.0.0.1:1'])(
    'refuses requests for the host "%s"',
    async (host) => {
      expect((await ask('/', { host }))[0]).toBe(403);
    },
  );

  it('refuses other methods', async () => {
    expect((await ask('/', {}, 'POST'))[0]).toBe(405);
  });

  it('says what to do where its port is in use', async () => {
    const port = Number(new URL(server.url).port);
    await expect(servePages('.', port)).rejects.toThrow(
      `port ${port} is in use by another program. Name another with --port, or leave it out`,
    );
  });
});
