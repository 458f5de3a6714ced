/** A place in a text. Both count from 1; columns count UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const LINE_END = /\r\n?|\n/g;

/** The lines of a text, which end with LF, CRLF or CR. They are read as far as they are asked for. */
export class Lines {
  private readonly starts = [0];
  private readonly hasReturns: boolean;
  private isRead = false;

  public constructor(private readonly text: string) {
    this.hasReturns = text.includes('\r');
  }

  public placeOf(offset: number): Place {
    while (!this.isRead && this.starts.at(-1)! <= offset) this.readLine();
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - this.starts[low] + 1 };
  }

  private readLine(): void {
    const next = this.lineAfter(this.starts.at(-1)!);
    if (next === 0) this.isRead = true;
    else this.starts.push(next);
  }

  /** The start of the next line, or 0. */
  private lineAfter(start: number): number {
    if (!this.hasReturns) return this.text.indexOf('\n', start) + 1;
    LINE_END.lastIndex = start;
    LINE_END.test(this.text);
    return LINE_END.lastIndex;
  }
}
