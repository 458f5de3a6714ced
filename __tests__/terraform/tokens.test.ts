import { Lazy, TerraformVariable, Token } from 'cdktf';
import fc from 'fast-check';
import { fragmentsOf, hasToken, mapAroundTokens, maskTokens, tokenAt } from '../../lib/terraform/tokens';
import { newStack } from '../support/stack';
import { hostileText } from './arbitraries';

const stack = newStack();
const markers = [
  new TerraformVariable(stack, 'cart', { type: 'string' }).stringValue,
  new TerraformVariable(stack, 'shop', { type: 'string' }).stringValue,
  Lazy.stringValue({ produce: () => 'late' }),
  Token.asString({ a: 1 }, { displayHint: 'datadog_dashboard_json.cart-1:id é' }),
];

interface Piece {
  readonly text: string;
  readonly isToken: boolean;
}

const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.constantFrom(...markers).map((text) => ({ text, isToken: true })),
  hostileText.map((text) => ({ text, isToken: false })),
);
const pieces = fc.array(piece, { maxLength: 8 });
const textOf = (parts: readonly Piece[]) => parts.map(({ text }) => text).join('');
const markersOf = (parts: readonly Piece[]) => parts.filter(({ isToken }) => isToken).map(({ text }) => text);

describe('hasToken', () => {
  it('knows CDKTF’s markers', () => {
    for (const marker of markers) {
      expect(hasToken(marker)).toBe(true);
      expect(hasToken(`a ${marker}`)).toBe(true);
    }
  });

  it('knows other text', () => {
    for (const text of ['', 'cart', '${cart}', 'TfToken[TOKEN.1]', '$ {TfToken[1]}', '#{TfToken[TOKEN.1]}']) {
      expect(hasToken(text)).toBe(false);
    }
  });
});

describe('tokenAt', () => {
  it('is the marker that begins there', () => {
    const [cart, shop] = markers;
    const text = `avg:cpu{service:${cart},shop:${shop}${cart}}`;
    expect(tokenAt(text, text.indexOf(cart))).toBe(cart);
    expect(tokenAt(text, text.indexOf(shop))).toBe(shop);
    expect(tokenAt(text, text.lastIndexOf(cart))).toBe(cart);
  });

  it('is nothing where none begins, or only the beginning of one stands', () => {
    const [cart] = markers;
    expect(tokenAt(`a${cart}`, 0)).toBeUndefined();
    expect(tokenAt(`a${cart}`, 2)).toBeUndefined();
    expect(tokenAt('', 0)).toBeUndefined();
    expect(tokenAt('${TfToken[TOKEN.1', 0)).toBeUndefined();
    expect(tokenAt('${TfToken[a b]}', 0)).toBeUndefined();
    expect(tokenAt(`\${TfToken[a b ${cart}`, 0)).toBeUndefined();
  });

  it('finds at the place of each fragment that fragment, if it is a token', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        let at = 0;
        for (const { text, isToken } of fragmentsOf(textOf(parts))) {
          expect(tokenAt(textOf(parts), at)).toBe(isToken ? text : undefined);
          at += text.length;
        }
      }),
    );
  });
});

describe('maskTokens', () => {
  it('keeps what is no token, and the place of everything', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const masked = maskTokens(textOf(parts));
        expect(masked).toBe(
          parts.map(({ text, isToken }) => (isToken ? 'x'.repeat(text.length) : text)).join(''),
        );
        expect(masked).toHaveLength(textOf(parts).length);
      }),
    );
  });

  it('does not take the beginning of a marker for one', () => {
    expect(maskTokens('${TfToken[TOKEN.1')).toBe('${TfToken[TOKEN.1');
    expect(maskTokens('${TfToken[]}')).toBe('${TfToken[]}');
    expect(maskTokens('${TfToken[a b]}')).toBe('${TfToken[a b]}');
  });
});

describe('fragmentsOf', () => {
  it('cuts a text at its tokens', () => {
    const [cart, shop] = markers;
    expect(fragmentsOf(`${cart} in $${shop}${cart}!`)).toEqual([
      { text: cart, isToken: true },
      { text: ' in $', isToken: false },
      { text: shop, isToken: true },
      { text: cart, isToken: true },
      { text: '!', isToken: false },
    ]);
    expect(fragmentsOf('')).toEqual([]);
    expect(fragmentsOf('${cart}')).toEqual([{ text: '${cart}', isToken: false }]);
  });

  it('gives back the text, its tokens in order, and nothing empty', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const fragments = fragmentsOf(textOf(parts));
        expect(textOf(fragments)).toBe(textOf(parts));
        expect(markersOf(fragments)).toEqual(markersOf(parts));
        expect(fragments.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });
});

describe('mapAroundTokens', () => {
  it('maps text and tokens each its own way', () => {
    const [cart] = markers;
    const upper = (text: string) => text.toUpperCase();
    expect(mapAroundTokens(`a ${cart} b`, upper, (marker) => `<${marker}>`)).toBe(`A <${cart}> B`);
    expect(mapAroundTokens(`a ${cart} b`, upper)).toBe(`A ${cart} B`);
    expect(mapAroundTokens('a ${x}', upper)).toBe('A ${X}');
    expect(mapAroundTokens(cart, upper, () => '')).toBe('');
  });

  it('leaves a text as it is where nothing is changed', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(mapAroundTokens(textOf(parts), (text) => text)).toBe(textOf(parts));
      }),
    );
  });
});
