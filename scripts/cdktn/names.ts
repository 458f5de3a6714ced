/** What follows where cdktn has kept the name: `cdktf.json`, `cdktf.out`, the annotation `@cdktf/info`. */
const KEPT = String.raw`(?!\.(?:json|out)\b|(?<=@cdkt[fn])\\?\/(?!provider))`;
/** Not part of a longer name, nor of the guide from one to the other. */
const NAME = new RegExp(String.raw`(?<![a-z_]|moving-to-)(cdkt)([fn])(?![a-z_])${KEPT}`, 'gi');
/** The package's name where a language wants no hyphens: `cdktf_datadog_rookout`, `CdktfDatadogRookout`. */
const JOINED = /(cdkt)([fn])(?=_?datadog_?rookout)/gi;
/** The bindings in Python, which cdktn calls otherwise. */
const BINDINGS = ['cdktf_cdktf_provider_datadog', 'cdktn_provider_datadog'] as const;
/** The addresses of the repository, which both packages share, and text that is marked to tell of both. */
const SHARED =
  /(github\.com\/cdktf-datadog-rookout\/[\w-]+|io\.github\.cdktf-datadog-rookout|<!-- both packages -->[^]*?<!-- -->)/;
const OTHER: Record<string, string> = { f: 'n', n: 'f', F: 'N', N: 'F' };

/** A text in which every name of cdktf or of a package for it is that of cdktn, and the other way round. */
export function exchanged(text: string): string {
  const parts = text.split(SHARED);
  return parts.map((part, index) => (index % 2 === 1 ? part : exchangedNames(part))).join('');
}

function exchangedNames(text: string): string {
  const other = (_: string, start: string, letter: string) => start + OTHER[letter];
  return text
    .replace(NAME, other)
    .replace(JOINED, other)
    .replace(/\bcdkt[fn](?:_cdktf)?_provider_datadog\b/g, (name) => BINDINGS[name === BINDINGS[0] ? 1 : 0]);
}
