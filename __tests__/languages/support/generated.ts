import { mkdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Language, pacmak } from '../../../scripts/support/pacmak';
import { ROOT } from './language';

/** The sources of this package, or of the bindings, in another language, as jsii generates them. */
export function generated(name: 'rookout' | 'cdktf' | 'datadog', language: Language, work: string): string {
  const folders = {
    rookout: ROOT,
    cdktf: join(ROOT, 'node_modules', 'cdktf'),
    datadog: join(ROOT, 'node_modules', '@cdktf', 'provider-datadog'),
  };
  const out = join(work, name);
  mkdirSync(out, { recursive: true });
  const problem = pacmak(folders[name], language, out, 'sources');
  if (problem !== undefined) throw new Error(problem);
  return join(out, language);
}

/** The installed version of a package. */
export function versionOf(name: string): string {
  return JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;
}
