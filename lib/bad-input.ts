// jsii compiles for ES2020; an error with a cause is newer, and known to every supported version of Node.
/// <reference lib="es2022.error" />

/** Where a value was given. */
interface Where {
  /** The path of the construct that got the value. */
  readonly construct?: string;
  /** The widget that the value is of, as users know it. */
  readonly widget?: string;
  /** The file that the value is in, with line and column if they are known. */
  readonly file?: string;
}

/** A place in a file, counted from 1. */
interface FilePlace {
  readonly line: number;
  readonly column: number;
}

/** A file or a place in it, in the form that editors and terminals understand: `board.json:3:9`. */
export function fileAt(path: string, place?: FilePlace): string {
  return place ? `${path}:${place.line}:${place.column}` : path;
}

/** What is wrong with a value. */
interface Problem {
  readonly what: string;
  readonly value: unknown;
  readonly rule: string;
  readonly fix: string;
}

/**
 * A value that breaks a rule. The message has the place, the name, the value, the rule and the fix:
 * `[shop/Overview] board.json:3:9: title: "" is empty. Give the dashboard a title.`
 *
 * Its parts are no fields, which Node would print once more below the message.
 */
export class BadInput extends Error {
  readonly #problem: Problem;
  readonly #where: Where;

  /**
   * @param what the name of the value, for example `service` or `layout.x`; empty if its place in a file is
   * enough
   * @param value the value; a long value is shortened in the message
   * @param rule the rule that it breaks, as the rest of a sentence that begins with the value
   * @param fix how to fix it, as a sentence of its own
   * @param cause the original error of another kind, if there was one
   */
  public constructor(
    what: string,
    value: unknown,
    rule: string,
    fix: string,
    cause?: unknown,
    where: Where = {},
  ) {
    const { construct, widget, file } = where;
    const place = [
      construct === undefined ? '' : `[${construct}] `,
      widget === undefined ? '' : `graph ${shown(widget)}: `,
      file === undefined ? '' : `${file}: `,
    ];
    const name = what === '' ? '' : `${shortened(what)}: `;
    super(`${place.join('')}${name}${shown(value)} ${rule}. ${fix}.`, cause === undefined ? {} : { cause });
    this.name = 'BadInput';
    this.#problem = { what, value, rule, fix };
    this.#where = where;
  }

  public get what(): string {
    return this.#problem.what;
  }

  public get value(): unknown {
    return this.#problem.value;
  }

  public get rule(): string {
    return this.#problem.rule;
  }

  public get fix(): string {
    return this.#problem.fix;
  }

  /** The message alone, which jsii shows in other languages. */
  public override toString(): string {
    return this.message;
  }

  /** The same error with the path of a construct. If it has one already, that one stays. */
  public inConstruct(path: string): BadInput {
    return this.#where.construct === undefined ? this.placed({ ...this.#where, construct: path }) : this;
  }

  /** The same error with the name of a widget. */
  public ofWidget(widget: string): BadInput {
    return this.placed({ ...this.#where, widget });
  }

  /** The same error with a file, named by its path. */
  public inFile(path: string, place?: FilePlace): BadInput {
    return this.placed({ ...this.#where, file: fileAt(path, place) });
  }

  /** The same error for a value inside of another with that name. */
  public under(name: string): BadInput {
    return this.placed(this.#where, `${name}.${this.what}`);
  }

  private placed(where: Where, what = this.what): BadInput {
    return new BadInput(what, this.value, this.rule, this.fix, this.cause, where);
  }
}

/** Runs a step. If it throws a BadInput, throws what `place` makes of it. */
export function placing<T>(place: (error: BadInput) => Error, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof BadInput ? place(error) : error;
  }
}

const LONGEST_SHOWN = 160;

function shown(value: unknown): string {
  return shortened(printed(value));
}

function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function printed(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number' || value === undefined) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Array.isArray(value) ? 'an array' : 'an object';
  }
}

/**
 * Checks that a value is one of Datadog's (or this library's) words.
 *
 * @throws BadInput naming the words that are allowed
 */
export function oneOf(what: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) {
    throw new BadInput(what, value, 'is not known', `Use one of: ${allowed.join(', ')}`);
  }
}
