import { BadInput } from '../bad-input';
import { mapAroundTokens, maskTokens } from '../terraform/tokens';
import { RookoutLabel } from './label';

/** The label of the context link. Datadog's page of the integration uses these words in every language. */
export const SET_METRIC_POINTS = 'Set metric points';

/** Stands in a link template for the percent-encoded label filters, joined by commas. */
export const PLACEHOLDER = '{labels}';

/** Rookout publishes no address that selects instances, so this is a setting and not a constant of theirs. */
export const DEFAULT_SESSION_LINK = `https://app.rookout.com/?labels=${PLACEHOLDER}`;

// `{{labels}}` would be one of Datadog's own variables.
const PLACEHOLDERS = /(?<!\{)\{labels\}(?!\})/g;

/** @throws BadInput where the template is no http(s) address or has no place for the labels */
export function checkSessionLink(template: string): void {
  if (typeof template !== 'string' || !isHttp(template)) {
    throw new BadInput(
      'sessionLink',
      template,
      'is no http(s) address',
      `Use a full address such as "${DEFAULT_SESSION_LINK}"`,
    );
  }
  if (template.search(PLACEHOLDERS) < 0) {
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

/** The template cut at its placeholders: label filters belong between each two pieces. */
export function linkPieces(template: string): string[] {
  return template.split(PLACEHOLDERS);
}

/**
 * The address that opens Rookout with the instances of these labels selected.
 *
 * @param template an http(s) address with `{labels}` in it
 * @param labels the label filters; those given twice count once
 * @param encodeToken makes of a CDKTF token one that Terraform percent-encodes
 */
export function sessionLink(
  template: string,
  labels: readonly RookoutLabel[],
  encodeToken: (marker: string) => string,
): string {
  const filters = [...new Set(labels.map(String))].join(',');
  return linkPieces(template).join(mapAroundTokens(filters, percentEncode, encodeToken));
}

/** The address for the label filters of a title: made from it, so that the two agree. */
export function linkOfTitle(
  template: string,
  title: string,
  encodeToken: (marker: string) => string,
): string {
  return sessionLink(template, RookoutLabel.inTitle(title), encodeToken);
}

/**
 * The address that opens Rookout with the instances of labels whose values template variables give. Datadog puts
 * the values in, and encodes them.
 *
 * Source: https://docs.datadoghq.com/dashboards/guide/context-links/
 */
export function variableLink(
  template: string,
  labels: readonly { readonly key: string; readonly variable: string }[],
): string {
  const filters = labels.map(({ key, variable }) => `${percentEncode(`${key}:`)}{{$${variable}.value}}`);
  return linkPieces(template).join(filters.join(percentEncode(',')));
}

/** Percent-encodes all but RFC 3986's unreserved characters, as Terraform's `urlencode` does (but for spaces). */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
