/** How an address begins that may be followed: on the web, or on Datadog's own site. */
export const SAFE_ADDRESS = /^(https?:\/\/|\/(?!\/))/i;

/** An address that may be followed; nothing for any other. */
export function safeAddress(address: string): string | undefined {
  return SAFE_ADDRESS.test(address) ? address : undefined;
}
