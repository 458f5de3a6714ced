import { existsSync } from 'fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'path';
import { pathToFileURL } from 'url';

/** The Git repository that a directory is in, or the directory itself if it is in none. */
export class Repository {
  private readonly root: string;

  public constructor(private readonly directory: string) {
    this.root = rootAround(directory) ?? directory;
  }

  /**
   * The path of a file from the repository's root, with slashes. Undefined if it is elsewhere.
   *
   * @param path from the directory
   */
  public pathOf(path: string): string | undefined {
    const below = relative(this.root, resolve(this.directory, path));
    if (below === '' || below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below)) return undefined;
    return below.split(sep).join('/');
  }

  /** The `file:` address of a file. */
  public addressOf(path: string): string {
    return pathToFileURL(resolve(this.directory, path)).href;
  }
}

/** In a worktree and in a submodule, `.git` is a file. */
function rootAround(directory: string): string | undefined {
  if (existsSync(join(directory, '.git'))) return directory;
  const parent = dirname(directory);
  return parent === directory ? undefined : rootAround(parent);
}
