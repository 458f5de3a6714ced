import { lstatSync, realpathSync, statSync } from 'fs';
import { dirname, relative, resolve, sep } from 'path';

/** What is watched: places with all that is in them. */
export class Watched {
  private readonly roots: readonly string[];
  private readonly ignored: readonly string[];
  /** The first path to each directory that is behind a link. */
  private readonly linked = new Map<string, string>();

  /** @param ignored places that are not watched, beside what is hidden or in `node_modules` */
  public constructor(
    paths: readonly string[],
    ignored: readonly string[],
    private readonly cwd: string,
  ) {
    this.roots = paths.map((path) => resolve(cwd, path));
    this.ignored = ignored.map((path) => resolve(cwd, path));
  }

  /** Directories above the places: a place that is removed and made again is seen from there. */
  public get from(): readonly string[] {
    return [...new Set(this.roots.map((root) => (isWithin(this.cwd, root) ? this.cwd : dirname(root))))];
  }

  /** Whether a path is one of the places, in one, or on the way to one. */
  public has(path: string): boolean {
    if (this.ignored.some((place) => isWithin(place, path))) return false;
    return this.roots.some((root) => isWithin(path, root) || isSeenIn(root, path)) && !this.isKnown(path);
  }

  /** Whether it is a link to a directory that another path leads to: links may form circles. */
  private isKnown(path: string): boolean {
    const directory = directoryBehind(path);
    if (directory === undefined) return false;
    if (isWithin(directory, path)) return true;
    const first = this.linked.get(directory) ?? path;
    this.linked.set(directory, first);
    return first !== path;
  }
}

/** The directory that a link leads to. Undefined if it is no such link. */
function directoryBehind(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() && statSync(path).isDirectory() ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}

function isSeenIn(root: string, path: string): boolean {
  if (!isWithin(root, path)) return false;
  return !relative(root, path)
    .split(sep)
    .some((part) => part.startsWith('.') || part === 'node_modules');
}

function isWithin(directory: string, path: string): boolean {
  return path === directory || path.startsWith(directory.endsWith(sep) ? directory : directory + sep);
}
