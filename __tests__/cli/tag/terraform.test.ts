import { parse } from '@cdktf/hcl2json';
import { execFileSync } from 'child_process';
import fc from 'fast-check';
import { TERRAFORM } from '../../../scripts/support/terraform-binary';
import { describeWithTerraform } from '../../support/terraform';
import { Workplace } from '../support/command';

const LINK = 'https://app.rookout.com/?labels=service%3Acart';
const QUERY = 'avg:mem{service:cart}';

/** A dashboard whose widgets are blocks with that text in them. */
function blocks(...definitions: string[]): string {
  const widgets = definitions.map((definition) => `  widget {\n${indented(definition.trim(), 4)}\n  }\n`);
  return `resource "datadog_dashboard" "cart" {\n  title       = "Cart"\n  layout_type = "ordered"\n\n${widgets.join('')}}\n`;
}

function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

/** A dashboard in JSON, in that form. */
const json = (dashboard: string) =>
  `resource "datadog_dashboard_json" "cart" {\n  dashboard = ${dashboard}\n}\n`;

const TIMESERIES = `
timeseries_definition {
  title = "Memory"

  request {
    q = "${QUERY}"
  }
}`;

/** The text after tagging in place. A second run must change nothing. */
function tagged(text: string, ...options: string[]): { text: string; stdout: string } {
  const place = new Workplace({ 'main.tf': text });
  const { code, stdout, stderr } = place.run('tag', 'main.tf', '--in-place', ...options);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const result = place.read('main.tf');
  place.run('tag', 'main.tf', '--in-place', ...options);
  expect(place.read('main.tf')).toBe(result);
  return { text: result, stdout };
}

/** The lines that are new, and those that are gone. */
function difference(before: string, after: string): { added: string[]; removed: string[] } {
  const [left, right] = [before, after].map((text) => text.split('\n'));
  const without = (lines: string[], others: string[]) => {
    const rest = [...others];
    return lines.filter((line) => {
      const index = rest.indexOf(line);
      if (index >= 0) rest.splice(index, 1);
      return index < 0;
    });
  };
  return { added: without(right, left), removed: without(left, right) };
}

describe('widgets that are blocks', () => {
  it('get the filter in their title, and a block with the link', () => {
    expect(tagged(blocks(TIMESERIES)).text).toBe(
      blocks(`
timeseries_definition {
  title = "Memory [service:cart]"

  request {
    q = "${QUERY}"
  }

  custom_link {
    label = "Set metric points"
    link  = "${LINK}"
  }
}`),
    );
  });

  it('keep their other links, and the place of the link to Rookout', () => {
    const widget = (title: string, link: string) =>
      blocks(`
timeseries_definition {
  title = "${title}"
  custom_link {
    label = "Set metric points"
    link  = "${link}"
  }
  custom_link {
    label = "Runbook" # ours
    link  = "https://example.com/$\${a}"
  }
  request {
    q = "${QUERY}"
  }
}`);
    expect(tagged(widget('Memory', 'https://old.example.com')).text).toBe(
      widget('Memory [service:cart]', LINK),
    );
  });

  it('are tagged in groups and in split graphs', () => {
    const { stdout, text } = tagged(
      blocks(
        `group_definition {\n  layout_type = "ordered"\n\n  widget {\n${indented(TIMESERIES.trim(), 4)}\n  }\n}`,
        `split_graph_definition {\n  size = "md"\n\n  source_widget_definition {\n${indented(TIMESERIES.trim(), 4)}\n  }\n}`,
      ),
    );
    expect(text.match(/title = "Memory \[service:cart\]"/g)).toHaveLength(2);
    expect(stdout).toContain('widgets[0].definition.widgets[0]');
    expect(stdout).toContain('widgets[1].definition.source_widget_definition');
  });

  it("are tagged in powerpacks and in the provider's second resource", () => {
    for (const type of ['datadog_powerpack', 'datadog_powerpack_v2', 'datadog_dashboard_v2']) {
      const { text } = tagged(blocks(TIMESERIES).replace('datadog_dashboard', type));
      expect(text).toContain('"Memory [service:cart]"');
    }
  });

  it('have links of the name that their kind has', () => {
    const treemap = TIMESERIES.replace('timeseries', 'treemap');
    const { text } = tagged(blocks(treemap), '--widget-types', 'treemap');
    expect(text).toContain('  custom_links {');
  });

  it('keep CRLF, tabs, comments and escapes', () => {
    const before = blocks(`
timeseries_definition {
\ttitle = "M\\u00e9m \\"a\\"" # why
\trequest {
\t\tq = "${QUERY}"
\t} // end
} /* done */`).replace(/\n/g, '\r\n');
    const { text } = tagged(before);
    expect(text).toContain(`"M\\u00e9m \\"a\\" [service:cart]" # why\r\n`);
    expect(text).toContain(
      `    \t} // end\r\n    \tcustom_link {\r\n    \t\tlabel = "Set metric points"\r\n    \t\tlink  = "${LINK}"\r\n    \t}\r\n    } /* done */`,
    );
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  it('are read with formulas, and with expressions that make no label', () => {
    const { text, stdout } = tagged(
      blocks(`
timeseries_definition {
  title       = "Share"
  show_legend = var.legend
  request {
    formula {
      formula_expression = "a / b"
    }
    query {
      metric_query {
        name  = "a"
        query = "sum:hits{service:cart,env:\${var.env}}"
      }
    }
    query {
      metric_query {
        name  = "b"
        query = "sum:hits{service:cart,team:\${join("-", ["a", "}"])}}"
      }
    }
  }
}`),
    );
    expect(text).toContain('"Share [service:cart]"');
    expect(text).not.toMatch(/\[(env|team)/);
    expect(stdout).toContain('wider');
  });

  it('with a value that only Terraform knows make no label of it', () => {
    const before = blocks(TIMESERIES.replace('service:cart', 'service:${var.service}'));
    expect(tagged(before).text).toBe(before);
  });
});

describe('what can not be edited for certain is told with its place, and left', () => {
  it.each<[string, string, string]>([
    ['an expression in a title', TIMESERIES.replace('"Memory"', '"Memory ${var.a}"'), 'line 7, column 15'],
    ['a title from elsewhere', TIMESERIES.replace('"Memory"', 'var.title'), 'line 7, column 15'],
    ['a title in a heredoc', TIMESERIES.replace('"Memory"', '<<EOT\nMemory\nEOT'), 'line 7, column 15'],
    ['a query from elsewhere', TIMESERIES.replace(`"${QUERY}"`, 'local.q'), 'only Terraform knows its q'],
    ['a condition', TIMESERIES.replace(`"${QUERY}"`, `var.a ? "${QUERY}" : "b{*}"`), 'line 10, column 13'],
    [
      'requests from a loop',
      TIMESERIES.replace(/\}$/, '  dynamic "request" {\n    for_each = []\n    content {\n    }\n  }\n}'),
      'it has a block dynamic "request" (line 12, column 7)',
    ],
    [
      'links from a loop',
      TIMESERIES.replace(/\}$/, '  dynamic "custom_link" {\n    for_each = []\n    content {\n    }\n  }\n}'),
      'it has a block dynamic "custom_link"',
    ],
    [
      'a link with an expression',
      TIMESERIES.replace(/\}$/, '  custom_link {\n    label = "A"\n    link  = "${var.a}"\n  }\n}'),
      'only Terraform knows its link',
    ],
  ])('%s', (_, definition, problem) => {
    const before = blocks(definition);
    const { text, stdout } = tagged(before);
    expect(text).toBe(before);
    expect(stdout).toContain('not understood');
    expect(stdout).toContain(problem);
  });

  it('a kind whose blocks have no links', () => {
    const before = blocks(TIMESERIES.replace('timeseries', 'distribution'));
    const { text, stdout } = tagged(before, '--widget-types', 'distribution');
    expect(text).toBe(before);
    expect(stdout).toContain('the provider has no context links for distribution');
  });

  it.each<[string, string, string]>([
    ['a template', json('templatefile("a.json", {})'), 'main.tf:2:15'],
    ['a reference', json('local.dashboard'), 'main.tf:2:15'],
    ['a merge', json('jsonencode(merge({}, { widgets = [] }))'), 'main.tf:2:15'],
    ['widgets from a loop', json('jsonencode({ widgets = [for w in [] : w] })'), 'main.tf:2:38'],
    ['a heredoc that is no JSON', json('<<EOT\n${jsonencode({})}\nEOT'), 'main.tf:2:15'],
    [
      'a template variable of any tag',
      blocks(TIMESERIES).replace(
        '  widget',
        '  template_variable {\n    name   = "x"\n    prefix = var.tag\n  }\n  widget',
      ),
      'main.tf:7:14',
    ],
    [
      'widgets from a loop, as blocks',
      blocks().replace('}', '  dynamic "widget" {\n    for_each = []\n    content {\n    }\n  }\n}'),
      'main.tf:5:3',
    ],
  ])('%s', (_, before, place) => {
    const { text, stdout } = tagged(before);
    expect(text).toBe(before);
    expect(stdout).toContain(`${place}: datadog_dashboard`);
  });

  it('but values of template variables may come from anywhere', () => {
    const variables = `  template_variable {
    name    = "service"
    prefix  = "service"
    default = var.service
  }
  dynamic "template_variable" {
    for_each = []
    content {
      name = "a"
    }
  }
`;
    const { text, stdout } = tagged(
      blocks(TIMESERIES, TIMESERIES.replace(QUERY, 'avg:mem{$service}')).replace(
        '  widget',
        `${variables}  widget`,
      ),
    );
    expect(text.match(/"Memory \[service:cart\]"/g)).toHaveLength(1);
    expect(text.match(/custom_link/g)).toHaveLength(2);
    expect(stdout).toContain('1 of 1 dashboard changed');
  });

  it('while the other widgets are tagged', () => {
    const { text } = tagged(blocks(TIMESERIES.replace('"Memory"', 'var.a'), TIMESERIES));
    expect(text.match(/custom_link/g)).toHaveLength(1);
  });
});

describe('widgets in jsonencode', () => {
  const definition = (title: string, links = '') => `
      {
        definition = {
          type     = "timeseries"
          title    = "${title}"
          requests = [{ q = "${QUERY}" }]${links}
        }
      },`;
  const dashboard = (widgets: string) =>
    json(`jsonencode({\n    title = "Cart"\n    widgets = [${widgets}\n    ]\n  })`);

  it('get the link in the style of objects', () => {
    const links = `
          custom_links = [
            {
              label = "Set metric points"
              link  = "${LINK}"
            }
          ]`;
    expect(tagged(dashboard(definition('A'))).text).toBe(dashboard(definition('A [service:cart]', links)));
  });

  it('on one line stay there', () => {
    const one = (title: string, links = '') =>
      dashboard(
        `{ definition = { type = "timeseries", title = "${title}", requests = [{ q = "${QUERY}" }]${links} } }`,
      );
    const links = `, custom_links = [{ label = "Set metric points", link = "${LINK}" }]`;
    expect(tagged(one('A')).text).toBe(one('A [service:cart]', links));
  });

  it('with names in quotes, colons and commas get an entry like theirs', () => {
    const { text } = tagged(
      dashboard(`{
        "definition": {
          "type": "timeseries",
          "title": "A",
          "requests": [{ "q": "${QUERY}" }]
        }
      }`),
    );
    expect(text).toContain(`"requests": [{ "q": "${QUERY}" }],
          "custom_links": [
            {
              "label": "Set metric points",
              "link": "${LINK}"
            }
          ]
        }`);
  });

  it('with other links get one more', () => {
    const links = `
          custom_links = [
            {
              label = "Runbook"
              link  = "https://example.com"
            },
          ]`;
    const { added, removed } = difference(
      dashboard(definition('A', links)),
      tagged(dashboard(definition('A', links))).text,
    );
    expect(removed).toEqual(['          title    = "A"']);
    expect(added.map((line) => line.trim())).toEqual([
      'title    = "A [service:cart]"',
      '{',
      'label = "Set metric points"',
      `link  = "${LINK}"`,
      '},',
    ]);
  });

  it('from elsewhere are told, and the others tagged', () => {
    const { text, stdout } = tagged(dashboard(`\n      local.widget,${definition('A')}`));
    expect(text).toContain('"A [service:cart]"');
    expect(stdout).toContain('main.tf:5:7: datadog_dashboard_json.cart is left: has widgets[0], which only');
  });
});

describe('JSON beside blocks', () => {
  const content = (title: string, links = '') =>
    `{"title": "\${var.title}", "widgets": [\n  {"definition": {"type": "timeseries", "title": "${title}", "requests": [{"q": "avg:mem{service:cart,a:\${join("-", ["b"])}}"}]${links}}}\n]}`;
  const links = `, "custom_links": [{"label": "Set metric points", "link": "${LINK}"}]`;

  it.each(['<<EOT', '<<-EOT'])('in a heredoc %s is edited as JSON', (start) => {
    const heredoc = (text: string) =>
      json(`${start}\n${indented(text, 4)}\n${start.includes('-') ? '  ' : ''}EOT`);
    expect(tagged(heredoc(content('A'))).text).toBe(heredoc(content('A [service:cart]', links)));
  });

  it.each(['"${path.module}/boards/cart.json"', '"boards/cart.json"'])('in file(%s) is followed', (path) => {
    const text = json(`file(${path})`);
    const dashboard = {
      widgets: [{ definition: { type: 'timeseries', title: 'A', requests: [{ q: QUERY }] } }],
    };
    const place = new Workplace({ 'infra/main.tf': text, 'infra/boards/cart.json': dashboard });
    expect(place.run('tag', 'infra', '--in-place').code).toBe(0);
    expect(place.read('infra/main.tf')).toBe(text);
    expect(place.json('infra/boards/cart.json').widgets[0].definition.title).toBe('A [service:cart]');
  });

  it('that is missing is told by its path', () => {
    const place = new Workplace({ 'main.tf': json('file("cart.json")') });
    const { code, stderr } = place.run('tag', 'main.tf', '--in-place');
    expect(code).toBe(1);
    expect(stderr).toBe('cart.json: can not be read: there is no such file or directory\n');
  });
});

it('a file that is no HCL is named with the place', () => {
  const place = new Workplace({ 'main.tf': 'a = 1\nb = [1 2' });
  const { code, stderr } = place.run('tag', 'main.tf', '--dry-run');
  expect(code).toBe(1);
  expect(stderr).toBe('main.tf:2:9: is not HCL: "]" is missing\n');
});

it('files in the directories of a project are tagged, but not those of packages and hidden ones', () => {
  const untagged = blocks(TIMESERIES);
  const paths = ['main.tf', 'modules/cart/main.tf', '.terraform/modules/main.tf', 'node_modules/a/main.tf'];
  const place = new Workplace(Object.fromEntries(paths.map((path) => [`infra/${path}`, untagged])));
  expect(place.run('tag', 'infra', '--in-place').code).toBe(0);
  const changed = paths.filter((path) => place.read(`infra/${path}`) !== untagged);
  expect(changed).toEqual(['main.tf', 'modules/cart/main.tf']);
});

it('each dashboard of a file has its own result, by its address', () => {
  const { stdout } = tagged(blocks(TIMESERIES) + json('local.a'), '--exclude-dashboard', 'Cart');
  expect(stdout).toContain('main.tf  datadog_dashboard.cart  "Cart"  excluded\n');
  expect(stdout).toContain('main.tf  datadog_dashboard_json.cart  unchanged\n');
});

/** Dashboards as `terraform fmt` writes them. */
const arbitraryFile = fc
  .array(
    fc.record({
      title: fc.string({ unit: 'grapheme', maxLength: 8 }).filter((title) => !/[[\]\p{C}]/u.test(title)),
      isApart: fc.boolean(),
      hasLink: fc.boolean(),
      query: fc.constantFrom(
        QUERY,
        'sum:hits{*}',
        'sum:hits{service:pay} by {host}',
        'sum:hits{service:${var.a}}',
      ),
      comment: fc.constantFrom('', ' # why', ' // }'),
    }),
    { maxLength: 4 },
  )
  .map((widgets) =>
    blocks(
      ...widgets.map(({ title, isApart, hasLink, query, comment }) =>
        [
          'timeseries_definition {',
          `  title = ${JSON.stringify(title).replace(/[$%](?=\{)/g, '$&$&')}`,
          ...(isApart ? [''] : []),
          `  request {${comment}`,
          `    q = "${query}"`,
          '  }',
          ...(hasLink
            ? ['  custom_link {', '    label = "A"', '    link  = "https://example.com"', '  }']
            : []),
          '}',
        ].join('\n'),
      ),
    ),
  );

it('nothing but titles and links changes, for any file', async () => {
  const others = (text: string): Promise<unknown> =>
    parse('main.tf', text).then((file) =>
      JSON.parse(JSON.stringify(file), (key, value) =>
        key === 'title' || key === 'custom_link' ? undefined : value,
      ),
    );
  await fc.assert(
    fc.asyncProperty(arbitraryFile, async (before) => {
      const { text } = tagged(before);
      expect(await others(text)).toEqual(await others(before));
      const { added, removed } = difference(before, text);
      expect(removed.every((line) => line.trim().startsWith('title = '))).toBe(true);
      expect(
        added.every((line) => /^\s*(title = .*|custom_link \{|label = .*|link {2}= .*|\}|)$/.test(line)),
      ).toBe(true);
    }),
    { numRuns: 40 },
  );
});

describeWithTerraform('a file that terraform fmt has written', () => {
  it('is still as it writes it', () => {
    const formatted = (text: string) =>
      execFileSync(TERRAFORM, ['fmt', '-'], {
        input: text,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
      });
    const group = `group_definition {\n  widget {\n${indented(TIMESERIES.trim(), 4)}\n  }\n}`;
    const files = [
      ...fc.sample(arbitraryFile, { numRuns: 3, seed: 1 }),
      blocks(group, TIMESERIES),
      json(`jsonencode({
    widgets = [
      { definition = { type = "timeseries", title = "A", requests = [{ q = "${QUERY}" }] } },
      {
        definition = {
          type = "timeseries"
          title = "A"
          requests = [{ q = "${QUERY}" }]
        }
      }
    ]
  })`),
    ];
    for (const file of files) {
      const { text } = tagged(formatted(file));
      expect(formatted(text)).toBe(text);
    }
  });
});
