/** A place in a text. Both count from 1; columns count UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const LINE_END = /\r\n?|\n/g;

/** The lines of a text, which end with LF, CRLF or CR. */
export class Lines {
  private readonly starts = [0];

  public constructor(text: string) {
    if (text.includes('\r')) {
      LINE_END.lastIndex = 0;
      while (LINE_END.test(text)) this.starts.push(LINE_END.lastIndex);
      return;
    }
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) this.starts.push(end + 1);
  }

  public placeOf(offset: number): Place {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - this.starts[low] + 1 };
  }
}
