import { labelFilter } from '../../lib/rookout/label-filter';
import { RunningInstance, RunningInstances } from '../../lib/rookout/running-instances';
import { unmatched } from '../../lib/rookout/unmatched';

function instance(labels: string, more: Partial<RunningInstance> = {}): RunningInstance {
  const pairs = labels.split(',').map((label) => label.split(':') as [string, string]);
  return { name: labels, labels: new Map(pairs), unknown: new Set(), open: false, ...more };
}

function filters(text: string) {
  return text.split(' ').map((filter) => {
    const colon = filter.indexOf(':');
    return labelFilter(filter.slice(0, colon), filter.slice(colon + 1));
  });
}

function problems(text: string, ...instances: RunningInstance[]): string[] {
  return unmatched(filters(text), new RunningInstances(instances)).map(({ problem }) => problem);
}

const CART = instance('k8s_deployment:cart,env:prod');
const PAY = instance('k8s_deployment:pay,env:staging');

describe('label filters', () => {
  it.each([
    'k8s_deployment:cart',
    'k8s_deployment:cart env:prod',
    'k8s_deployment:cart k8s_deployment:pay',
    'env:prod env:staging k8s_deployment:pay k8s_deployment:cart',
    'k8s_deployment:{{$service.value}}',
    'k8s_deployment:{{kube_deployment.value}} env:prod',
    'k8s_deployment:${…}',
    'k8s_deployment:cart-${…} env:prod',
    '$hostname:web-1 k8s_deployment:cart',
    '$platform:python',
    '${…}:cart',
  ])('that may select something: %s', (text) => {
    expect(problems(text, CART, PAY)).toEqual([]);
  });

  it.each([
    ['k8s_deployment:carts', ['no instance has k8s_deployment:carts. Values of k8s_deployment: cart, pay']],
    ['env:test', ['no instance has env:test. Values of env: prod, staging']],
    [
      'service:{{$service.value}}',
      ['no instance has a label service. Set it in ROOKOUT_LABELS, or use another label'],
    ],
    [
      'k8s_deployment:cart k8s_deployment:pays',
      ['no instance has k8s_deployment:pays. Values of k8s_deployment: pay, cart'],
    ],
    [
      'k8s_deployment:cart env:staging',
      ['no instance has k8s_deployment:cart and env:staging. With k8s_deployment:cart it has env:prod'],
    ],
    [
      'k8s_deployment:cart k8s_deployment:pay env:staging',
      ['no instance has k8s_deployment:cart and env:staging. With k8s_deployment:cart it has env:prod'],
    ],
  ])('that select nothing: %s', (text, found) => {
    expect(problems(text, CART, PAY)).toEqual(found);
  });

  it('say which labels an instance lacks beside the others', () => {
    expect(problems('k8s_deployment:cart team:shop', CART, instance('team:shop'))).toEqual([
      'no instance has k8s_deployment:cart and team:shop. With k8s_deployment:cart it has no label team',
    ]);
  });

  it('are contradicted by three together, where each two are right', () => {
    const instances = [instance('a:1,b:1,c:2'), instance('a:1,b:2,c:1'), instance('a:2,b:1,c:1')];
    expect(problems('a:1 b:1 c:1', ...instances)).toEqual([
      'no instance has a:1, b:1 and c:1. With a:1 it has b:1, 2, c:1, 2',
    ]);
  });

  it('may select what has unknown labels', () => {
    const more = instance('k8s_deployment:cart', { open: true });
    expect(problems('k8s_deployment:cart env:prod', more)).toEqual([]);
    expect(problems('k8s_deployment:pay', more)).toHaveLength(1);
    const some = instance('k8s_deployment:cart', { unknown: new Set(['k8s_namespace']) });
    expect(problems('k8s_deployment:cart k8s_namespace:shop', some)).toEqual([]);
    expect(problems('k8s_deployment:cart env:prod', some)).toHaveLength(1);
  });

  it('name a few of many values, the most alike first', () => {
    const many = Array.from({ length: 9 }, (_, index) => instance(`service:s${index}`));
    expect(problems('service:cart', ...many, instance('service:carts'))).toEqual([
      'no instance has service:cart. Values of service: carts, s0, s1, s2, s3 and 5 more',
    ]);
  });

  it.each([
    ['m', ['a', 'b', 'l', 'n', 'z'], 'a, b, l, n, z'],
    ['mm', ['a', 'ma', 'mb', 'mn', 'mz', 'z'], 'ma, mb, mn, mz, a and 1 more'],
    ['mmm', ['ma', 'mma', 'mmz', 'mz', 'n', 'o', 'p'], 'mma, mmz, ma, mz, n and 2 more'],
    ['b', ['b1', 'b2', 'b3', 'b4', 'b5', 'b6'], 'b1, b2, b3, b4, b5 and 1 more'],
    ['zz', ['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d, e and 1 more'],
    ['0', ['a'], 'a'],
  ])('name the values that begin most like %s', (value, values, listed) => {
    const instances = values.map((one) => instance(`service:${one}`));
    expect(problems(`service:${value}`, ...instances)).toEqual([
      `no instance has service:${value}. Values of service: ${listed}`,
    ]);
  });

  it('select instances by name', () => {
    const running = new RunningInstances([CART, CART, PAY]);
    expect(running.selectedBy(filters('k8s_deployment:cart k8s_deployment:pay'))).toEqual([
      CART.name,
      PAY.name,
    ]);
    expect(running.selectedBy(filters('k8s_deployment:cart env:staging'))).toEqual([]);
    expect(running.selectedBy(filters('k8s_deployment:pay k8s_deployment:cart'))).toEqual([
      CART.name,
      PAY.name,
    ]);
    expect(running.selectedBy(filters('env:{{$env.value}}'))).toEqual([CART.name, PAY.name]);
  });
});
