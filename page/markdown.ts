import { safeAddress } from '../lib/preview/shared/safe-address';
import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';
import { DATA } from './context';

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });
markdown.validateLink = (url) => safeAddress(url) !== undefined;
// The headings of the page are its widgets: those of a note are bold lines.
markdown.renderer.rules.heading_open = () => '<p><strong>';
markdown.renderer.rules.heading_close = () => '</strong></p>';
const { escapeHtml } = markdown.utils;
if (!DATA.images) {
  markdown.renderer.rules.image = (tokens, index) => {
    const address = String(tokens[index].attrGet('src') ?? '');
    return `<a href="${escapeHtml(address)}">${escapeHtml(tokens[index].content || address)}</a>`;
  };
}

/** Markdown as elements. HTML in it is text; a sanitizer takes away what might get through all the same. */
export function markdownElements(text: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(markdown.render(text), {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_URI_REGEXP: /^(https?:|\/)/i,
    FORBID_ATTR: ['style', 'id', 'class'],
    FORBID_TAGS: ['style', 'form', 'input', 'svg', 'math', ...(DATA.images ? [] : ['img'])],
  });
  for (const element of fragment.querySelectorAll('[href], [src]')) {
    for (const name of ['href', 'src']) {
      if (safeAddress(element.getAttribute(name) ?? '') === undefined) element.removeAttribute(name);
    }
  }
  for (const link of fragment.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  return fragment;
}
