import { BadInput } from '../bad-input';
import { mapAroundTokens, maskTokens } from '../terraform/tokens';
import { RookoutLabel } from './label';

/** The label of the context link. Datadog's page of the integration uses these words in every language. */
export const SET_METRIC_POINTS = 'Set metric points';

/** The place of the percent-encoded label filters in a link template. They are joined by commas. */
const PLACEHOLDER = '{labels}';

/** The default link template. Rookout documents no URL that selects instances, so it is a setting. */
export const DEFAULT_SESSION_LINK = `https://app.rookout.com/?labels=${PLACEHOLDER}`;

/** The keys of labels that name a service. `{service}` is the value of the first one that a graph has. */
const SERVICE_KEYS: readonly string[] = [
  'service',
  'k8s_deployment',
  'k8s_statefulset',
  'k8s_daemonset',
  'function_name',
];

// `{{labels}}` would be one of Datadog's own variables.
const LABELS = /(?<!\{)\{labels\}(?!\})/;
const PLACEHOLDERS = /(?<!\{)\{(labels|service|env|label:([^{}]+))\}(?!\})/g;

/** A label with a value that Datadog fills in: that of a template variable, or of the clicked line. */
export interface FilledLabel {
  readonly key: string;
  /** Datadog's own variable, for example `{{$env.value}}` or `{{host.value}}`. */
  readonly filledBy: string;
}

/** A label filter of a link. */
export type LinkLabel = RookoutLabel | FilledLabel;

/** The link template needs a label that the graph does not have. */
export class LinkHole extends BadInput {}

/**
 * @param fixed whether the template may be a URL without placeholder, the same for every graph
 * @throws BadInput if the template is not an http(s) URL, or has no placeholder
 */
export function checkSessionLink(template: string, fixed = false): void {
  if (typeof template !== 'string' || !isHttp(template)) {
    throw new BadInput(
      'sessionLink',
      template,
      'is not an http(s) URL',
      `Use a full URL such as "${DEFAULT_SESSION_LINK}"`,
    );
  }
  if (!fixed && template.search(PLACEHOLDERS) < 0) {
    throw new BadInput(
      'sessionLink',
      template,
      `has no ${PLACEHOLDER}, so every graph would open the same page`,
      `Put ${PLACEHOLDER} where the label filters belong, as in "${DEFAULT_SESSION_LINK}"`,
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

/** The pieces of the template between the places of the label filters. */
export function linkPieces(template: string): string[] {
  return template.split(LABELS);
}

/**
 * The pieces of a part of a link template. A piece is text, or the place of a single value: a list of label
 * keys, of which the first that the graph has is used.
 */
export function valuePieces(text: string): (string | readonly string[])[] {
  const pieces: (string | readonly string[])[] = [];
  let end = 0;
  for (const { 0: placeholder, 1: name, 2: key = name, index } of text.matchAll(PLACEHOLDERS)) {
    pieces.push(text.slice(end, index), name === 'service' ? SERVICE_KEYS : [key]);
    end = index + placeholder.length;
  }
  return [...pieces, text.slice(end)];
}

/**
 * The URL that opens Rookout with the instances of these labels selected. Known values are percent-encoded
 * here. Datadog encodes the values that it fills in.
 *
 * Datadog "handles URL encoding in context links": plain text of a parameter is encoded when the link is
 * opened. It also advises to paste whole URLs, which are encoded already, and its own dashboards have encoded
 * text beside variables: `%3A{{status.value}}%20OR%20` (Gravitee API Management). The docs do not say clearly
 * that encoded text is not encoded again. The encoded form is the safe one: a plain `&`, `#` or `%` of a
 * value would change the meaning of the URL.
 *
 * Source: https://docs.datadoghq.com/dashboards/guide/context-links/ (URL encoding; Bootstrap context link
 * with copy-paste) and
 * https://github.com/DataDog/integrations-extras/blob/master/gravitee/assets/dashboards/gravitee_apim.json
 *
 * @param template an http(s) URL with `{labels}`, `{service}`, `{env}` or `{label:KEY}` in it
 * @param labels the label filters; duplicates are ignored
 * @param encodeToken makes a token that Terraform percent-encodes from a CDKTF token
 * @throws LinkHole if the template needs a label that is missing or has several values
 */
export function sessionLink(
  template: string,
  labels: readonly LinkLabel[],
  encodeToken: (marker: string) => string,
): string {
  const encoded = (text: string): string => mapAroundTokens(text, percentEncode, encodeToken);
  const valueOf = (label: LinkLabel): string => ('filledBy' in label ? label.filledBy : encoded(label.value));
  const filterOf = (label: LinkLabel): string => encoded(`${label.key}:`) + valueOf(label);
  return template.replace(PLACEHOLDERS, (placeholder, name: string, key: string = name) => {
    if (name === 'labels') return [...new Set(labels.map(filterOf))].join(percentEncode(','));
    const own = name === 'service' ? SERVICE_KEYS.find((one) => labels.some((l) => l.key === one)) : key;
    const values = new Set(labels.filter((label) => label.key === own).map(valueOf));
    if (values.size === 1) return [...values][0];
    throw new LinkHole(
      'sessionLink',
      template,
      values.size === 0
        ? `has ${placeholder}, but the graph has no such label`
        : `has ${placeholder}, but the graph has ${values.size} values of it`,
      `Use ${PLACEHOLDER}, or a template that all graphs can fill`,
    );
  });
}

/**
 * Percent-encodes all characters except the unreserved ones of RFC 3986. Terraform's `urlencode` does the
 * same, except for spaces.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
