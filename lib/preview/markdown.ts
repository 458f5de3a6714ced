import { Change, ChangesModel, ChangeKind } from './model';
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
 * What has changed, as a comment on a pull request: a heading for each dashboard, and a line for each change. If
 * that is too long for a comment, the last line counts the changes that are left out.
 */
export function changesMarkdown(
  dashboards: readonly (ChangesModel & { readonly title: string })[],
  words: Words,
): string {
  const parts = dashboards
    .filter(({ changes }) => changes.length > 0)
    .map(
      ({ title, before, after, changes }) =>
        `### ${plain(title || words.untitled)}${before ? (after ? '' : ` (${words.removed})`) : ` (${words.added})`}\n\n${changes
          .map((change) => lineOf(change, words))
          .join('\n')}\n`,
    );
  return parts.length === 0 ? `${words.unchanged}\n` : shortened(parts.join('\n'), words);
}

function shortened(comment: string, words: Words): string {
  if (comment.length <= LONGEST_COMMENT) return comment;
  const end = Math.max(0, comment.lastIndexOf(LINE, LONGEST_COMMENT));
  const left = comment.slice(end).split(LINE).length - 1;
  return `${comment.slice(0, end)}\n\n${filled(words.moreChanges, { count: left })}\n`;
}

function lineOf({ kind, title, details }: Change, words: Words): string {
  const more = details.length === 0 ? '' : `: ${details.map(plain).join(', ')}`;
  return `- ${SIGNS[kind]} **${plain(title)}** ${words[kind]}${more}`;
}

/** Text that is no markdown, HTML, link or mention, whatever it holds. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\\`*_{}[\]()#+!|~-]/g, '\\$&')
    .replace(/@(?=\w)|:(?=\/\/)/g, '$&\u200b');
}
