import { TerraformVariable } from 'cdktf';
import fc from 'fast-check';
import { RookoutLabel } from '../../lib/rookout/label';
import { NO_TOKENS } from '../../lib/rookout/label-tokens';
import { withLabels as titleWith } from '../../lib/rookout/title';
import { newStack } from '../support/stack';
import { anyText, label } from './arbitraries';

const withLabels = (text: string, given: RookoutLabel[]) => titleWith(text, given, NO_TOKENS);
const labels = (...texts: string[]) => texts.map((text) => RookoutLabel.parse(text));

describe('withLabels', () => {
  it('adds a bracket group for each label, in order', () => {
    expect(withLabels('CartService Memory', labels('k8s_deployment:cartservice'))).toBe(
      'CartService Memory [k8s_deployment:cartservice]',
    );
    expect(withLabels('CPU', labels('env:staging', 'service:service#3'))).toBe(
      'CPU [env:staging] [service:service#3]',
    );
  });

  it('leaves out what the title carries already, wherever it stands', () => {
    expect(withLabels('[env:staging] CPU [ms]', labels('service:cart', 'env:staging'))).toBe(
      '[env:staging] CPU [ms] [service:cart]',
    );
  });

  it('adds a label once that is given twice', () => {
    expect(withLabels('CPU', labels('env:staging', 'env:staging'))).toBe('CPU [env:staging]');
  });

  it('keeps labels apart that share a key', () => {
    expect(withLabels('CPU [env:staging]', labels('env:production'))).toBe(
      'CPU [env:staging] [env:production]',
    );
  });

  it('makes a title of labels alone, and leaves one alone that gets none', () => {
    expect(withLabels('', labels('env:staging', 'team:shop'))).toBe('[env:staging] [team:shop]');
    expect(withLabels('CPU', [])).toBe('CPU');
    expect(withLabels('', [])).toBe('');
  });

  it('knows a label with a token again', () => {
    const cart = new TerraformVariable(newStack(), 'cart', { type: 'string' }).stringValue;
    const once = withLabels(`${cart} Memory`, [RookoutLabel.of('k8s_deployment', cart)]);
    expect(once).toBe(`${cart} Memory [k8s_deployment:${cart}]`);
    expect(withLabels(once, [RookoutLabel.of('k8s_deployment', cart)])).toBe(once);
  });

  it('begins with the text, carries all labels after it, and changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, fc.array(label, { maxLength: 5 }), (text, given) => {
        const title = withLabels(text, given);
        const carried = RookoutLabel.inTitle(title).map(String);
        expect(title.startsWith(text)).toBe(true);
        expect(carried).toEqual(expect.arrayContaining(given.map(String)));
        expect(withLabels(title, given)).toBe(title);
      }),
    );
  });

  it('adds nothing but the labels', () => {
    fc.assert(
      fc.property(anyText, fc.array(label, { maxLength: 5 }), (text, given) => {
        const own = RookoutLabel.inTitle(text).map(String);
        const added = [...new Set(given.map(String))].filter((one) => !own.includes(one));
        expect(RookoutLabel.inTitle(withLabels(text, given)).map(String)).toEqual([...own, ...added]);
      }),
    );
  });
});
