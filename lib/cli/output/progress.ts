import { basename } from 'path';
import { counted, printable, Terminal } from './terminal';

/** With fewer files it is over before one has read it. */
const FEW = 20;

/** A line that is broken can't be taken away again. */
const LONGEST = 50;

/** Tells on a terminal how far a command has come, in one line that it takes away again. */
export class Progress {
  private readonly shown: boolean;
  private position = 0;

  public constructor(
    private readonly terminal: Terminal,
    private readonly files: number,
  ) {
    this.shown = files > FEW && terminal.stderr.isTTY === true;
  }

  /** Says which file is looked at. */
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
