import { jsonOfTemplate } from '../../lib/terraform/template';

/** The JSON that Terraform would join from one quoted string. */
const joined = (content: string) => jsonOfTemplate(`\${join("", ["${content}"])}`)?.text;

describe('an escape in a quoted string', () => {
  it.each([
    ['\\u00e9', 'é'],
    ['\\U0001f6d2', '🛒'],
    ['\\U0010ffff', '\u{10ffff}'],
  ])('%s is a character', (escape, sign) => {
    expect(joined(escape)).toBe(sign);
  });

  it.each(['\\U00110000', '\\Uffffffff', '\\u00g9', '\\u00'])(
    '%s is none, so that nothing is read',
    (escape) => {
      expect(joined(escape)).toBeUndefined();
    },
  );
});
