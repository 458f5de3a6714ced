import { Workplace } from '../support/command';
import { dashboard, legacy, shop } from '../support/dashboards';

describe('tag -', () => {
  const TEXT = `\uFEFF${JSON.stringify(shop(), null, 3)}\r\n`;

  it('writes to the standard output what it would write into a file, and the report to the other one', () => {
    const place = new Workplace({ 'shop.json': TEXT });
    const { code, stdout, stderr } = place.runOn({ stdin: TEXT }, 'tag', '-');
    expect(code).toBe(0);
    expect(place.list()).toEqual(['shop.json']);
    const report = place.run('tag', 'shop.json', '--in-place').stdout;
    expect(stdout).toBe(place.read('shop.json'));
    expect(stdout).not.toBe(TEXT);
    expect(stderr).toBe(
      report.replace(
        'shop.json  "Online Boutique"  tagged',
        '-  "Online Boutique"  tagged → standard output',
      ),
    );
  });

  it('writes what is tagged already as it is, and what is excluded', () => {
    const place = new Workplace();
    const { stdout: tagged } = place.runOn({ stdin: TEXT }, 'tag', '-');
    expect(place.runOn({ stdin: tagged }, 'tag', '-').stdout).toBe(tagged);
    const excluded = place.runOn({ stdin: TEXT }, 'tag', '-', '--exclude-dashboard', 'Online*');
    expect(excluded).toEqual({
      code: 0,
      stdout: TEXT,
      stderr: '-  "Online Boutique"  excluded → standard output\n0 of 1 dashboard changed; graphs: none\n',
    });
  });

  it('only shows with --dry-run', () => {
    const { stdout, stderr } = new Workplace().runOn({ stdin: TEXT }, 'tag', '-', '--dry-run');
    expect(stdout).toMatch(
      /^- {2}"Online Boutique" {2}would be tagged\n(.*\n)+1 of 1 dashboard would change;/,
    );
    expect(stderr).toBe('');
  });

  it.each([
    ['nothing', '', /^-:1:1: is not JSON/],
    ['no JSON', '{"widgets": 1,}', /^-:1:14: is not JSON/],
    ['no dashboard', '{}', /^-: is JSON, but not a dashboard/],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x7b, 0]), /^-: .*UTF-8/],
  ])('writes nothing where it reads %s', (_, stdin, message) => {
    const { code, stdout, stderr } = new Workplace().runOn({ stdin }, 'tag', '-');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/\n0 of 0 dashboards changed, 1 file failed; graphs: none\n$/);
  });

  it.each([
    [['-', 'a.json'], 'the standard input, "-", is tagged alone. Tag the files by another command'],
    [['-', '--in-place'], "option '--in-place': the standard input is tagged to the standard output. Leave"],
    [['-', '--out', 'tagged'], "option '--out': the standard input is tagged to the standard output. Leave"],
  ])('refuses what is not clear: %s', (argv, message) => {
    const place = new Workplace({
      'a.json': dashboard('A', legacy('Memory', 'avg:mem{kube_deployment:cart}')),
    });
    const { code, stdout, stderr } = place.runOn({ stdin: TEXT }, 'tag', ...argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error: ${message}`);
    expect(place.list()).toEqual(['a.json']);
  });

  it('takes a file of that name by its path', () => {
    const place = new Workplace({ '-': TEXT });
    expect(place.run('tag', './-', '--in-place').code).toBe(0);
    expect(place.read('-')).not.toBe(TEXT);
  });
});
