/** A place in a text. Both count from 1; columns count UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text, which end with LF, CRLF or CR. */
export class Lines {
  private readonly starts = [0];

  public constructor(text: string) {
    for (let offset = 0; offset < text.length; offset++) {
      const sign = text[offset];
      if (sign === '\n' || (sign === '\r' && text[offset + 1] !== '\n')) this.starts.push(offset + 1);
    }
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
