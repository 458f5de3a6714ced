import { Change, ChangedTexts, ChangesModel, ChangeKind } from './model';
import { filled } from './shared/filled';
import { Words } from './words';

const SIGNS: Readonly<Record<ChangeKind, string>> = {
  added: '➕',
  removed: '➖',
  changed: '✏️',
  retitled: '🏷️',
  moved: '↔️',
};

/**
 * GitHub takes 65,536 characters. A workflow may add some.
 *
 * Source: https://github.com/orgs/community/discussions/27190
 */
const LONGEST_COMMENT = 65_000;

/** The beginning of a change's line. */
const LINE = '\n- ';

/**
 * What has changed, as a comment on a pull request: a summary, a line for each dashboard that is new or gone, and for each
 * of the others a heading with a line for each change. If that is too long for a comment, the last line counts the changes
 * that are left out.
 */
export function changesMarkdown(
  dashboards: readonly (ChangesModel & { readonly title: string })[],
  words: Words,
): string {
  const changed = dashboards.filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return `${words.unchanged}\n`;
  const isWhole = ({ before, after }: ChangesModel) => !before || !after;
  const whole = changed.filter(isWhole).flatMap(({ changes }) => linesOf(changes, words));
  const sections = changed
    .filter((one) => !isWhole(one))
    .map(
      ({ title, changes }) =>
        `### ${plain(title || words.untitled)}\n\n${linesOf(changes, words).join('\n')}`,
    );
  const parts = [summaryOf(changed, words), ...(whole.length > 0 ? [whole.join('\n')] : []), ...sections];
  return shortened(`${parts.join('\n\n')}\n`, words);
}

/** How many changes of each kind there are. */
function summaryOf(dashboards: readonly ChangesModel[], words: Words): string {
  const kinds = dashboards.flatMap(({ changes }) => changes.map(({ kind }) => kind));
  const counts = (Object.keys(SIGNS) as ChangeKind[])
    .map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${SIGNS[kind]} ${count} ${words[kind]}`);
  return [`**${words.dashboards}: ${dashboards.length}**`, ...counts].join(' · ');
}

function linesOf(changes: readonly Change[], words: Words): string[] {
  return changes.map((change) => lineOf(change, words));
}

function shortened(comment: string, words: Words): string {
  if (comment.length <= LONGEST_COMMENT) return comment;
  const end = Math.max(0, comment.lastIndexOf(LINE, LONGEST_COMMENT));
  const left = comment.slice(end).split(LINE).length - 1;
  return `${comment.slice(0, end)}\n\n${filled(words.moreChanges, { count: left })}\n`;
}

function lineOf({ kind, title, details, texts }: Change, words: Words): string {
  const more = details.length === 0 ? '' : `: ${details.map(plain).join(', ')}`;
  const line = `- ${SIGNS[kind]} **${plain(title || words.untitled)}** ${words[kind]}${more}`;
  return line + texts.map((text) => textsOf(text, words)).join('');
}

/** Below a change's line: one pair beside its name, several as a list below it. */
function textsOf({ link, pairs }: ChangedTexts, words: Words): string {
  const name = `\n  - ${plain(link ?? words.queries)}:`;
  const lines = pairs.map(({ before, after }) => `${code(before)} → ${code(after)}`);
  return lines.length === 1 ? `${name} ${lines[0]}` : name + lines.map((line) => `\n    - ${line}`).join('');
}

/** Text of one line, as code where it has no sign that would end the code. */
function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return '–';
  return line.includes('`') ? plain(line) : `\`${line}\``;
}

/** Text that is no markdown, HTML, link or mention, whatever it holds. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[&<>\\`*_{}[\]()#+!|~-]/g, '\\$&')
    .replace(/@(?=\w)|:(?=\/\/)|\bwww(?=\.)/gi, '$&\u200b');
}
