import fc from 'fast-check';
import { RookoutLabel } from '../../lib/rookout/label';
import { filterText, labelFilter } from '../../lib/rookout/label-filter';
import { openedLabels } from '../../lib/rookout/opened-labels';
import { DEFAULT_SESSION_LINK } from '../../lib/rookout/link-template';
import { LinkLabel, sessionLink } from '../../lib/rookout/session-link';

const LABELS: LinkLabel[] = [
  RookoutLabel.of('service', 'cart'),
  RookoutLabel.of('env', 'a b&c%2C/é'),
  { key: '$hostname', filledBy: '{{host.value}}' },
  { key: 'k8s_namespace', filledBy: '{{$ns.value}}' },
];

function linkTo(template: string, labels = LABELS): string {
  return sessionLink(template, labels, encodeURIComponent, () => 'found');
}

/** What another reader reads in a search. */
function searched(search: string) {
  return search === 'found' ? [labelFilter('service', 'cart')] : undefined;
}

function opened(template: string, address: string): string[] | undefined {
  return openedLabels(template, address, searched)?.map(filterText);
}

describe('the labels of a link', () => {
  it.each([
    DEFAULT_SESSION_LINK,
    'https://r.example.com/{labels}',
    'https://r.example.com/{env}/?l={labels}&s={service}#top',
    'https://r.example.com/?l={labels}&again={labels}',
  ])('are those that it was made of: %s', (template) => {
    expect(openedLabels(template, linkTo(template), searched)).toEqual([
      { key: 'service', value: 'cart', kind: 'text' },
      { key: 'env', value: 'a b&c%2C/é', kind: 'text' },
      { key: '$hostname', value: '{{host.value}}', kind: 'line' },
      { key: 'k8s_namespace', value: '{{$ns.value}}', kind: 'variable' },
    ]);
  });

  it('are those that single placeholders tell', () => {
    const template = 'https://r.example.com/{env}?host={label:$hostname}';
    expect(opened(template, linkTo(template))).toEqual(['env:a b&c%2C/é', '$hostname:{{host.value}}']);
    expect(opened('https://r.example.com/', 'https://r.example.com/')).toEqual([]);
  });

  it('are those that a search tells', () => {
    const template = 'https://r.example.com/{env}?query=from%3Aall%20{search}';
    expect(opened(template, linkTo(template))).toEqual(['service:cart']);
    expect(opened(template, linkTo(template).replace('found', 'lost'))).toBeUndefined();
  });

  it('are not known where the key is not, or the URL is another one', () => {
    expect(opened('https://r.example.com/{service}', 'https://r.example.com/cart')).toBeUndefined();
    expect(opened(DEFAULT_SESSION_LINK, 'https://other.example.com/?labels=a%3Ab')).toBeUndefined();
    expect(opened('https://r.example.com/{labels}/x', 'https://r.example.com/a%3Ab')).toBeUndefined();
    expect(opened(DEFAULT_SESSION_LINK, 'https://app.rookout.com/?labels=%')).toBeUndefined();
    expect(opened(DEFAULT_SESSION_LINK, 'https://app.rookout.com/?labels=cart')).toBeUndefined();
    expect(opened(DEFAULT_SESSION_LINK, 'https://app.rookout.com/?labels=')).toBeUndefined();
  });

  it('may be written without percent-encoding', () => {
    expect(opened(DEFAULT_SESSION_LINK, 'https://app.rookout.com/?labels=service:cart, env:prod')).toEqual([
      'service:cart',
      'env:prod',
    ]);
  });

  it('are those of any labels', () => {
    const label = fc
      .tuple(fc.stringMatching(/^[a-z_]{1,8}$/), fc.string({ unit: 'grapheme', minLength: 1 }))
      .map(([key, value]) => {
        try {
          return RookoutLabel.of(key, value);
        } catch {
          return RookoutLabel.of(key, 'x');
        }
      })
      .filter(({ value }) => !value.includes('{{'));
    fc.assert(
      fc.property(fc.array(label, { minLength: 1 }), (labels) => {
        const texts = [...new Set(labels.map(String))];
        expect(opened(DEFAULT_SESSION_LINK, linkTo(DEFAULT_SESSION_LINK, labels))).toEqual(texts);
      }),
    );
  });
});
