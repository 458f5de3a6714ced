import { TerraformVariable } from 'cdktf';
import fc from 'fast-check';
import { RookoutLabel } from '../../lib/rookout/label';
import { DEFAULT_SESSION_LINK } from '../../lib/rookout/link-template';
import { LinkHole, LinkLabel, sessionLink, SET_METRIC_POINTS } from '../../lib/rookout/session-link';
import { newStack } from '../support/stack';
import { label } from './arbitraries';

const stack = newStack();
const cart = new TerraformVariable(stack, 'cart', { type: 'string' }).stringValue;
const host = new TerraformVariable(stack, 'host', { type: 'string' }).stringValue;

const labels = (...texts: string[]) => texts.map((text) => RookoutLabel.parse(text));
const noToken = (marker: string): string => {
  throw new Error(`There is no token in ${marker}`);
};
const noSearch = (): string => {
  throw new Error('There is no {search} in the template');
};
const link = (template: string, ...texts: string[]) =>
  sessionLink(template, labels(...texts), noToken, noSearch);

it('calls the context link what Datadog’s page of the integration calls it', () => {
  expect(SET_METRIC_POINTS).toBe('Set metric points');
});

describe('sessionLink', () => {
  it('puts the percent-encoded label filters into the template', () => {
    expect(link(DEFAULT_SESSION_LINK, 'k8s_deployment:cartservice')).toBe(
      'https://app.rookout.com/?labels=k8s_deployment%3Acartservice',
    );
    expect(link('https://r.example/{labels}/open', 'env:staging', 'service:service#3')).toBe(
      'https://r.example/env%3Astaging%2Cservice%3Aservice%233/open',
    );
  });

  it('encodes everything that means something in an address', () => {
    expect(link('https://r/{labels}', "a:b c/d?e&f=g+h'i(j)*k!l%m")).toBe(
      'https://r/a%3Ab%20c%2Fd%3Fe%26f%3Dg%2Bh%27i%28j%29%2Ak%21l%25m',
    );
    expect(link('https://r/{labels}', 'région:Île 🛒')).toBe(
      'https://r/r%C3%A9gion%3A%C3%8Ele%20%F0%9F%9B%92',
    );
  });

  it('fills every placeholder', () => {
    expect(link('https://r/{labels}?again={labels}', 'env:staging')).toBe(
      'https://r/env%3Astaging?again=env%3Astaging',
    );
  });

  it('leaves Datadog’s variables for Datadog to fill', () => {
    const template =
      'https://r/?l={labels}&h={{host.value}}&e={{$env.value}}&from={{timestamp_start}}&to={{timestamp_end}}&x={{labels}}';
    expect(link(template, 'env:staging')).toBe(template.replace('{labels}', 'env%3Astaging'));
  });

  it('counts a label once that is given twice', () => {
    expect(link('https://r/{labels}', 'env:staging', 'team:shop', 'env:staging')).toBe(
      'https://r/env%3Astaging%2Cteam%3Ashop',
    );
  });

  it('takes labels for what they are, even where they look like part of the template', () => {
    expect(link('https://r/{labels}', 'a:{labels}', 'b:$&$1$$')).toBe(
      'https://r/a%3A%7Blabels%7D%2Cb%3A%24%26%241%24%24',
    );
  });

  it('is decoded to the very same label filters', () => {
    fc.assert(
      fc.property(fc.uniqueArray(label, { maxLength: 4, selector: String }), (given) => {
        const encoded = sessionLink('https://r/{labels}', given, noToken, noSearch).slice(
          'https://r/'.length,
        );
        expect(encoded).toMatch(/^([A-Za-z0-9._~-]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(encoded)).toBe(given.map(String).join(','));
      }),
    );
  });
});

describe('sessionLink with tokens', () => {
  const encodeToken = (marker: string) => `<${marker}>`;

  it('hands the tokens of labels to Terraform to encode, and encodes the text around them', () => {
    const given = [RookoutLabel.of('k8s_deployment', cart), RookoutLabel.of(host, `a b/${cart}#3`)];
    expect(sessionLink('https://r/{labels}', given, encodeToken, noSearch)).toBe(
      `https://r/k8s_deployment%3A<${cart}>%2C<${host}>%3Aa%20b%2F<${cart}>%233`,
    );
  });

  it('leaves the tokens of the template as they are', () => {
    expect(sessionLink(`https://${host}/?l={labels}`, labels('env:staging'), encodeToken, noSearch)).toBe(
      `https://${host}/?l=env%3Astaging`,
    );
  });

  it('counts a label with a token once that is given twice', () => {
    const twice = [RookoutLabel.of('env', cart), RookoutLabel.of('env', cart)];
    expect(sessionLink('https://r/{labels}', twice, encodeToken, noSearch)).toBe(`https://r/env%3A<${cart}>`);
  });
});

describe('labels that Datadog fills in', () => {
  it('have their values left to Datadog, which encodes them, and all else encoded', () => {
    const given = [
      { key: 'k8s_deployment', filledBy: '{{$service.value}}' },
      RookoutLabel.of('env', 'a b'),
      { key: '$hostname', filledBy: '{{host.value}}' },
    ];
    expect(sessionLink('https://r/{labels}?from={{timestamp_start}}', given, noToken, noSearch)).toBe(
      'https://r/k8s_deployment%3A{{$service.value}}%2Cenv%3Aa%20b%2C%24hostname%3A{{host.value}}?from={{timestamp_start}}',
    );
  });
});

describe('the placeholder of a search', () => {
  it('is filled by what knows the search, once for all labels', () => {
    const search = (all: readonly LinkLabel[]) => `found%20${all.length}`;
    const template = 'https://r/?q={search}&x={{search}}';
    expect(sessionLink(template, labels('env:x', 'team:shop'), noToken, search)).toBe(
      'https://r/?q=found%202&x={{search}}',
    );
  });
});

describe('the placeholders of single labels', () => {
  it.each([
    ['https://r/{service}', ['k8s_deployment:cart', 'env:prod'], 'https://r/cart'],
    ['https://r/{service}', ['k8s_deployment:cart', 'service:shop'], 'https://r/shop'],
    [
      'https://r/{service}/{env}?l={labels}',
      ['service:a b', 'env:x'],
      'https://r/a%20b/x?l=service%3Aa%20b%2Cenv%3Ax',
    ],
    ['https://r/{label:$hostname}', ['$hostname:web/1'], 'https://r/web%2F1'],
    ['https://r/{label:team}?{label:env}', ['env:x', 'team:shop'], 'https://r/shop?x'],
    ['https://r/{{env}}/{env}', ['env:x'], 'https://r/{{env}}/x'],
    ['https://r/', ['env:x'], 'https://r/'],
  ])('in %s are filled from %j', (template, given, expected) => {
    expect(link(template, ...given)).toBe(expected);
  });

  it('are filled by Datadog too', () => {
    expect(
      sessionLink('https://r/{env}', [{ key: 'env', filledBy: '{{$env.value}}' }], noToken, noSearch),
    ).toBe('https://r/{{$env.value}}');
  });

  it.each([
    ['https://r/{env}', ['service:a'], 'has {env}, but the graph has no such label'],
    ['https://r/{service}', ['env:x'], 'has {service}, but the graph has no such label'],
    ['https://r/{label:team}', [], 'has {label:team}, but the graph has no such label'],
    ['https://r/{env}', ['env:x', 'env:y'], 'has {env}, but the graph has 2 values of it'],
  ])('make no link with a hole: %s for %j', (template, given, problem) => {
    expect(() => link(template, ...given)).toThrow(LinkHole);
    expect(() => link(template, ...given)).toThrow(problem);
  });
});
