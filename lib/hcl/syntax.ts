/** A part of HCL's text. */
export interface Span {
  readonly offset: number;
  readonly end: number;
}

/** The arguments and blocks between two braces, or of a whole file, in order. */
export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

/** An argument and its value. */
export interface Attribute extends Span {
  readonly name: string;
  readonly value: Expression;
  /** Where its line ends, before the line end itself; a comment may be between. */
  readonly lineEnd: number;
}

/** A block, such as `widget { … }`. */
export interface Block extends Span {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  /** Where its last line ends, before the line end itself; a comment may be between. */
  readonly lineEnd: number;
}

/** A value. All that is not written out is an `expression`, which only Terraform can compute. */
export type Expression = Text | Heredoc | Literal | Tuple | ObjectValue | Call | OtherExpression;

/** A part of a text: characters as they are meant, or an expression as it is written. */
export type TextPart = Span & ({ readonly literal: string } | { readonly expression: string });

/** A text in quotes. */
export interface Text extends Span {
  readonly kind: 'text';
  readonly parts: readonly TextPart[];
}

/** A text between `<<EOT` and `EOT`. */
export interface Heredoc extends Span {
  readonly kind: 'heredoc';
  /** Its lines, which begin with their indentation, also after `<<-`. */
  readonly body: Span;
  readonly parts: readonly TextPart[];
}

/** A number, `true`, `false` or `null`. */
export interface Literal extends Span {
  readonly kind: 'literal';
  readonly value: number | boolean | null;
}

/** A list in brackets. */
export interface Tuple extends Span {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

/** An object in braces. */
export interface ObjectValue extends Span {
  readonly kind: 'object';
  readonly entries: readonly Entry[];
}

/** An entry of an object. */
export interface Entry extends Span {
  readonly key: string;
  readonly keySpan: Span;
  readonly sign: '=' | ':';
  readonly value: Expression;
  readonly hasComma: boolean;
}

/** A call of a function, such as `jsonencode({ … })`. */
export interface Call extends Span {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
}

export interface OtherExpression extends Span {
  readonly kind: 'expression';
}

/** Text that is not HCL. */
export class NotHcl extends Error {
  public constructor(
    public readonly problem: string,
    public readonly offset: number,
  ) {
    super(problem);
    this.name = 'NotHcl';
  }
}
