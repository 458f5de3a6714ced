import { watch } from 'chokidar';
import { Watched } from './watched';

/** Editors write a file in several steps. */
const SETTLED = 150;

/**
 * Calls back after files have changed, once for changes that come together.
 *
 * @param changed takes the paths
 * @param failed takes why something can't be watched
 * @returns what ends it
 */
export function watchFiles(
  watched: Watched,
  changed: (paths: readonly string[]) => void,
  failed: (error: Error) => void,
): Promise<() => Promise<void>> {
  const watcher = watch([...watched.from], {
    ignored: (path) => !watched.has(path),
    ignoreInitial: true,
  });
  let timer: NodeJS.Timeout | undefined;
  const paths = new Set<string>();
  watcher.on('error', (error) => failed(error as Error));
  watcher.on('all', (_event, path) => {
    paths.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const together = [...paths];
      paths.clear();
      changed(together);
    }, SETTLED);
  });
  return new Promise((done) => {
    watcher.on('ready', () =>
      done(() => {
        clearTimeout(timer);
        return watcher.close();
      }),
    );
  });
}
