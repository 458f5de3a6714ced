import { linkPieces, valuePieces } from '../rookout/session-link';

/**
 * The address that an app's button opens, as an expression: the pieces of the link, and between them the chosen label
 * filters.
 *
 * @param template the link template
 * @param select the name of the select of label filters
 */
export function appLink(template: string, select: string): string {
  const pieces = linkPieces(template).map((piece) => javascriptOf(piece, select));
  return `\${[${pieces.join(',')}].join(encodeURIComponent(${select}?.value ?? ''))}`;
}

const APP_LINK = /^\$\{(\[.*\])\.join\(encodeURIComponent\(\w+\?\.value \?\? ''\)\)\}$/s;

/** The pieces of a link that `appLink` has made, if all of them are plain text. Of any other address nothing is known. */
export function piecesOfAppLink(address: string): readonly string[] | undefined {
  const [, list] = APP_LINK.exec(address) ?? [];
  try {
    const pieces: unknown = JSON.parse(list ?? 'null');
    return Array.isArray(pieces) && pieces.every((piece) => typeof piece === 'string') ? pieces : undefined;
  } catch {
    return undefined;
  }
}

/** JavaScript that makes a piece of the link from text and from label values of the chosen instances. */
function javascriptOf(text: string, select: string): string {
  return valuePieces(text)
    .map((piece) => (typeof piece === 'string' ? JSON.stringify(piece) : encodedValue(piece, select)))
    .join(' + ');
}

function encodedValue(keys: readonly string[], select: string): string {
  const labels = `(${select}?.value ?? '').split(',')`;
  const found = `${JSON.stringify(keys)}.map((key) => ${labels}.find((label) => label.startsWith(key + ':')))`;
  return `encodeURIComponent((${found}.find(Boolean) ?? '').replace(/^[^:]*:/, ''))`;
}
