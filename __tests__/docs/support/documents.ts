import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

export const ROOT = join(__dirname, '..', '..', '..');

/** A page that people wrote, by its path in the repository. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** Every page of the documentation, but the reference, which is drawn from the code. */
export const PAGES: readonly Page[] = [
  'README.md',
  'CONTRIBUTING.md',
  'languages/python/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

export function page(path: string): string {
  return PAGES.find((page) => page.path === path)!.text;
}
