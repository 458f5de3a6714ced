import { readFileSync } from 'fs';
import { join } from 'path';
import { agentLabels } from '../../lib/rookout/agent-labels';
import { readAgentText } from '../../lib/rookout/agent-text';
import { RookoutLabel } from '../../lib/rookout/label';

describe('a text of ROOKOUT_LABELS', () => {
  it.each(['service:cart', 'service:cart,env:prod,k8s_deployment:cart,app.kubernetes.io/name:cart_v1.2-b/c'])(
    'is right: %s',
    (text) => {
      const { labels, problems, corrected } = readAgentText(text);
      expect(problems).toEqual([]);
      expect(corrected).toBe(text);
      expect(Array.from(labels, ([key, value]) => `${key}:${value}`).join(',')).toBe(text);
    },
  );

  it.each([
    ['service:cart, env:prod', ' env:prod', 'white space after a comma', 'service:cart,env:prod'],
    ['service: cart', 'service: cart', 'white space after a comma or beside the colon', 'service:cart'],
    ['service :cart', 'service :cart', 'beside the colon', 'service:cart'],
    ['service:cart\n', 'service:cart\n', 'white space', 'service:cart'],
    ['team:site reliability', 'team:site reliability', 'white space in it', 'team:site_reliability'],
    ['service:"cart"', 'service:"cart"', 'a quote', 'service:cart'],
    ["owner:O'Brien", "owner:O'Brien", 'a quote', 'owner:OBrien'],
    ['image:cart:v2,env:prod', 'image:cart:v2', 'a second colon', 'image:cart_v2,env:prod'],
    ['cart,env:prod', 'cart', 'no colon', 'env:prod'],
    ['service:,env:prod', 'service:', 'no key or no value', 'env:prod'],
    [':cart,env:prod', ':cart', 'no key or no value', 'env:prod'],
    ['env:prod,', '', 'is empty', 'env:prod'],
    ['env:prod,,a:b', '', 'is empty', 'env:prod,a:b'],
    ['place:café', 'place:café', 'beyond ASCII', 'place:cafe'],
    ['$team:shop,env:prod', '$team:shop', 'a "$"', 'team:shop,env:prod'],
    ['$hostname:web,env:prod', '$hostname:web', 'a "$"', 'env:prod'],
    ['price:5$', 'price:5$', 'a "$"', 'price:5_'],
    ['a:%{b}', 'a:%{b}', 'a directive', 'a:_b}'],
    ['live_logger:off,env:prod', 'live_logger:off', 'agents use for themselves', 'env:prod'],
    ['__proto__:x,env:prod', '__proto__:x', 'JavaScript', 'env:prod'],
    ['hasOwnProperty:x', 'hasOwnProperty:x', 'JavaScript', ''],
  ])('is wrong: %j', (text, part, rule, corrected) => {
    const read = readAgentText(text);
    expect(read.problems).toEqual([{ part, rule: expect.stringContaining(rule) }]);
    expect(read.corrected).toBe(corrected);
    expect(readAgentText(corrected || 'a:b').problems).toEqual([]);
  });

  it('has the last value of a key, as for agents', () => {
    const { labels, problems, corrected } = readAgentText('env:prod,service:cart,env:test');
    expect(problems).toEqual([{ part: 'env:test', rule: expect.stringContaining('the last one') }]);
    expect([...labels]).toEqual([
      ['env', 'test'],
      ['service', 'cart'],
    ]);
    expect(corrected).toBe('env:test,service:cart');
  });

  it('is right where agentLabels has made it', () => {
    const labels = ['service:cart', 'env:prod', 'app.kubernetes.io/name:a+b@c#d'].map(RookoutLabel.parse);
    expect(readAgentText(agentLabels(labels, (marker) => marker)).problems).toEqual([]);
  });

  it('is wrong where the page on labels says that agents read it differently', () => {
    const page = readFileSync(join(__dirname, '..', '..', 'docs', 'labels.md'), 'utf8');
    const [, table] = page.split('## What `ROOKOUT_LABELS` may hold');
    const rows = [...table.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, text]) => text.replaceAll('␣', ' '));
    const right = rows.filter(
      (text) => text !== 'ROOKOUT_LABELS' && readAgentText(text).problems.length === 0,
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(right).toEqual(['service:cart,env:prod']);
  });
});
