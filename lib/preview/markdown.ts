import { Change, ChangesModel, ChangeKind } from './model';
import { Words } from './words';

const SIGNS: Readonly<Record<ChangeKind, string>> = {
  added: '➕',
  removed: '➖',
  changed: '✏️',
  retitled: '🏷️',
  moved: '↔️',
};

/** What has changed, as a comment on a pull request: a heading for each dashboard, and a line for each change. */
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
  return parts.length === 0 ? `${words.unchanged}\n` : parts.join('\n');
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
