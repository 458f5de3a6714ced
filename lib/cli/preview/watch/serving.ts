/** What only `--watch` needs: it is bundled with its packages into a file of its own, which is loaded when it is used. */
export { PageServer, servePages } from './server';
export { watchFiles } from './watcher';
