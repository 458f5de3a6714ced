import { oneOf } from '../bad-input';

/**
 * Datadog's sites. Each is a region with its own accounts.
 *
 * Source: https://docs.datadoghq.com/getting_started/site/
 */
const SITES = [
  'datadoghq.com',
  'us3.datadoghq.com',
  'us5.datadoghq.com',
  'datadoghq.eu',
  'ap1.datadoghq.com',
  'ap2.datadoghq.com',
  'uk1.datadoghq.com',
  'ddog-gov.com',
  'us2.ddog-gov.com',
] as const;

/** Whether it is a site for governments, which has fewer products. */
export function isOfGovernment(site: string): boolean {
  return site.endsWith('ddog-gov.com');
}

/** @throws BadInput if Datadog has no such site */
export function checkSite(site: string): void {
  oneOf('site', site, SITES);
}

/** The address of the site in the browser: `https://app.datadoghq.com`, `https://us5.datadoghq.com`, …. */
export function webAddress(site: string): string {
  return site.split('.').length > 2 ? `https://${site}` : `https://app.${site}`;
}

/** The URL of the site's API, for the provider's `api_url`. */
export function apiAddress(site: string): string {
  return `https://api.${site}/`;
}
