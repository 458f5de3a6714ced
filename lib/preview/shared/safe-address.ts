/** Stand for Datadog's own site, or wherever the page is: a path stays on any of them. */
const SITES: readonly string[] = ['https://one.invalid', 'https://other.invalid'];

/**
 * An address that may be followed: on the web, or a path on Datadog's own site; nothing for any other. It is judged as a
 * browser reads it, which takes `\` for `/` and passes over tabs.
 *
 * Source: https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export function safeAddress(address: string): string | undefined {
  return isOnWeb(address) || isPathHere(address) ? address : undefined;
}

/** Only with `//`: without, where it leads depends on the page that it is on. */
function isOnWeb(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}

function isPathHere(address: string): boolean {
  return (
    address.startsWith('/') &&
    SITES.every((site) => URL.canParse(address, site) && new URL(address, site).origin === site)
  );
}
