import { BadInput } from '../bad-input';
import { mapAroundTokens } from '../terraform/tokens';
import { RookoutLabel } from './label';
import { filledTemplate } from './link-template';

/** The label of the context link. Datadog's page of the integration uses these words in every language. */
export const SET_METRIC_POINTS = 'Set metric points';

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
 * @param template an http(s) URL with `{labels}`, `{search}`, `{service}`, `{env}` or `{label:KEY}` in it
 * @param labels the label filters; duplicates are ignored
 * @param encodeToken makes a token that Terraform percent-encodes from a CDKTF token
 * @param searchOf the labels as a search of Datadog, percent-encoded
 * @throws LinkHole if the template needs a label that is missing or has several values
 */
export function sessionLink(
  template: string,
  labels: readonly LinkLabel[],
  encodeToken: (marker: string) => string,
  searchOf: (labels: readonly LinkLabel[]) => string,
): string {
  const encoded = (text: string): string => mapAroundTokens(text, percentEncode, encodeToken);
  const valueOf = (label: LinkLabel): string => ('filledBy' in label ? label.filledBy : encoded(label.value));
  const filterOf = (label: LinkLabel): string => encoded(`${label.key}:`) + valueOf(label);
  return filledTemplate(template, ({ placeholder, of }) => {
    if (of === 'labels') return [...new Set(labels.map(filterOf))].join(percentEncode(','));
    return of === 'search' ? searchOf(labels) : single(placeholder, valuesOf(of));
  });

  function valuesOf(keys: readonly string[]): ReadonlySet<string> {
    const own = keys.find((key) => labels.some((label) => label.key === key));
    return new Set(labels.filter(({ key }) => key === own).map(valueOf));
  }

  function single(placeholder: string, values: ReadonlySet<string>): string {
    if (values.size === 1) return [...values][0];
    throw new LinkHole(
      'sessionLink',
      template,
      values.size === 0
        ? `has ${placeholder}, but the graph has no such label`
        : `has ${placeholder}, but the graph has ${values.size} values of it`,
      'Use {labels} or {search}, or a template that all graphs can fill',
    );
  }
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
