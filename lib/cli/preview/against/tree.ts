import { posix } from 'path';

/** A file or a link of a commit. */
export interface TreeEntry {
  /** As `git ls-tree` writes it. */
  readonly line: string;
  /** The id of its content. */
  readonly object: string;
  readonly isLink: boolean;
}

/** More links in a row are a circle. */
const MOST_LINKS = 40;

/** The files of a commit, by their paths from the top of the repository. */
export class Tree {
  private readonly files = new Map<string, TreeEntry>();
  private readonly directories = new Map<string, string[]>([['', []]]);

  /**
   * @param listing what `git ls-tree -r -z --full-tree` prints
   * @param targetOf what a link says
   */
  public constructor(
    listing: string,
    private readonly targetOf: (link: TreeEntry) => string,
  ) {
    for (const line of listing.split('\0').slice(0, -1)) {
      const [about, path] = splitOnce(line, '\t');
      const [mode, type, object] = about.split(' ');
      if (type !== 'blob') continue;
      this.files.set(path, { line, object, isLink: mode === '120000' });
      this.add(path);
    }
  }

  /** What a path needs to be read: itself or what is in it, and all that links lead to. Nothing if it is not there. */
  public needs(path: string): readonly TreeEntry[] {
    const needed = new Set<TreeEntry>();
    return this.follow(path, needed, 0) ? [...needed] : [];
  }

  private add(path: string): void {
    const directory = parentOf(path);
    const known = this.directories.get(directory);
    if (known) known.push(path);
    else {
      this.directories.set(directory, [path]);
      this.add(directory);
    }
  }

  /** @returns whether there is such a file or directory */
  private follow(path: string, needed: Set<TreeEntry>, links: number): boolean {
    const parts = path === '' ? [] : path.split('/');
    for (let count = 1; count <= parts.length; count++) {
      const place = parts.slice(0, count).join('/');
      const entry = this.files.get(place);
      if (!entry?.isLink) continue;
      needed.add(entry);
      const target = posix.normalize(
        posix.join(parentOf(place), this.targetOf(entry), ...parts.slice(count)),
      );
      if (links === MOST_LINKS || target.startsWith('..') || posix.isAbsolute(this.targetOf(entry)))
        return false;
      return this.follow(target === '.' ? '' : target.replace(/\/$/, ''), needed, links + 1);
    }
    const file = this.files.get(path);
    if (file) needed.add(file);
    else for (const inside of this.directories.get(path) ?? []) this.takeInside(inside, needed, links);
    return file !== undefined || this.directories.has(path);
  }

  private takeInside(path: string, needed: Set<TreeEntry>, links: number): void {
    const entry = this.files.get(path);
    if (!entry || !needed.has(entry)) this.follow(path, needed, links);
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
