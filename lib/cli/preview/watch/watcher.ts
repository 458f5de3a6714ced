import { watch } from 'chokidar';
import { relative, resolve, sep } from 'path';

/** Editors write a file in several steps. */
const SETTLED = 150;

/**
 * Calls back after files have changed, once for changes that come together.
 *
 * @param ignored directories that are not watched, beside hidden ones and node_modules
 * @returns what ends it
 */
export function watchFiles(
  paths: readonly string[],
  ignored: readonly string[],
  cwd: string,
  changed: () => void,
): Promise<() => Promise<void>> {
  const isIgnored = (path: string): boolean => {
    const parts = relative(cwd, path).split(sep);
    const isHidden = parts.some((part) => /^\.[^.]/.test(part) || part === 'node_modules');
    return isHidden || ignored.some((directory) => isWithin(resolve(cwd, directory), path));
  };
  const watcher = watch(
    paths.map((path) => resolve(cwd, path)),
    { ignored: isIgnored, ignoreInitial: true },
  );
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLED);
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

function isWithin(directory: string, path: string): boolean {
  return path === directory || path.startsWith(directory + sep);
}
