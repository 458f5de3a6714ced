import { TerraformVariable } from 'cdktf';
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { BadInput } from '../../../lib/bad-input';
import { checkLocale, LOCALES, textsIn } from '../../../lib/rookout/locales';
import { newStack } from '../../support/stack';

const ROOT = join(__dirname, '..', '..', '..');
const OTHERS = LOCALES.filter((locale) => locale !== 'en');

/** Each text of a language by its path, such as `manifest.title`. */
function textsByPath(value: object, prefix = ''): Record<string, string> {
  const texts = Object.entries(value).flatMap(([name, item]): [string, string][] => {
    if (typeof item === 'string') return [[`${prefix}${name}`, item]];
    return typeof item === 'object' ? Object.entries(textsByPath(item, `${prefix}${name}.`)) : [];
  });
  return Object.fromEntries(texts);
}

const ENGLISH = textsByPath(textsIn('en'));

describe('texts', () => {
  it.each(LOCALES)('are all there in %s, without white space around them', (locale) => {
    const texts = textsByPath(textsIn(locale));
    expect(Object.keys(texts).sort()).toEqual(Object.keys(ENGLISH).sort());
    for (const [path, text] of Object.entries(texts)) {
      expect([path, text]).toEqual([path, text.trim()]);
      expect([path, text]).not.toEqual([path, '']);
    }
  });

  it.each(OTHERS)('are sentences of their own in %s', (locale) => {
    // A single word may be the same, and so is the name that Datadog's Japanese page leaves in English.
    const same = Object.entries(textsByPath(textsIn(locale))).filter(
      ([path, text]) => ENGLISH[path] === text,
    );
    const sentences = same.filter(([path, text]) => text.includes(' ') && path !== 'manifest.sourceTypeName');
    expect(sentences).toEqual([]);
  });

  it('are written with the words of Datadog’s page of the integration', () => {
    expect(textsIn('en').metricPointList).toContain('metric points');
    expect(textsIn('fr').metricPointList).toContain('Points de métrique');
    expect(textsIn('es').metricPointList).toContain('Puntos de métricas');
    expect(textsIn('ja').metricPointList).toContain('メトリクスポイント');
  });
});

describe('the language', () => {
  it('is English, French, Spanish or Japanese, a file each', () => {
    expect(LOCALES).toEqual(['en', 'fr', 'es', 'ja']);
    const files = readdirSync(join(ROOT, 'lib/rookout/locales')).filter((file) => file !== 'index.ts');
    expect(files.sort()).toEqual(LOCALES.map((locale) => `${locale}.ts`).sort());
  });

  it.each(LOCALES)('%s is listed in the documentation', (locale) => {
    const [row] = /^\| `locale` .*$/m.exec(readFileSync(join(ROOT, 'docs', 'dashboards.md'), 'utf8'))!;
    expect(row).toContain(`\`${locale}\``);
    expect(() => checkLocale(locale)).not.toThrow();
  });

  it.each(['de', 'EN', 'en-US', '', 'toString'])('is not %j', (locale) => {
    expect(() => checkLocale(locale)).toThrow(BadInput);
    expect(() => checkLocale(locale)).toThrow(
      `locale: "${locale}" is not known. Use one of: ${LOCALES.join(', ')}.`,
    );
  });

  it('has to be known before Terraform runs', () => {
    const token = new TerraformVariable(newStack(), 'locale', { type: 'string' }).stringValue;
    expect(() => checkLocale(token)).toThrow(BadInput);
  });
});
