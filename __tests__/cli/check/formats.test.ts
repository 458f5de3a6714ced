import { basename, join } from 'path';
import { Workplace } from '../support/command';
import { dashboard, shop, timeseries } from '../support/dashboards';

describe('the formats of findings', () => {
  const files = { 'my dashboards/a.json': shop(), 'b.json': '{"widgets": 1,}', 'other.json': dashboard('O') };
  const paths = ['my dashboards', 'b.json', 'other.json'];

  it('json: all that there is to say', () => {
    const { code, stdout } = new Workplace(files).run('check', ...paths, '--format', 'json');
    expect(code).toBe(1);
    const { dashboards, findings, notes, failures } = JSON.parse(stdout);
    expect(dashboards).toBe(2);
    expect(findings).toHaveLength(4);
    expect(findings[0]).toEqual({
      rule: 'missing-filter',
      level: 'warning',
      path: 'my dashboards/a.json',
      line: 28,
      column: 24,
      dashboard: 'Online Boutique',
      widget: 'widgets[1].definition.widgets[0]',
      title: 'Memory',
      message: expect.stringContaining('"Memory" shows k8s_deployment:cartservice, env:prod'),
    });
    expect(notes).toEqual([{ path: 'my dashboards/a.json', message: expect.stringContaining('widgets[5]') }]);
    expect(failures).toEqual([
      { path: 'b.json', line: 1, column: 14, message: expect.stringContaining('not JSON') },
    ]);
  });

  it('sarif: rules, results and their places', () => {
    const place = new Workplace(files);
    const { stdout } = place.run('check', ...paths, '--format', 'sarif');
    const { version, runs } = JSON.parse(stdout);
    expect(version).toBe('2.1.0');
    const [{ tool, results, invocations }] = runs;
    expect(tool.driver.rules.map(({ id }: any) => id)).toEqual([
      'missing-filter',
      'malformed-filter',
      'title-disagrees',
      'link-disagrees',
      'no-such-instance',
      'unreadable-query',
      'label-text',
    ]);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'my%20dashboards/a.json', uriBaseId: '%SRCROOT%' },
      region: { startLine: 28, startColumn: 24, endLine: 28, endColumn: 32 },
    });
    expect(results[0].locations[0].logicalLocations).toEqual([
      { name: 'Memory', fullyQualifiedName: 'widgets[1].definition.widgets[0]', kind: 'element' },
    ]);
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications.map(({ level }: any) => level)).toEqual([
      'error',
      'note',
    ]);
  });

  it('sarif: describes each rule as code scanning shows it', () => {
    const { stdout } = new Workplace(files).run('check', ...paths, '--format', 'sarif');
    const [{ tool }] = JSON.parse(stdout).runs;
    for (const { id, name, shortDescription, fullDescription, help, helpUri } of tool.driver.rules) {
      expect(name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase()).toBe(id);
      expect(fullDescription.text).toBe(`${shortDescription.text} ${help.text}`);
      expect(helpUri).toMatch(/^https:.*\/docs\/command\.md#check$/);
    }
  });

  it('sarif: names files by their paths in the repository, also from a directory of it', () => {
    const repository = new Workplace({ '.git/HEAD': '' });
    const infra = new Workplace({ 'dashboards/dash.json': shop() }, repository.path);
    const [{ results }] = JSON.parse(infra.run('check', 'dashboards', '--format', 'sarif').stdout).runs;
    expect(results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: `${basename(infra.path)}/dashboards/dash.json`,
      uriBaseId: '%SRCROOT%',
    });
  });

  it('sarif: knows findings again where others came before them, and counts those that are alike', () => {
    const place = new Workplace();
    const prints = (...widgets: any[]): string[] => {
      place.write('dash.json', dashboard('O', ...widgets));
      const [{ results }] = JSON.parse(place.run('check', 'dash.json', '--format', 'sarif').stdout).runs;
      return results.map(({ partialFingerprints }: any) => partialFingerprints['rookoutDatadog/v1']);
    };
    const graph = timeseries('Memory', 'avg:memory{service:cart}');
    const other = timeseries('Load', 'avg:load{service:cart}');
    const [first, second] = prints(graph, graph);
    expect(first.split(':')).toEqual([second.split(':')[0], '1']);
    expect(second).toMatch(/^[0-9a-f]{32}:2$/);
    expect(prints(other, graph)).toEqual([expect.not.stringContaining(first), first]);
  });

  it('sarif: has as many results as code scanning takes, errors first, and says how many it leaves out', () => {
    const widgets = Array.from({ length: 25_000 }, () => timeseries('Memory', 'avg:memory{service:cart}'));
    const malformed = timeseries('Memory [service: cart]', 'avg:memory{service:cart}');
    const place = new Workplace({ 'dash.json': dashboard('O', ...widgets, malformed) });
    const { stdout } = place.run('check', 'dash.json', '--format', 'sarif');
    const [{ results, invocations }] = JSON.parse(stdout).runs;
    expect([results.length, results[0].ruleId, results[1].ruleId]).toEqual([
      25_000,
      'malformed-filter',
      'missing-filter',
    ]);
    expect(invocations[0].toolExecutionNotifications[0].message.text).toContain('1 finding left out');
  });

  it('gitlab: what its merge requests show', () => {
    const place = new Workplace({ '.git/HEAD': '', 'a.json': shop() });
    const infra = new Workplace({ 'a.json': shop() }, place.path);
    const found = JSON.parse(infra.run('check', 'a.json', '--format', 'gitlab').stdout);
    expect(found).toHaveLength(4);
    expect(found[0]).toEqual({
      description: expect.stringContaining('"Memory" shows k8s_deployment:cartservice, env:prod'),
      check_name: 'missing-filter',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}:1$/),
      severity: 'minor',
      location: { path: `${basename(infra.path)}/a.json`, lines: { begin: 28 } },
    });
    expect(new Set(found.map(({ fingerprint }: any) => fingerprint)).size).toBe(4);
  });

  it('junit: a failed test for each finding, a broken one for each file that can not be read', () => {
    const graph = timeseries('A <b> & "c"\u0001\ud800', 'avg:memory{service:cart}');
    const place = new Workplace({ 'a.json': dashboard('Shop', graph), 'b.json': '{"widgets": 1,}' });
    const { code, stdout } = place.run('check', 'a.json', 'b.json', '--format', 'junit');
    expect(code).toBe(1);
    const [declaration, all, suite, failed, broken, ...ends] = stdout.trimEnd().split('\n');
    expect(declaration).toBe('<?xml version="1.0" encoding="UTF-8"?>');
    expect(all).toBe('<testsuites name="rookout-datadog check" tests="2" failures="1" errors="1">');
    expect(suite).toBe('  <testsuite name="rookout-datadog check" tests="2" failures="1" errors="1">');
    expect(failed).toMatch(
      /^ {4}<testcase name="missing-filter: A &lt;b&gt; &amp; &quot;c&quot;\?\?, widgets\[0\]" classname="Shop" file="a.json" line="8"><failure type="warning" message="[^"]*">a.json:8:18<\/failure><\/testcase>$/,
    );
    expect(broken).toMatch(
      /^ {4}<testcase name="can be read" classname="b.json" file="b.json"><error message="is not JSON[^"]*">/,
    );
    expect(ends).toEqual(['  </testsuite>', '</testsuites>']);
  });

  it('junit: one test that passes where there is nothing to find', () => {
    const { code, stdout } = new Workplace(files).run('check', 'other.json', '--format', 'junit');
    expect(code).toBe(0);
    expect(stdout).toContain('tests="1" failures="0" errors="0"');
    expect(stdout).toContain('<testcase name="no findings" classname="rookout-datadog"/>');
  });

  it('sarif: names files elsewhere in full', () => {
    const elsewhere = new Workplace({ 'a.json': shop() });
    const path = join(elsewhere.path, 'a.json');
    const { stdout } = new Workplace().run('check', path, '--format', 'sarif');
    const [{ results }] = JSON.parse(stdout).runs;
    expect(results[0].locations[0].physicalLocation.artifactLocation).toEqual({ uri: `file://${path}` });
  });

  it('--output writes them to a file', () => {
    const place = new Workplace(files);
    const { code, stdout } = place.run('check', ...paths, '--format', 'sarif', '--output', 'found.sarif');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(place.json('found.sarif').runs[0].results).toHaveLength(4);
    expect(place.list()).toEqual(['b.json', 'found.sarif', 'my dashboards', 'other.json']);
  });

  it('--output says why it can not', () => {
    const { code, stderr } = new Workplace(files).run('check', 'other.json', '--output', 'gone/x.sarif');
    expect(code).toBe(1);
    expect(stderr).toContain('gone/x.sarif: can not be written: there is no such file or directory');
  });

  it('--output does not write over what is checked', () => {
    const place = new Workplace(files);
    for (const output of ['other.json', join(place.path, 'other.json'), '']) {
      const { code, stdout, stderr } = place.run('check', ...paths, '--output', output);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(
        output === '' ? 'The path is empty' : 'would overwrite the input "other.json"',
      );
    }
    expect(place.json('other.json')).toEqual(dashboard('O'));
  });

  it('there are no others', () => {
    expect(new Workplace(files).run('check', 'b.json', '--format', 'xml').code).toBe(2);
  });
});
