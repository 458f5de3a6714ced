import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { PAGES, ROOT } from './support/documents';

/** The links of a page within the repository, with the page that each is on. */
const LINKS = PAGES.flatMap(({ path, text }) =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target)
    .filter((target) => !/^https?:/.test(target))
    .map((target) => [path, target] as const),
);

function withoutCode(text: string): string {
  return text.replace(/^(`{3,}).*?^\1$/gms, '');
}

/** What GitHub calls the headings of a page. */
function anchorsOf(path: string): string[] {
  const headings = [...withoutCode(readFileSync(path, 'utf8')).matchAll(/^#+ (.*)$/gm)];
  return headings.map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

it('there are links', () => expect(LINKS.length).toBeGreaterThan(30));

it.each(LINKS)('%s: %s leads somewhere', (path, target) => {
  const [file, anchor] = target.split('#');
  const found = file === '' ? join(ROOT, path) : join(ROOT, dirname(path), file);
  expect(existsSync(found)).toBe(true);
  if (anchor !== undefined) expect(anchorsOf(found)).toContain(anchor);
});

it('every page can be reached from README', () => {
  const reached = new Set(['README.md']);
  for (const path of reached) {
    for (const [from, target] of LINKS) {
      if (from === path) reached.add(join(dirname(path), target.split('#')[0] || '.'));
    }
  }
  expect(PAGES.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
});
