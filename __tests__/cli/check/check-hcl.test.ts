import { Ran, Workplace } from '../support/command';

const LINK = 'https://app.rookout.com/?labels=service%3Acart';

/** A dashboard whose widgets are blocks with these definitions. */
function blocks(name: string, ...definitions: string[]): string {
  const widgets = definitions.map((definition) => `  widget {\n${definition}\n  }\n`);
  return `resource "datadog_dashboard" "${name}" {\n  title       = "${name}"\n  layout_type = "ordered"\n\n${widgets.join('')}}\n`;
}

function timeseries(title: string, query: string, more = ''): string {
  return `    timeseries_definition {\n      title = "${title}"\n      request {\n        q = "${query}"\n      }\n${more}    }`;
}

const UNTAGGED = timeseries('Memory', 'avg:mem{service:cart}');

const JSONENCODE = `resource "datadog_dashboard_json" "encoded" {
  dashboard = jsonencode({
    title       = "Encoded"
    layout_type = "ordered"
    widgets = [
      { definition = { type = "timeseries", title = "CPU", requests = [{ q = "avg:cpu{service:pay}" }] } },
    ]
  })
}
`;

const HEREDOC = `resource "datadog_dashboard_json" "heredoc" {
  dashboard = <<EOT
{
  "title": "Heredoc",
  "widgets": [
    { "definition": { "type": "timeseries", "title": "Queue", "requests": [{ "q": "avg:queue{service:queue}" }] } }
  ]
}
EOT
}
`;

const EXPORTED = {
  widgets: [{ definition: { type: 'timeseries', title: 'Web', requests: [{ q: 'a{service:web}' }] } }],
};

function checked(files: Record<string, unknown>, ...args: string[]): Ran {
  return new Workplace(files).run('check', ...args);
}

function findings({ stdout }: Ran): string[] {
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => /^\S+ \S+: .*?: /.exec(line)![0].slice(0, -2));
}

describe('rookout-datadog check on files of Terraform', () => {
  it('finds graphs by address, where they are written, in every form', () => {
    const ran = checked({ 'main.tf': blocks('cart', UNTAGGED) + JSONENCODE + HEREDOC }, 'main.tf');
    expect(findings(ran)).toEqual([
      'main.tf:6:5: missing-filter: datadog_dashboard.cart, widgets[0]',
      'main.tf:19:22: missing-filter: datadog_dashboard_json.encoded, widgets[0]',
      'main.tf:28:21: missing-filter: datadog_dashboard_json.heredoc, widgets[0]',
    ]);
    expect(ran).toMatchObject({ code: 1, stderr: '3 dashboards checked, 3 findings\n' });
  });

  it('reads directories of them, and each JSON file that they name once', () => {
    const named = (path: string) =>
      `resource "datadog_dashboard_json" "f" {\n  dashboard = file("${path}")\n}\n`;
    const files = {
      'infra/main.tf': named('${path.module}/boards/web.json'),
      'infra/boards/web.json': EXPORTED,
      'infra/variables.tf': 'variable "region" {}\n',
      'other/main.tf': named('../infra/boards/web.json'),
    };
    expect(checked(files, 'infra').stderr).toBe('1 dashboard checked, 1 finding\n');
    expect(checked(files, 'other').stderr).toBe('1 dashboard checked, 1 finding\n');
    expect(checked(files, '.').stderr).toBe('1 dashboard checked, 1 finding\n');
    expect(checked(files, 'infra/main.tf', 'infra/boards/web.json', 'other').stderr).toBe(
      '1 dashboard checked, 1 finding\n',
    );
    const { stdout } = checked(files, 'infra/main.tf');
    expect(stdout).toContain('infra/boards/web.json:');
  });

  it('reads files that they name and that it would pass over otherwise', () => {
    const text =
      'resource "datadog_dashboard_json" "f" {\n  dashboard = file("${path.module}/.boards/web.txt")\n}\n';
    expect(checked({ 'main.tf': text, '.boards/web.txt': EXPORTED }, '.').stderr).toBe(
      '1 dashboard checked, 1 finding\n',
    );
  });

  it('tells once what is wrong with a file that they name', () => {
    const text = 'resource "datadog_dashboard_json" "f" {\n  dashboard = file("web.json")\n}\n';
    const { code, stderr } = checked({ 'main.tf': text, 'web.json': '{"widgets": [' }, '.');
    expect(code).toBe(1);
    expect(stderr.match(/web\.json/g)).toHaveLength(1);
  });

  it('notes what only Terraform knows, and finds nothing there', () => {
    const dynamic = timeseries(
      'Share',
      'avg:mem{service:cart}',
      '      dynamic "request" {\n        for_each = var.all\n        content {\n          q = request.value\n        }\n      }\n',
    );
    const text =
      blocks('cart', dynamic, UNTAGGED) +
      'resource "datadog_dashboard_json" "t" {\n  dashboard = templatefile("a.tftpl", {})\n}\n';
    const ran = checked({ 'main.tf': text }, 'main.tf');
    expect(findings(ran)).toEqual(['main.tf:20:5: missing-filter: datadog_dashboard.cart, widgets[1]']);
    expect(ran.stderr).toContain(
      'main.tf:6:5: note: datadog_dashboard.cart: widgets[0] is not checked: it has a block dynamic "request" (line 11, column 7)',
    );
    expect(ran.stderr).toContain(
      'main.tf:29:15: note: datadog_dashboard_json.t is not checked: only Terraform knows its dashboard',
    );
    expect(ran.stderr.match(/terraform show -json/g)).toHaveLength(1);
  });

  it('fails where a file is not HCL, or has no dashboards', () => {
    expect(checked({ 'main.tf': 'resource "datadog_dashboard" "a" {' }, 'main.tf')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('main.tf:1:35: is not HCL: '),
    });
    expect(checked({ 'a/main.tf': 'resource "datadog_dashboard" {{' }, 'a')).toMatchObject({ code: 1 });
    expect(checked({ 'main.tf': 'variable "a" {}\n' }, 'main.tf').stderr).toContain(
      'main.tf: has no dashboard in it. Name exported dashboards, files of Terraform',
    );
  });

  it('passes over files without dashboards that it can not read', () => {
    const ran = checked({ 'a/main.tf': blocks('cart', UNTAGGED), 'a/odd.tf': 'a = = 1' }, 'a');
    expect(ran.stderr).toContain('a/odd.tf: note: passed over: is not HCL');
    expect(ran.stderr).toContain('1 dashboard checked, 1 finding\n');
  });

  it('tells SARIF the file and the line', () => {
    const { stdout } = checked({ 'main.tf': blocks('cart', UNTAGGED) }, 'main.tf', '--format', 'sarif');
    const [{ locations }] = JSON.parse(stdout).runs[0].results;
    expect(locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'main.tf' },
      region: { startLine: 6 },
    });
  });
});

describe('rookout-datadog check --fix on files of Terraform', () => {
  const text =
    blocks('cart', UNTAGGED, timeseries('Errors [service:x]', 'a{service:pay}')) + JSONENCODE + HEREDOC;

  it('writes what tag writes, but leaves what it does not fix, with the places after it', () => {
    const place = new Workplace({ 'main.tf': text, 'tagged.tf': text });
    const ran = place.run('check', 'main.tf', '--fix');
    place.run('tag', 'tagged.tf', '--in-place');
    expect(place.read('main.tf')).toBe(place.read('tagged.tf'));
    expect(place.read('main.tf')).toContain(LINK);
    expect(findings(ran)).toEqual(['main.tf:18:5: title-disagrees: datadog_dashboard.cart, widgets[1]']);
    expect(ran.stderr).toContain('3 dashboards checked, 3 fixed, 1 finding left\n');
    expect(findings(place.run('check', 'main.tf'))).toEqual(findings(ran));
  });

  it('leaves excused findings', () => {
    const place = new Workplace({
      'main.tf': text,
      'rookout-datadog.json': { excuses: [{ rule: 'missing-filter', file: 'main.tf', reason: 'not now' }] },
    });
    place.run('check', 'main.tf', '--fix');
    expect(place.read('main.tf')).toBe(text);
  });
});

describe('rookout-datadog labels and preview on files of Terraform', () => {
  it('tell labels and where they stand', () => {
    const place = new Workplace({
      'main.tf': blocks('cart', timeseries('M [service:cart]', 'a{service:cart}')),
    });
    const { code, stdout } = place.run('labels', 'main.tf', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).labels[0].graphs[0]).toMatchObject({ path: 'main.tf', line: 6 });
  });

  it('show the dashboards', () => {
    const place = new Workplace({ 'main.tf': blocks('cart', UNTAGGED) + HEREDOC });
    expect(place.run('preview', 'main.tf', '--out', 'pages')).toMatchObject({ code: 0, stderr: '' });
    expect(place.list('pages')).toEqual(['cart.html', 'heredoc.html', 'index.html']);
  });

  it('tell of dashboards that only Terraform knows, and what shows them', () => {
    const text = 'resource "datadog_dashboard_json" "t" {\n  dashboard = templatefile("a.tftpl", {})\n}\n';
    const { code, stderr } = new Workplace({ 'main.tf': text }).run('preview', 'main.tf', '--out', 'pages');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^main\.tf:2:15: datadog_dashboard_json\.t is not shown: .*\. What only .* terraform show -json /,
    );
  });

  it('tell of widgets that only Terraform knows, and show the others', () => {
    const dynamic = '    dynamic "widget" {\n    for_each = var.all\n    content {}\n  }\n';
    const text = blocks('cart', UNTAGGED).replace(/}\n$/, `${dynamic}}\n`);
    const place = new Workplace({ 'main.tf': text });
    const { code, stderr } = place.run('preview', 'main.tf', '--out', 'pages');
    expect([code, place.list('pages')]).toEqual([0, ['cart.html', 'index.html']]);
    expect(stderr).toMatch(
      /^note: main\.tf:13:5: datadog_dashboard\.cart has a block dynamic "widget", whose widgets only .*terraform show -json /,
    );
  });

  it('show what has changed against another version', () => {
    const place = new Workplace({
      'main.tf': blocks('cart', UNTAGGED),
      'old/main.tf': blocks('cart', UNTAGGED),
    });
    place.run('tag', 'main.tf', '--in-place');
    const { stdout } = place.run('preview', 'main.tf', '--against', 'old/main.tf', '--format', 'markdown');
    expect(stdout).toContain('Memory → Memory \\[service:cart\\]');
  });
});
