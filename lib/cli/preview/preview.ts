import { Locale } from '../../rookout/locales';
import { Checker } from '../check/checker';
import { readConfiguration } from '../config/configuration';
import { FileError } from '../files/errors';
import { distinct } from '../files/paths';
import { settingsOf, TaggingOptions } from '../options';
import { counted, FINE, FOUND, printable, Terminal } from '../output/terminal';
import { readAssets } from './assets';
import { dashboardsIn } from './dashboards';
import { open } from './open';
import { Pages } from './pages';

export interface PreviewOptions extends TaggingOptions {
  readonly out: string;
  readonly open?: boolean;
  readonly images?: boolean;
  readonly locale: Locale;
}

/** The command `preview`. */
export function preview(paths: readonly string[], options: PreviewOptions, terminal: Terminal): number {
  const { stderr, stdout } = terminal;
  const configuration = readConfiguration(options.config, terminal);
  const checker = new Checker(settingsOf(options, configuration.tagging), configuration, false, terminal);
  const { out, locale, images = false } = options;
  const pages = new Pages(out, readAssets(), { locale, images, live: false }, terminal);
  let failures = 0;
  const failed = ({ message }: FileError) => {
    failures++;
    stderr.write(`${printable(message)}\n`);
  };
  for (const dashboard of dashboardsIn(distinct(paths, terminal).values(), checker, terminal, failed)) {
    pages.add(dashboard);
  }
  const index = pages.finish();
  stdout.write(`${counted(pages.count, 'dashboard')}: ${index}\n`);
  if (options.open) open(index, terminal);
  return failures > 0 ? FOUND : FINE;
}
