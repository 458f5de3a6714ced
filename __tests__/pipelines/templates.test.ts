import { readFileSync } from 'fs';
import { join } from 'path';
import { parse, parseAllDocuments } from 'yaml';
import { version } from '../../package.json';

const ROOT = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('what pipelines take from here', () => {
  it.each(['.pre-commit-hooks.yaml', 'pipelines/gitlab.yml'])('%s has this version', (file) => {
    const versions = [...read(file).matchAll(/cdkt[fn]-datadog-rookout@(\S+)/g)].map(([, found]) => found);
    expect(new Set(versions)).toEqual(new Set([version]));
  });

  it('the action pins what it uses to commits, and its scripts take no text of expressions', () => {
    const { runs } = parse(read('action.yml'));
    for (const { uses, run } of runs.steps) {
      if (uses !== undefined) expect(uses).toMatch(/^[\w./-]+@[0-9a-f]{40}$/);
      else expect(run).not.toContain('${{');
    }
  });

  it("GitLab's template is a header of inputs and one job", () => {
    const [header, jobs] = parseAllDocuments(read('pipelines/gitlab.yml')).map((document) => document.toJS());
    expect(Object.keys(header.spec.inputs)).toEqual(['path', 'fail-on', 'stage']);
    expect(Object.keys(jobs)).toEqual(['rookout-datadog']);
  });
});
