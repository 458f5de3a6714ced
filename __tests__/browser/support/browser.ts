import { Browser, BrowserContextOptions, chromium, Page } from 'playwright-core';
import { pathToFileURL } from 'url';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../../../lib/cli/preview/picture/chromium';
import { Workplace } from '../../cli/support/command';

/** A page in a browser, and what it did that no page may do. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors, also those of the policy, and requests for anything but the page itself. */
  readonly problems: string[];
}

export interface Opening extends BrowserContextOptions {
  /** Further arguments of the command. */
  readonly argv?: readonly string[];
  /** The page to open. */
  readonly file?: string;
}

/** Opens the page of a dashboard. */
export type Open = (dashboard: object, opening?: Opening) => Promise<OpenedPage>;

/** Tests that need a browser; they are skipped where this machine has none. */
export function describeInBrowser(name: string, tests: (open: Open, openUrl: OpenUrl) => void): void {
  const executablePath = chromiumPath();
  (executablePath === undefined ? describe.skip : describe)(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGUMENTS] });
    });
    afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
    afterAll(() => browser.close());

    const openUrl: OpenUrl = async (url, options) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(5000);
      const problems: string[] = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('dialog', (dialog) => {
        problems.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== new URL(url).origin || request.frame() !== page.mainFrame()) {
          problems.push(`a request: ${request.url()}`);
        }
      });
      await page.goto(url);
      return { page, problems };
    };
    tests(async (dashboard, { argv = [], file = 'board.html', ...options } = {}) => {
      const workplace = new Workplace({ 'board.json': { title: 'Board', ...dashboard } });
      const { stderr } = workplace.run('preview', 'board.json', '--out', '.', ...argv);
      expect(stderr).toBe('');
      return openUrl(pathToFileURL(`${workplace.path}/${file}`).href, options);
    }, openUrl);
  });
}

export type OpenUrl = (url: string, options?: BrowserContextOptions) => Promise<OpenedPage>;

/** The dashboard with its widgets two in a row, none over another. */
export function spread({ widgets, ...board }: any): any {
  const layoutOf = (index: number) => ({
    x: (index % 2) * 6,
    y: Math.floor(index / 2) * 3,
    width: 6,
    height: 3,
  });
  return {
    ...board,
    widgets: widgets.map((widget: any, index: number) => ({ ...widget, layout: layoutOf(index) })),
  };
}
