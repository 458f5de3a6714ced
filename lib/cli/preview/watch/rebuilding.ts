import { createHash } from 'crypto';
import { readFileSync } from 'fs';

/** Changes that a build makes are seen a little after its end, in milliseconds. */
const LATE = 400;

/** So many builds, each because of what has changed during the one before, are made by no person. */
const MOST_IN_A_ROW = 5;

/**
 * Builds again after changes: once for all that come during a build, and not for files that the build itself writes the
 * same each time.
 */
export class Rebuilding {
  private readonly changed = new Set<string>();
  private work: Promise<void> = Promise.resolve();
  private isBusy = false;

  /**
   * @param build gives what is wrong, if anything is
   * @param tell takes that
   * @param note takes what else is to be said
   */
  public constructor(
    private readonly build: () => Promise<string | undefined>,
    private readonly tell: (problem: string | undefined) => void,
    private readonly note: (text: string) => void,
  ) {}

  /** Ends when nothing is being built. */
  public get done(): Promise<void> {
    return this.work;
  }

  public start(paths: readonly string[] = []): void {
    for (const path of paths) this.changed.add(path);
    if (this.isBusy) return;
    this.isBusy = true;
    this.work = this.untilSettled().finally(() => (this.isBusy = false));
  }

  private async untilSettled(): Promise<void> {
    const contents = new Map<string, string>();
    for (let count = 1; ; count++) {
      this.changed.clear();
      this.tell(await this.build());
      await new Promise((resolve) => setTimeout(resolve, LATE));
      const other = [...this.changed].filter((path) => {
        const content = contentOf(path);
        if (contents.get(path) === content) return false;
        contents.set(path, content);
        return true;
      });
      if (other.length === 0) return;
      if (count === MOST_IN_A_ROW) {
        this.note(
          `${other[0]} changes whenever the pages are made anew. They are made again after another change`,
        );
        return;
      }
    }
  }
}

/** What tells the content of a file from another one. */
function contentOf(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}
