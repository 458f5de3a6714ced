import fc from 'fast-check';
import { safeAddress } from '../../../lib/preview/shared/safe-address';

/** Where pages are opened from: files, `--watch`, and a website. */
const PAGES = [
  'file:///home/me/preview/board.html',
  'http://127.0.0.1:4000/board.html',
  'https://pages.test/board.html',
];

it.each([
  'https://app.rookout.com/?labels=service%3A{{service.value}}',
  'HTTP://example.com',
  'https://example.com\\path',
  '/dashboard/abc-def-ghi?tpl_var_env=prod',
  '/logs?query=a\\b',
  '/',
])('follows %j', (address) => expect(safeAddress(address)).toBe(address));

it.each([
  '',
  'example.com',
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '//example.com',
  '//one.invalid',
  '/\\example.com',
  '\\/example.com',
  '/\t/example.com',
  '/\n\\example.com',
  '/\t\r\n\\example.com',
  '\t//example.com',
  '/\r/example.com',
  'https://',
  'https:example.com',
])('follows no %j', (address) => expect(safeAddress(address)).toBeUndefined());

it('leads from every page to the web or to the same site', () => {
  const sign = fc.constantFrom(
    ...'/\\:.@?#%x\t\n\r \u0000',
    'http',
    'https',
    'javascript',
    'file',
    'example.com',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 8 }), fc.constantFrom(...PAGES), (signs, page) => {
      const address = safeAddress(signs.join(''));
      if (address === undefined) return;
      const { protocol, host } = new URL(address, page);
      const isWritten = /^https?:/i.test(address);
      if (isWritten) expect(protocol).toMatch(/^https?:$/);
      else expect({ protocol, host }).toEqual({ protocol: new URL(page).protocol, host: new URL(page).host });
    }),
    { numRuns: 20_000 },
  );
});
