import { chromiumPath } from '../../../lib/cli/preview/picture/chromium';
import { buildPage } from '../../../scripts/support/build-page';

export default function setup(): void {
  buildPage();
  if (chromiumPath() === undefined) process.env.BROWSER_REASON = 'there is no Chromium, Chrome or Edge';
}
