import { whyNoPostgres } from './postgres';
import { whyNot } from './providers';

/** The version constraint of the provider that this Jest project is about. */
declare const PROVIDER: string;

/** Describes what needs the real provider; it is skipped, and says why, where there is none. */
export function describeWithProvider(name: string, body: (version: string) => void): void {
  const reasons: Record<string, string> = JSON.parse(process.env.E2E_REASONS!);
  describeUnless(reasons[PROVIDER], `${name}, provider ${PROVIDER}`, body);
}

/** Describes what needs OpenTofu and the real provider; it is skipped, and says why, where one is missing. */
export function describeWithTofu(name: string, body: (version: string) => void): void {
  describeUnless(whyNot(PROVIDER, 'tofu'), `${name}, OpenTofu, provider ${PROVIDER}`, body);
}

/** Describes what needs another version of the provider as well. */
export function describeWithVersion(version: string, body: () => void): void {
  describeUnless(whyNot(version), `provider ${version}`, body);
}

/** Describes what needs PostgreSQL and the real provider; it is skipped, and says why, where one is missing. */
export function describeWithPostgres(name: string, body: (version: string) => void): void {
  const reasons: Record<string, string> = JSON.parse(process.env.E2E_REASONS!);
  describeUnless(reasons[PROVIDER] || whyNoPostgres(), `${name}, provider ${PROVIDER}`, body);
}

function describeUnless(reason: string, title: string, body: (version: string) => void): void {
  if (reason === '') describe(title, () => body(PROVIDER));
  else describe.skip(`${title} (skipped: ${reason})`, () => body(PROVIDER));
}
