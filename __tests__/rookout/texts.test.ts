import { TerraformVariable } from 'cdktf';
import { BadInput } from '../../lib/bad-input';
import { checkLocale, LOCALES } from '../../lib/rookout/locale';
import { textsIn } from '../../lib/rookout/texts';
import { newStack } from '../support/stack';

describe('texts', () => {
  it('are the same in all languages', () => {
    expect(Object.keys(textsIn('fr')).sort()).toEqual(Object.keys(textsIn('en')).sort());
  });

  it.each(LOCALES)('are all there in %s, without white space around them', (locale) => {
    for (const [name, text] of Object.entries(textsIn(locale))) {
      expect([name, text.trim()]).toEqual([name, text]);
      expect([name, text]).not.toEqual([name, '']);
    }
  });

  it('are sentences of their own in each language', () => {
    const { welcome, whatIsShown, howToSet } = textsIn('fr');
    expect(Object.values(textsIn('en'))).not.toEqual(expect.arrayContaining([welcome]));
    expect([whatIsShown, howToSet].join(' ')).toMatch(/\b(les|une?|dans)\b/i);
  });
});

describe('the language', () => {
  it('is English or French', () => {
    expect(LOCALES).toEqual(['en', 'fr']);
    for (const locale of LOCALES) expect(() => checkLocale(locale)).not.toThrow();
  });

  it.each(['de', 'EN', 'en-US', '', 'toString'])('is not %j', (locale) => {
    expect(() => checkLocale(locale)).toThrow(BadInput);
    expect(() => checkLocale(locale)).toThrow(`locale: "${locale}" is not known. Use one of: en, fr.`);
  });

  it('has to be known before Terraform runs', () => {
    const token = new TerraformVariable(newStack(), 'locale', { type: 'string' }).stringValue;
    expect(() => checkLocale(token)).toThrow(BadInput);
  });
});
