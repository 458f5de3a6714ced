import { readFileSync } from 'fs';
import { join } from 'path';
import { CONVENTIONS } from '../../lib/datadog/convention-settings';
import { Conventions } from '../../lib/datadog/conventions';
import { NO_TOKENS } from '../../lib/rookout/label-tokens';

const ROOT = join(__dirname, '..', '..');
const GUIDE = readFileSync(join(ROOT, 'docs', 'dashboards.md'), 'utf8');
const API = readFileSync(join(ROOT, 'docs', 'api', 'typescript.md'), 'utf8');

/** A default as the documentation writes it. */
function documented(value: unknown): string {
  return typeof value === 'string' || typeof value === 'boolean' ? `\`${value}\`` : 'none';
}

/** What the API reference says of a setting of RookoutConventionProps. */
function inApi(key: string): string | undefined {
  const [, section] =
    new RegExp(
      `id="cdktf-datadog-rookout\\.RookoutConventionProps\\.property\\.${key}"></a>\n(.*?)\n---`,
      's',
    ).exec(API) ?? [];
  return section;
}

describe('the table of conventions', () => {
  it('is what the documentation says', () => {
    const [, table] = /\| key +\| meaning.*?\n\|[ -|]*\n(.*?)\n\n/s.exec(GUIDE)!;
    const rows = table
      .split('\n')
      .map((row) => row.split(' | ').map((cell) => cell.replace(/^\| *| *\|?$/g, '')));
    const expected = Object.entries(CONVENTIONS).map(([key, convention]) => [
      `\`${key}\``,
      convention.meaning,
      documented(convention.default),
    ]);
    expect(rows).toEqual(expected);
  });

  it.each([
    'labelKey',
    'labels',
    'locale',
    'liveDebugger',
    'sessionLink',
    'fixedSessionLink',
    'linkLabel',
    'links',
    'datadogTags',
  ] as const)('is what the docstring of %s says', (key) => {
    const section = inApi(key);
    expect(section).toContain(`*Default:* from the context, else ${documented(CONVENTIONS[key].default)}`);
  });

  it.each(Object.entries(CONVENTIONS).filter(([, { default: value }]) => value !== undefined))(
    'has a default of %s that is no bad input',
    (_, convention) => {
      expect(() => convention.check(convention.default, {})).not.toThrow();
    },
  );
});

describe('Conventions', () => {
  const conventions = Conventions.default(NO_TOKENS);

  it('is the same where nothing is given', () => {
    expect(conventions.with({})).toBe(conventions);
    expect(conventions.with({ labelKey: undefined })).toBe(conventions);
    expect(conventions.narrowedBy([])).toBe(conventions);
  });

  it('takes what is given, and keeps the rest', () => {
    const own = conventions.with({ labels: ['env:staging'] }).with({ labelKey: 'service' });
    expect(own.instancesOf('cart').labels.map(String)).toEqual(['service:cart', 'env:staging']);
    expect(own.instancesOf(undefined).labels.map(String)).toEqual(['env:staging']);
    expect(conventions.instancesOf('cart').labels.map(String)).toEqual(['k8s_deployment:cart']);
  });

  it('lets a further label take the place of one with the same key', () => {
    const own = conventions.with({ labels: ['env:staging', 'zone:a'] }).narrowedBy(['env:test']);
    expect(own.labels.map(String)).toEqual(['zone:a', 'env:test']);
  });

  it('knows where the Datadog site is, and tells the provider only where it is set', () => {
    expect(conventions).toMatchObject({ site: 'datadoghq.com', webAddress: 'https://app.datadoghq.com' });
    expect(conventions.apiUrl).toBeUndefined();
    expect(conventions.with({ site: 'datadoghq.com' }).apiUrl).toBe('https://api.datadoghq.com/');
  });

  it('refuses a value that breaks its rule', () => {
    expect(() => conventions.with({ labels: ['env'] })).toThrow('labels[0]: "env" has no colon');
    expect(() => conventions.instancesOf('a:b')).toThrow('service: "a:b" has a colon');
  });
});
