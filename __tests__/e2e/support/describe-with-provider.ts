import { PROVIDERS } from './providers';

/** Describes what needs the real provider, once for each version; it is skipped, and says why, where there is none. */
export function describeWithProvider(name: string, body: (version: string) => void): void {
  const reasons: Record<string, string> = JSON.parse(process.env.E2E_REASONS!);
  for (const version of PROVIDERS) {
    const title = `${name}, provider ${version}`;
    if (reasons[version] === '') describe(title, () => body(version));
    else describe.skip(`${title} (skipped: ${reasons[version]})`, () => body(version));
  }
}
