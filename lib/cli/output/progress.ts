import { basename } from 'path';
import { counted, printable, Terminal } from './terminal';

/** With fewer files, the command is too fast for anyone to read the progress. */
const FEW = 20;

/** A longer name could take two lines, and only one line can be removed. */
const LONGEST = 50;

/** Shows the progress of a command on a terminal, in one line that it removes at the end. */
export class Progress {
  private readonly shown: boolean;
  private position = 0;

  public constructor(
    private readonly terminal: Terminal,
    private readonly files: number,
  ) {
    this.shown = files > FEW && terminal.stderr.isTTY === true;
  }

  /** Shows the next file. */
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
