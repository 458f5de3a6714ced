import { DataResource, Fn, Lazy, TerraformOutput, TerraformVariable } from 'cdktf';
import fc from 'fast-check';
import { BadInput } from '../../lib/bad-input';
import { RookoutLabel, RookoutTitles, RookoutTitlesProps, TerraformJson } from '../../lib';
import { label, plainLabel } from '../rookout/arbitraries';
import { newStack, synthesized } from '../support/stack';
import { applied, describeWithTerraform } from '../support/terraform';

const titlesWith = (props?: RookoutTitlesProps) => new RookoutTitles(newStack(), 'Titles', props);

describe('RookoutTitles.agentLabels', () => {
  it('gives the text for ROOKOUT_LABELS from a service name', () => {
    expect(titlesWith().agentLabels('cartservice')).toBe('k8s_deployment:cartservice');
  });

  it('has the labels of the title, in its order, and each only once', () => {
    const titles = titlesWith({ labelKey: 'service', labels: ['env:staging', 'team:shop'] });
    const options = { labels: ['team:cart', 'team:cart', 'app.kubernetes.io/name:cart_v1.2-b/c'] };
    expect(titles.agentLabels('cart', options)).toBe(
      'service:cart,env:staging,team:cart,app.kubernetes.io/name:cart_v1.2-b/c',
    );
    expect(titles.agentLabels('cart', { labelKey: 'app', labels: ['service:shop'] })).toBe(
      'app:cart,env:staging,team:shop,service:shop',
    );
  });

  it('passes names as they are, also those that Datadog changes in tags', () => {
    expect(titlesWith().agentLabels('Cart#3__(v2)')).toBe('k8s_deployment:Cart#3__(v2)');
  });

  it('leaves out the labels that every agent reports by itself, and has all that were given', () => {
    const labels = ['$platform:node', 'k8s_namespace:shop', 'aws_region:eu-west-1'];
    expect(titlesWith({ labelKey: 'function_name', labels }).agentLabels('cart')).toBe(
      'function_name:cart,k8s_namespace:shop,aws_region:eu-west-1',
    );
    expect(titlesWith({ labelKey: '$hostname' }).agentLabels('web-1')).toBe('');
  });

  it('takes the label key and labels from the context', () => {
    const stack = newStack({ rookout: { labelKey: 'service', labels: ['env:prod'] } });
    expect(new RookoutTitles(stack, 'Titles').agentLabels('cart')).toBe('service:cart,env:prod');
  });

  it.each([
    ["O'Brien", 'has a quote in it'],
    ['"cart"', 'has a quote in it'],
    ['shopping cart', 'has white space in it'],
    ['shopping\u00a0cart', 'has white space in it'],
    ['panier-d’été', 'has a character beyond ASCII in it'],
    ['5$', 'has a "$" in it'],
    ['$(POD_NAME)', 'has a "$" in it'],
    ['%{if}', 'has "%{" in it'],
    ['a,b', 'comma'],
    ['a:b', 'colon'],
    ['', 'empty'],
    ['cart*', 'wildcard'],
  ])('refuses the service %j, which %s', (service, rule) => {
    const titles = titlesWith();
    expect(() => titles.agentLabels(service)).toThrow(rule);
    expect(() => titles.agentLabels(service)).toThrow(/^\[stack\/Titles\] /);
  });

  it.each([
    ['région:fr', 'has a character beyond ASCII in it'],
    ['live_logger:off', 'has a key that agents use for themselves'],
    ['rookout_debug:off', 'has a key that agents use for themselves'],
    ['__proto__:x', 'has a key with a meaning in JavaScript'],
    ['hasOwnProperty:x', 'has a key with a meaning in JavaScript'],
    ['k8s_deployment:pay', 'has the key of "k8s_deployment:cart", and an instance has one value of a key'],
  ])('refuses the label %s, which %s', (label, rule) => {
    const message = `[stack/Titles] label: "${label}" ${rule}`;
    expect(() => titlesWith({ labels: [label] }).agentLabels('cart')).toThrow(message);
    expect(() => titlesWith().agentLabels('cart', { labels: [label] })).toThrow(message);
  });

  it('names the value, the rule and the fix', () => {
    expect(() => titlesWith({ labels: ["owner:O'Brien"] }).agentLabels('cart')).toThrow(
      `[stack/Titles] label: "owner:O'Brien" has a quote in it, which some agents leave out. Name it with ASCII letters, digits, "_", "-", "." and "/".`,
    );
  });

  it('refuses options that are no object', () => {
    expect(() => titlesWith().agentLabels('cart', 'service' as never)).toThrow('[stack/Titles] options');
  });

  it('either has the labels of the title, in the form that agents read alike, or refuses them', () => {
    const titles = titlesWith();
    const anyLabel = fc.oneof({ weight: 9, arbitrary: plainLabel }, { weight: 1, arbitrary: label });
    let taken = 0;
    fc.assert(
      fc.property(anyLabel, fc.array(anyLabel, { maxLength: 5 }), ({ key, value }, others) => {
        const options = { labelKey: key, labels: others.map(String) };
        const title = attempt(() => titles.forService(value, options));
        const text = attempt(() => titles.agentLabels(value, options));
        if (text === undefined) return;
        taken++;
        const shown = RookoutLabel.inTitle(title!).filter((one) => !one.key.startsWith('$'));
        expect(text).toBe(shown.join(','));
        if (text !== '') expect(text).toMatch(/^[^\s"'$,:]+:[^\s"'$,:]+(,[^\s"'$,:]+:[^\s"'$,:]+)*$/);
        expect(text).toMatch(/^[!-~]*$/);
        expect(new Set(shown.map((one) => one.key)).size).toBe(shown.length);
      }),
      { numRuns: 1000 },
    );
    expect(taken).toBeGreaterThan(300);
  });
});

/** What the step gives. Undefined if it is refused as bad input. */
function attempt(step: () => string): string | undefined {
  try {
    return step();
  } catch (error) {
    expect(error).toBeInstanceOf(BadInput);
    return undefined;
  }
}

/** Values that titles and agents take as they are. */
const ORDINARY = ['cart', 'service#3', 'a.b/c-d_e', '100%+(1)!*~{x}\\', 'Cart'];

/** Values with a character that not all agents read alike, or that would make another label. */
const HOSTILE = [
  'a,k8s_deployment:payment',
  'a:b',
  "O'Brien",
  '"cart"',
  'shopping cart',
  ' cart',
  'a\tb\n',
  '$(POD_NAME)',
  '${x}',
  'été',
  '🛒',
  'a\ufffdb',
];

describeWithTerraform('agentLabels of values that only Terraform knows', () => {
  const ways: Record<string, (token: string) => string> = {
    'a variable': (token) => token,
    'a part of a name': (token) => `v2-${token}`,
    'a function': (token) => Fn.join('', [token]),
    'a lazy value': (token) => Lazy.stringValue({ produce: () => token }),
    'a lazy text': (token) => Lazy.stringValue({ produce: () => `v2-${token}` }),
  };
  const cases = [...ORDINARY, ...HOSTILE].flatMap((value) =>
    Object.keys(ways).map((way) => [way, value] as const),
  );
  let pairs: { title: string; agent: string; inJson: string }[] = [];

  beforeAll(() => {
    const state = applied((stack) => {
      const titles = new RookoutTitles(stack, 'Titles');
      const env = new TerraformVariable(stack, 'env', { type: 'string', default: 'prod' }).stringValue;
      const list = cases.map(([way, value], index) => {
        const variable = new TerraformVariable(stack, `v${index}`, { type: 'string', default: value });
        const service = ways[way](variable.stringValue);
        const options = { labels: [`env:${env}`] };
        const agent = titles.agentLabels(service, options);
        const title = TerraformJson.encode(titles.forService(service, options));
        return { title, agent, inJson: TerraformJson.encode({ ROOKOUT_LABELS: agent }) };
      });
      new DataResource(stack, 'Data', { input: { list } });
    });
    pairs = state['terraform_data.Data'].output.list;
  });

  it.each(cases.map(([way, value], index) => [way, value, index] as const))('%s: %j', (_, value, index) => {
    const { title, agent, inJson } = pairs[index];
    expect(JSON.parse(inJson)).toEqual({ ROOKOUT_LABELS: agent });
    expect(agent).toMatch(/^k8s_deployment:[^\s"'$,:]+,env:prod$/);
    expect(agent).toMatch(/^[!-~]*$/);
    const labels = RookoutLabel.inTitle(JSON.parse(title)).map(String);
    expect(labels[1]).toBe('env:prod');
    if (ORDINARY.includes(value)) expect(agent).toBe(labels.join(','));
    else expect(labels[0]).not.toBe(agent.split(',')[0]);
  });
});

it('of a lazy text, the characters that agents do not read alike are gone', () => {
  const stack = newStack();
  const service = Lazy.stringValue({ produce: () => "O'Brien, été" });
  const text = new RookoutTitles(stack, 'Titles').agentLabels(service);
  new TerraformOutput(stack, 'Text', { value: text });
  expect(Object.values<any>(synthesized(stack).output!)).toEqual([
    { value: '${join("", ["k8s_deployment:", "O]Brien]]]t]"])}' },
  ]);
});
