import { Workplace } from '../cli/support/command';
import { legacy, linkTo, shop } from '../cli/support/dashboards';

const LINK = linkTo('service%3Acart');

function tagged(text: string): string {
  const place = new Workplace({ 'a.json': text });
  const ran = place.run('tag', 'a.json', '--out', 'out', '--title-untitled');
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toContain('1 of 1 dashboard changed');
  return place.read('out/a.json');
}

/** As Python's json.dumps writes it. */
function pythonic(value: any): string {
  if (Array.isArray(value)) return `[${value.map(pythonic).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${pythonic(item)}`);
  return `{${entries.join(', ')}}`;
}

const FORMS: Record<string, (value: any) => string> = {
  minified: (value) => JSON.stringify(value),
  'two spaces': (value) => `${JSON.stringify(value, null, 2)}\n`,
  'four spaces, no line end at the end': (value) => JSON.stringify(value, null, 4),
  'three spaces': (value) => JSON.stringify(value, null, 3),
  tabs: (value) => `${JSON.stringify(value, null, '\t')}\n`,
  'lines of Windows': (value) => `${JSON.stringify(value, null, 2)}\n`.replace(/\n/g, '\r\n'),
  'lines of the old Macintosh': (value) => `${JSON.stringify(value, null, 2)}\n`.replace(/\n/g, '\r'),
  'a byte order mark': (value) => `\uFEFF${JSON.stringify(value, null, 2)}`,
  'one line with spaces': pythonic,
  'ASCII with escapes': (value) =>
    JSON.stringify(value).replace(
      /[^ -~]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
};

describe('the text of a tagged dashboard', () => {
  const before = shop();
  before.widgets[2].definition.custom_links = [{ label: 'Logs', link: '/logs' }];
  before.widgets[3].definition.custom_links = [];
  before.widgets[3].definition.title = 'Latenz für µs';
  before.widgets[4].definition.custom_links = null;
  delete before.widgets[1].definition.widgets[0].definition.title;

  it.each(Object.entries(FORMS))('is written as the rest: %s', (_, write) => {
    const text = tagged(write(before));
    const after = JSON.parse(text.replace(/^\uFEFF/, ''));
    expect(after.widgets[1].definition.widgets[0].definition.title).toBe(
      '[k8s_deployment:cartservice] [env:prod]',
    );
    expect(after.widgets[3].definition.title).toBe('Latenz für µs [service:frontend]');
    expect(text).toBe(write(after));
  });

  it('keeps the spelling of numbers, escapes and white space', () => {
    const text =
      '{ "widgets"  :[{"definition":{"type":"timeseries" , "n":1.0,"e":1E3,  "big":12345678901234567890,\n' +
      ' "title":"a\\/b \\u00e9",   "requests":[ {"q":"avg:a{service:cart}"} ]} ,"id":-0 }],"":"\\ud83d"}\n\n';
    expect(tagged(text)).toBe(
      text
        .replace('\\u00e9"', '\\u00e9 [service:cart]"')
        .replace(']} ,"id"', `],   "custom_links":[{"label":"Set metric points", "link":"${LINK}"}]} ,"id"`),
    );
  });

  it('follows commas at the beginning of lines', () => {
    const text = [
      '{ "widgets": [',
      '    { "definition":',
      '      { "type": "timeseries"',
      '      , "title": "M"',
      '      , "requests": [{ "q": "avg:a{service:cart}" }]',
      '      }',
      '    }',
      '  ]',
      '}',
    ].join('\n');
    const lines = tagged(text).split('\n');
    expect(lines.slice(0, 5)).toEqual(text.replace('"M"', '"M [service:cart]"').split('\n').slice(0, 5));
    expect(lines[5]).toBe('      , "custom_links": [');
    expect(lines.slice(-4)).toEqual(text.split('\n').slice(-4));
  });

  it('writes a link on one line where its neighbours are', () => {
    const text = `{
  "widgets": [
    {
      "definition": {
        "type": "timeseries",
        "title": "M",
        "custom_links": [
          { "label": "A", "link": "/a" }
        ],
        "requests": [{ "q": "avg:a{service:cart}" }]
      }
    }
  ]
}
`;
    expect(tagged(text)).toBe(
      text
        .replace('"M"', '"M [service:cart]"')
        .replace('"/a" }', `"/a" },\n          { "label": "Set metric points", "link": "${LINK}" }`),
    );
  });

  it('says what counts, where a name stands twice', () => {
    const definition = JSON.stringify(legacy('M', 'avg:a{service:cart}')).replace('"M"', '"x","title":"M"');
    const text = `{"widgets":[],"widgets":[{"definition":${definition}}]}`;
    const after = tagged(text);
    expect(after).toContain('"title":"x","title":"M [service:cart]"');
    expect(JSON.parse(after).widgets[0].definition.custom_links).toHaveLength(1);
  });

  it('keeps names that objects have by themselves', () => {
    const definition = JSON.stringify(legacy('M', 'avg:a{service:cart}')).replace(
      '{',
      '{"__proto__":{"a":1},"toString":2,',
    );
    const after = tagged(`{"widgets":[{"definition":${definition},"constructor":null}],"__proto__":[]}`);
    expect(after).toContain('{"__proto__":{"a":1},"toString":2,"title":"M [service:cart]"');
  });

  it('takes a large file', () => {
    const board = { title: 'Large', widgets: [] as any[] };
    for (let index = 0; index < 20_000; index++) {
      board.widgets.push({ id: index, definition: legacy(`Graph ${index}`, `avg:a{service:cart${index}}`) });
    }
    const after = JSON.parse(tagged(JSON.stringify(board, null, 4)));
    expect(after.widgets[19_999].definition.title).toBe('Graph 19999 [service:cart19999]');
  });
});
