/** The version constraint of the provider that this Jest project is about. */
declare const PROVIDER: string;

/** Describes what needs the real provider; it is skipped, and says why, where there is none. */
export function describeWithProvider(name: string, body: (version: string) => void): void {
  const reasons: Record<string, string> = JSON.parse(process.env.E2E_REASONS!);
  const title = `${name}, provider ${PROVIDER}`;
  if (reasons[PROVIDER] === '') describe(title, () => body(PROVIDER));
  else describe.skip(`${title} (skipped: ${reasons[PROVIDER]})`, () => body(PROVIDER));
}
