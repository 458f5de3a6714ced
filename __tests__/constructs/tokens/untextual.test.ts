import { DatadogProvider } from '@cdktf/provider-datadog/lib/provider';
import { Lazy, TerraformIterator, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { RookoutApp, RookoutDashboard, RookoutTitles } from '../../../lib';
import { newStack, variable } from '../../support/stack';

type Use = (stack: TerraformStack, token: any) => unknown;

const withGraph = (props: object): Use => {
  return (stack) =>
    new RookoutDashboard(stack, 'Own').addTimeseries({ service: 'cart', query: 'avg:cpu{*}', ...props });
};

const ADVICE =
  /: "\$\{TfToken\[[^"]+\]\}" is known only to Terraform, and not given as text\..* Token\.asString\(iterator\.value\)/;

describe('a token that is an object', () => {
  const uses: [string, Use][] = [
    ['title', (stack, token) => new RookoutDashboard(stack, 'Own', { title: token })],
    ['description', (stack, token) => new RookoutDashboard(stack, 'Own', { description: token })],
    ['services', (stack, token) => new RookoutDashboard(stack, 'Own', { services: [token] })],
    ['service', (stack, token) => new RookoutDashboard(stack, 'Own').addService(token)],
    ['service of a title', (stack, token) => new RookoutTitles(stack, 'Titles').forService(token)],
    ['query', (stack, token) => withGraph({ query: token })(stack, token)],
    ['label', (stack, token) => withGraph({ labels: [token] })(stack, token)],
    ['labelKey', (stack, token) => withGraph({ labelKey: token })(stack, token)],
    ['layout', (stack, token) => withGraph({ layout: { x: token, y: 0 } })(stack, token)],
  ];

  it.each(uses)('is refused with the fix as %s', (_, use) => {
    const iterator = TerraformIterator.fromList(['cart', 'pay']);
    expect(() => use(newStack(), iterator.value)).toThrow(ADVICE);
    expect(() => use(newStack(), Lazy.anyValue({ produce: () => 'cart' }))).toThrow(ADVICE);
  });
});

describe('a token of a number', () => {
  const uses: [string, Use][] = [
    ['layout.x', (stack, x) => withGraph({ layout: { x, y: 0 } })(stack, x)],
    ['layout.y', (stack, y) => withGraph({ layout: { x: 0, y } })(stack, y)],
    ['layout.width', (stack, width) => withGraph({ layout: { width } })(stack, width)],
    ['title', (stack, token) => new RookoutDashboard(stack, 'Own', { title: token })],
    [
      'limit',
      (stack, limit) => new RookoutDashboard(stack, 'Own').addToplist({ service: 'a', query: 'b{*}', limit }),
    ],
  ];

  it.each(uses)('is not shown as its digits where it is refused: %s', (what, use) => {
    const stack = newStack();
    const { numberValue } = variable(stack, 'count', 'number');
    expect(() => use(stack, numberValue)).toThrow(ADVICE);
    expect(() => use(newStack(), numberValue)).toThrow(`${what}: `);
  });
});

describe('an id with a token in it', () => {
  const inTree = (id: (stack: TerraformStack) => string, make: (scope: Construct, id: string) => unknown) => {
    const stack = new TerraformStack(newStack().node.scope as Construct, 'other');
    new DatadogProvider(stack, 'Datadog');
    return () => make(stack, id(stack));
  };
  const ids: [string, (stack: TerraformStack) => string][] = [
    ['text', (stack) => `Own-${variable(stack, 'v', 'string').stringValue}`],
    ['a number', (stack) => `Own-${variable(stack, 'v', 'number').numberValue}`],
    ['a list', (stack) => `Own-${variable(stack, 'v', 'list(string)').listValue}`],
  ];
  const RULE =
    /id: "other\/Own-.* has a token in it, whose marker would become a part of the Terraform name\./;

  it.each(ids)('is refused by a dashboard, an app, and below it: %s', (_, id) => {
    expect(inTree(id, (scope, own) => new RookoutDashboard(scope, own))).toThrow(RULE);
    expect(inTree(id, (scope, own) => new RookoutApp(scope, own))).toThrow(RULE);
    expect(inTree(id, (scope, own) => new RookoutDashboard(new Construct(scope, own), 'Board'))).toThrow(
      RULE,
    );
  });
});
