import { name as ownName } from '../../../package.json';
import { Page, PAGES } from './documents';

/** A program in the documentation, whole. */
export interface Snippet {
  /** For example `docs/cookbook.md: French`. */
  readonly name: string;
  readonly code: string;
}

/** How a language writes what every program of a page has. */
interface Form {
  readonly fence: string;
  readonly makesApp: RegExp;
  readonly synth: string;
}

const TYPESCRIPT: Form = { fence: 'ts', makesApp: /new App\(/, synth: 'app.synth();' };
const PYTHON: Form = { fence: 'python', makesApp: /= App\(/, synth: 'app.synth()' };

/** Those for this package's framework. The tests of the other package compile and run the rest. */
export const TYPESCRIPT_SNIPPETS = PAGES.flatMap((page) => snippetsOf(page, TYPESCRIPT)).filter(
  ({ code }) => (/(?<= from ')cdkt[fn]-datadog-rookout/.exec(code)?.[0] ?? ownName) === ownName,
);
export const PYTHON_SNIPPETS = PAGES.flatMap((page) => snippetsOf(page, PYTHON));

/** The programs of a page. Code that makes no app belongs into the first one of the page, before `app.synth()`. */
function snippetsOf({ path, text }: Page, { fence, makesApp, synth }: Form): Snippet[] {
  const blocks = [...text.matchAll(new RegExp(`^\`\`\`${fence}\n(.*?)^\`\`\`$`, 'gms'))];
  return blocks.map(({ 1: code, index }) => {
    const name = `${path}: ${headingBefore(text, index)}`;
    return { name, code: makesApp.test(code) ? code : blocks[0][1].replace(synth, () => code + synth) };
  });
}

function headingBefore(text: string, index: number): string {
  return [...text.slice(0, index).matchAll(/^#+ (.*)$/gm)].at(-1)![1];
}
