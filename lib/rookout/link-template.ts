import { BadInput } from '../bad-input';
import { maskTokens } from '../terraform/tokens';

/** The place of the percent-encoded label filters in a link template. They are joined by commas. */
const LABELS = '{labels}';

/** The default link template. Rookout documents no URL that selects instances, so it is a setting. */
export const DEFAULT_SESSION_LINK = `https://app.rookout.com/?labels=${LABELS}`;

/** The keys of labels that name a service. `{service}` is the value of the first one that a graph has. */
const SERVICE_KEYS: readonly string[] = [
  'service',
  'k8s_deployment',
  'k8s_statefulset',
  'k8s_daemonset',
  'function_name',
];

// `{{labels}}` would be one of Datadog's own variables.
const PLACEHOLDERS = /(?<!\{)\{(labels|search|service|env|label:([^{}]+))\}(?!\})/g;

/** A placeholder of a link template. */
export interface Hole {
  /** As it is written, for example `{label:team}`. */
  readonly placeholder: string;
  /**
   * What belongs there: all label filters, as they are or as a search of Datadog, or the value of one label: of the first
   * of these keys that a graph has.
   */
  readonly of: 'labels' | 'search' | readonly string[];
}

/** A link template, cut at its placeholders. */
export interface TemplateParts {
  /** The texts around the placeholders: one more than there are placeholders. */
  readonly texts: readonly string[];
  readonly holes: readonly Hole[];
}

export function templateParts(template: string): TemplateParts {
  const texts: string[] = [];
  const holes: Hole[] = [];
  let end = 0;
  for (const { 0: placeholder, 1: name, 2: key = name, index } of template.matchAll(PLACEHOLDERS)) {
    texts.push(template.slice(end, index));
    holes.push({ placeholder, of: neededBy(name, key) });
    end = index + placeholder.length;
  }
  return { texts: [...texts, template.slice(end)], holes };
}

function neededBy(name: string, key: string): Hole['of'] {
  if (name === 'labels' || name === 'search') return name;
  return name === 'service' ? SERVICE_KEYS : [key];
}

/** The template with a text in place of each placeholder. */
export function filledTemplate(template: string, fill: (hole: Hole) => string): string {
  const { texts, holes } = templateParts(template);
  return texts.map((text, index) => (index === 0 ? text : fill(holes[index - 1]) + text)).join('');
}

/**
 * @param what the name of the setting in errors
 * @param fixed whether the template may be a URL without placeholder, the same for every graph
 * @throws BadInput if the template is not an http(s) URL, or has no placeholder
 */
export function checkLinkTemplate(what: string, template: string, fixed = false): void {
  if (typeof template !== 'string' || !isHttp(template)) {
    throw new BadInput(
      what,
      template,
      'is not an http(s) URL',
      `Use a full URL such as "${DEFAULT_SESSION_LINK}"`,
    );
  }
  if (!fixed && templateParts(template).holes.length === 0) {
    throw new BadInput(
      what,
      template,
      `has no ${LABELS}, so every graph would open the same page`,
      `Put ${LABELS} where the label filters belong, as in "${DEFAULT_SESSION_LINK}"`,
    );
  }
}

function isHttp(template: string): boolean {
  if (maskTokens(template) !== template && template.startsWith('${')) return true;
  return (
    /^https?:\/\/[^\s/]/i.test(template) && !/[\s\p{Cc}]/u.test(template) && URL.canParse(bare(template))
  );
}

function bare(template: string): string {
  return maskTokens(template).replace(/[{}]/g, '');
}
