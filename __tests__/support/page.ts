import { buildPage } from '../../scripts/support/build-page';

/** Builds the script of the preview's pages, which tests of the command need. */
export default buildPage;
