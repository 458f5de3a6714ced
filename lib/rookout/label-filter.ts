/** What stands in a text in place of a value that only Terraform knows. */
export const TERRAFORM_VALUE = '${…}';

/** What the value of a label filter is: itself, or something that is filled in later. */
export type ValueKind =
  /** The value itself. */
  | 'text'
  /** Datadog fills in a template variable, as in `{{$service.value}}`. */
  | 'variable'
  /** Datadog fills in the clicked line, as in `{{host.value}}`. */
  | 'line'
  /** Only Terraform knows it, or a part of it. */
  | 'terraform';

/** A label filter of a title or a link, as plain data. */
export interface LabelFilter {
  readonly key: string;
  /** As it is written: `cart`, `{{$service.value}}`, `${…}`. */
  readonly value: string;
  readonly kind: ValueKind;
}

export function labelFilter(key: string, value: string): LabelFilter {
  return { key, value, kind: kindOf(`${key}:${value}`) };
}

/** The filter as `key:value`. */
export function filterText({ key, value }: LabelFilter): string {
  return `${key}:${value}`;
}

function kindOf(text: string): ValueKind {
  if (text.includes(TERRAFORM_VALUE)) return 'terraform';
  if (/\{\{\s*\$/.test(text)) return 'variable';
  return text.includes('{{') ? 'line' : 'text';
}
