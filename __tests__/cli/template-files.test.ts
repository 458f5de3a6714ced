import { Workplace } from './support/command';
import { dashboard, legacy, linkTo, logs, metricPoints } from './support/dashboards';

const QUERY = 'avg:mem{service:cart}';
const LATER = legacy('CPU [env:${env}]', QUERY);

function linkedTo(link: string): any {
  return { ...LATER, custom_links: [{ ...metricPoints(''), link }] };
}

describe('a title of a file that templatefile reads, with a filter whose value Terraform fills in', () => {
  it.each([
    ['an expression', 'CPU [env:${env}]'],
    ['an expression beside text', 'CPU [service:cart-${var.env}] [env:prod]'],
    ['a directive', 'CPU [env:%{ if x }a%{ endif }]'],
  ])('stays, and gets no link: %s', (_, title) => {
    const before = dashboard('A', legacy(title, QUERY));
    const place = new Workplace({ 'a.json': before });
    const { code, stdout } = place.run('tag', 'a.json', '--in-place');
    expect(code).toBe(0);
    expect(place.json('a.json')).toEqual(before);
    expect(stdout).toContain('already tagged');
    expect(stdout).toMatch(/its title has the filter \[.*\], which Terraform fills in/);
  });

  it.each([
    ['no link', LATER],
    ['a link that Terraform fills in', linkedTo(linkTo('env%3A${env}'))],
  ])('is no finding with %s', (_, widget) => {
    const place = new Workplace({ 'a.json': dashboard('A', widget) });
    expect(place.run('check', 'a.json')).toEqual({
      code: 0,
      stdout: '',
      stderr: '1 dashboard checked, 0 findings\n',
    });
  });

  it('is a finding with a link to instances that are called as the expression is written', () => {
    const place = new Workplace({ 'a.json': dashboard('A', linkedTo(linkTo('env%3A%24%7Benv%7D'))) });
    const { code, stdout } = place.run('check', 'a.json');
    expect(code).toBe(1);
    expect(stdout).toContain('link-disagrees: widgets[0]: ');
    expect(stdout).toContain('but its title has the filter [env:${env}], which Terraform fills in');
  });
});

describe('a query of such a file', () => {
  it.each([
    ['service:${name} env:prod', 'tagged', '[env:prod]'],
    ['service:%{if x}cart%{endif} env:prod', 'not understood', 'Only Terraform knows what this will be'],
  ])('decides nothing by what is not known: %s', (query, outcome, said) => {
    const place = new Workplace({ 'a.json': dashboard('A', logs('Errors', query)) });
    const { stdout } = place.run('tag', 'a.json', '--dry-run');
    expect(stdout).toContain(outcome);
    expect(stdout).toContain(said);
    expect(stdout).not.toContain('[service:');
  });

  it('decides nothing by a directive in a quotation of a metric query', () => {
    const place = new Workplace({ 'a.json': dashboard('A', legacy('CPU', 'avg:a{service:"%{if x}"}')) });
    expect(place.run('tag', 'a.json', '--dry-run').stdout).toContain(
      'Only Terraform knows what this will be',
    );
  });
});
