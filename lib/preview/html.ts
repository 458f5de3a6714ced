import { createHash } from 'crypto';
import { escaped } from '../json/ascii';
import { Locale, textsIn } from '../rookout/locales';
import { PageContent, PageData } from './model';
import { wordsIn } from './locales';

/** The script and the styles of a page. */
export interface Assets {
  readonly script: string;
  readonly style: string;
}

/** How pages are made. */
export interface PageOptions {
  readonly locale: Locale;
  /** Whether pages load the images that dashboards show. */
  readonly images: boolean;
  /** Whether the page asks its server for changes. */
  readonly live: boolean;
}

/**
 * A page as one file, which loads nothing and runs nothing but its own script.
 *
 * Source: https://www.w3.org/TR/CSP3/ (hashes of inline scripts and styles)
 *
 * @param shown what stands on it beside what the script draws
 */
export function pageHtml(
  content: PageContent,
  title: string,
  assets: Assets,
  options: PageOptions,
  shown?: string,
): string {
  const { locale, images, live } = options;
  const { location, hits, instances } = textsIn(locale);
  const words = wordsIn(locale);
  const data: PageData = { ...content, words, texts: { location, hits, instances }, images, live };
  return documentHtml(
    `${title || words.untitled} · ${words.preview}`,
    `${shown ?? `<noscript>${escapeHtml(words.needsScript)}</noscript>`}
<script type="application/json" id="data">${scriptJson(data)}</script>
<script>${assets.script}</script>`,
    assets,
    options,
  );
}

/** What every page begins with, by which it is known to be one. */
export const GENERATOR = '<meta name="generator" content="rookout-datadog">';

/** A document around that body. */
function documentHtml(
  title: string,
  body: string,
  { script, style }: Assets,
  { locale, images, live }: PageOptions,
): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    `img-src data:${images ? ' https: http:' : ''}`,
    `connect-src ${live ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
${GENERATOR}
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** JSON that can't end the script element that it stands in. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
}

const HASHES = new Map<string, string>();

/** Every page has the same script, which is hashed once. */
function hashOf(text: string): string {
  const known = HASHES.get(text);
  if (known !== undefined) return known;
  const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
  HASHES.set(text, hash);
  return hash;
}
