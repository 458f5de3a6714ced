import { basename } from 'path';
import { counted, printable, Terminal } from './terminal';

/** Fewer files are done before anyone could read how far the command is. */
const FEW = 20;

/** A longer name might wrap, and only one line can be removed. */
const LONGEST = 50;

/** Shows on a terminal how far a command is, in one line that it removes at the end. */
export class Progress {
  private readonly shown: boolean;
  private position = 0;

  public constructor(
    private readonly terminal: Terminal,
    private readonly files: number,
  ) {
    this.shown = files > FEW && terminal.stderr.isTTY === true;
  }

  /** Shows the file that is next. */
  public next(path: string): void {
    this.position++;
    this.write(
      `${this.position} of ${counted(this.files, 'file')}: ${printable(basename(path)).slice(0, LONGEST)}`,
    );
  }

  /** Makes room for other output. */
  public clear(): void {
    this.write('');
  }

  private write(text: string): void {
    if (this.shown) this.terminal.stderr.write(`\r\u001b[K${text}`);
  }
}
