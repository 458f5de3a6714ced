import Ajv, { ValidateFunction } from 'ajv';
import { readFileSync } from 'fs';
import { join } from 'path';
import { Ran, Workplace } from '../support/command';
import { dashboard, legacy, shop, timeseries } from '../support/dashboards';

const SCHEMAS = join(__dirname, '..', '..', '..', 'schema');

function schemaOf(command: string): any {
  return JSON.parse(readFileSync(join(SCHEMAS, `${command}.schema.json`), 'utf8'));
}

const PLAIN = dashboard('Plain', legacy('Memory', 'avg:mem{kube_deployment:cart}'));
const PLACED = { ...dashboard('Other', timeseries(undefined, 'avg:mem{service:pay}')), id: 'other-one-two' };
const MAIN = `resource "datadog_dashboard_json" "a" {
  dashboard = jsonencode({ title = "In Terraform", layout_type = "ordered", widgets = [] })
}

resource "datadog_dashboard_json" "b" {
  dashboard = templatefile("x.json", {})
}
`;
const FILES = {
  'shop.json': { ...shop(), is_read_only: true, description: 'for ${team}' },
  'plain.json': PLAIN,
  'placed.json': PLACED,
  'main.tf': MAIN,
  'broken.json': '{"widgets": 1,}',
  'running.json': ['k8s_deployment:cart', 'service:pay'],
};
const ALL = ['shop.json', 'placed.json', 'main.tf'];

describe.each(['tag', 'import', 'preview'])('%s --format json', (command) => {
  const schema = schemaOf(command);
  let validate: ValidateFunction;
  beforeAll(() => (validate = new Ajv().compile(schema)));

  /** What the command prints, which has to follow its schema. */
  function reportOf({ stdout }: Ran): any {
    const report = JSON.parse(stdout);
    validate(report);
    expect(validate.errors).toBeNull();
    return report;
  }

  /** Every object of a schema, with the ones in it. */
  function objectsOf(part: any): any[] {
    if (part.type === 'array') return objectsOf(part.items);
    if (part.type !== 'object') return [];
    return [part, ...Object.values(part.properties).flatMap(objectsOf)];
  }

  const MORE: Record<string, readonly string[]> = {
    tag: ['--dry-run'],
    import: ['--out', 'app/stack.ts'],
    preview: ['--instances', 'running.json'],
  };

  it('follows its schema, which describes every key', () => {
    const place = new Workplace(FILES);
    const ran = place.run(command, ...ALL, '--format', 'json', ...MORE[command]);
    const report = reportOf(ran);
    expect(report.dashboards.map(({ title }: any) => title)).toEqual(
      expect.arrayContaining(['Online Boutique', 'Other', 'In Terraform']),
    );
    for (const { properties, additionalProperties } of objectsOf(schema)) {
      expect(additionalProperties).toBe(false);
      for (const [key, { description }] of Object.entries<any>(properties)) {
        expect([key, description]).toEqual([key, expect.stringMatching(/^[A-Z].*\.$/)]);
      }
    }
  });

  it('has what could not be read, which standard error tells too', () => {
    const ran = new Workplace(FILES).run(
      ...[command, 'plain.json', 'broken.json', '--format', 'json', ...MORE[command]],
    );
    expect(ran.code).toBe(1);
    expect(reportOf(ran).failures).toEqual([
      { path: 'broken.json', line: 1, column: 14, message: expect.stringContaining('is not JSON') },
    ]);
    expect(ran.stderr).toContain('broken.json:1:14: is not JSON');
  });

  const ITS_OWN: Record<string, () => void> = {
    tag: () => {
      const place = new Workplace(FILES);
      const { dashboards } = reportOf(place.run('tag', 'plain.json', '--out', 'out', '--format', 'json'));
      expect(dashboards).toEqual([
        {
          path: 'plain.json',
          target: 'out/plain.json',
          title: 'Plain',
          excluded: false,
          changed: true,
          notes: [],
          widgets: [
            {
              widget: 'widgets[0]',
              type: 'timeseries',
              outcome: 'tagged',
              before: 'Memory',
              after: 'Memory [k8s_deployment:cart]',
              link: 'https://app.rookout.com/?labels=k8s_deployment%3Acart',
              changed: true,
            },
          ],
        },
      ]);
      expect(place.read('out/plain.json')).toContain('Memory [k8s_deployment:cart]');
      const stdin = JSON.stringify(PLAIN);
      expect(
        reportOf(place.runOn({ stdin }, 'tag', '-', '--dry-run', '--format', 'json')).dashboards,
      ).toEqual([{ ...dashboards[0], path: '-', target: undefined }]);
      expect(place.runOn({ stdin }, 'tag', '-', '--format', 'json')).toEqual({
        code: 2,
        stdout: '',
        stderr:
          "error: option '--format': the standard output is for the tagged dashboard. Add --dry-run to get a report as JSON\n",
      });
    },
    import: () => {
      const place = new Workplace(FILES);
      const options = ['--out', 'app/main.py', '--language', 'python', '--format', 'json'];
      const ran = place.run('import', 'plain.json', 'main.tf', ...options);
      expect(reportOf(ran)).toMatchObject({
        app: 'app/main.py',
        language: 'python',
        written: true,
        failures: [],
      });
      const { dashboards, notes } = reportOf(ran);
      expect(dashboards[0]).toEqual({
        id: 'Plain',
        file: 'dashboards/plain.json',
        title: 'Plain',
        path: 'plain.json',
        existing: 'abc-def-ghi',
      });
      expect(place.list('app/dashboards')).toHaveLength(2);
      expect(notes.map(({ path }: any) => path)).toEqual(['main.tf', 'main.tf']);
      const failed = place.run('import', 'broken.json', ...options);
      expect(reportOf(failed)).toMatchObject({ written: false, dashboards: [] });
    },
    preview: () => {
      const renamed = dashboard('Plain', legacy('Memory', 'avg:mem{kube_deployment:pay}'));
      const place = new Workplace({ 'new/a.json': renamed, 'old/a.json': PLAIN, 'old/b.json': PLACED });
      const ran = place.run('preview', 'new', '--against', 'old', '--format', 'json');
      expect(ran.code).toBe(1);
      const { dashboards } = reportOf(ran);
      expect(dashboards.map(({ title, state }: any) => [title, state])).toEqual([
        ['Plain', 'changed'],
        ['Other', 'removed'],
      ]);
      expect(dashboards[0].changes[0]).toMatchObject({
        kind: 'changed',
        before: 'widgets[0]',
        after: 'widgets[0]',
        texts: [{ before: 'avg:mem{kube_deployment:cart}', after: 'avg:mem{kube_deployment:pay}' }],
      });
      expect(place.list()).toEqual(['new', 'old']);
      const same = place.run('preview', 'new', '--against', 'new', '--format', 'json');
      expect([same.code, reportOf(same).dashboards[0].state]).toEqual([0, 'unchanged']);
    },
  };

  it('has what programs need', () => ITS_OWN[command]());
});
