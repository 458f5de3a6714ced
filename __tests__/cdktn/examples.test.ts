import cdktfBindings from '@cdktf/provider-datadog/package.json';
import cdktnBindings from '@cdktn/provider-datadog/package.json';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { appOf } from '../support/app-of';
import { synthesizedApp } from '../support/stack';
import { APPS, CONTEXT } from '../support/apps';
import { CDKTN, ROOT } from './support';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rookout-cdktn-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** The stacks of an app, without what the framework notes of itself, and with the provider's version apart. */
function stacksOf(file: string, framework: string): { stacks: object; versions: string[] } {
  process.env.CDKTF_OUTDIR = folder;
  process.env.CDKTF_CONTEXT_JSON = JSON.stringify(CONTEXT);
  try {
    const versions: string[] = [];
    const json = JSON.stringify(synthesizedApp(appOf(file, framework)));
    const stacks = JSON.parse(json, (key, value) => {
      if (key === '//') return undefined;
      if (!value?.required_providers?.datadog) return value;
      const { version, ...datadog } = value.required_providers.datadog;
      versions.push(version);
      return { ...value, required_providers: { datadog } };
    });
    return { stacks, versions };
  } finally {
    delete process.env.CDKTF_OUTDIR;
    delete process.env.CDKTF_CONTEXT_JSON;
  }
}

it.each(APPS)('%s: both packages make the same Terraform JSON', (file) => {
  const cdktf = stacksOf(join(ROOT, file), 'cdktf');
  const cdktn = stacksOf(join(CDKTN, file), 'cdktn');
  expect(Object.keys(cdktf.stacks)).not.toHaveLength(0);
  expect(cdktn.stacks).toEqual(cdktf.stacks);
  expect(new Set(cdktf.versions)).toEqual(new Set([cdktfBindings.cdktf.provider.version]));
  expect(new Set(cdktn.versions)).toEqual(new Set([cdktnBindings.cdktn.provider.version]));
});
