import { installPackagesOf } from '../../scripts/support/own-packages';

/** Installs what only tests need. Jest calls it once, whichever projects are selected. */
export default function setup(): void {
  installPackagesOf('__tests__');
}
