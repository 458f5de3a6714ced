import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { RookoutConventions } from '../../lib';
import { newStack } from '../support/stack';

describe('RookoutConventions', () => {
  it('has defaults', () => {
    const conventions = RookoutConventions.of(newStack());
    expect(conventions.apiUrl).toBeUndefined();
    expect(conventions).toMatchObject({
      services: [],
      site: 'datadoghq.com',
      labelKey: 'k8s_deployment',
      labels: [],
      locale: 'en',
      sessionLink: 'https://app.rookout.com/?labels={labels}',
    });
    expect(conventions.datadogTags).toMatchObject({ k8s_deployment: 'kube_deployment' });
  });

  it('reads the context of the app', () => {
    const stack = newStack({
      rookout: {
        services: ['cartservice'],
        site: 'datadoghq.eu',
        labelKey: 'service',
        labels: ['env:staging'],
        locale: 'fr',
        sessionLink: 'https://rookout.example.com/{labels}',
        datadogTags: { service: 'app' },
      },
    });
    const conventions = RookoutConventions.of(stack);
    expect(conventions).toMatchObject({
      services: ['cartservice'],
      site: 'datadoghq.eu',
      apiUrl: 'https://api.datadoghq.eu/',
      labelKey: 'service',
      locale: 'fr',
      sessionLink: 'https://rookout.example.com/{labels}',
    });
    expect(conventions.labels.map(String)).toEqual(['env:staging']);
    expect(conventions.datadogTags).toMatchObject({ service: 'app', k8s_deployment: 'kube_deployment' });
  });

  it('takes each setting from the innermost scope that has it, and props before all', () => {
    const app = App.of(newStack({ rookout: { labelKey: 'service', locale: 'fr' } }));
    const stack = new TerraformStack(app, 'inner');
    stack.node.setContext('rookout', { labels: ['env:staging'], locale: 'en' });
    const inner = new Construct(stack, 'Inner');
    inner.node.setContext('rookout', { labels: ['env:test'] });

    const conventions = RookoutConventions.of(inner, { labelKey: 'k8s_namespace' });
    expect(conventions.labels.map(String)).toEqual(['env:test']);
    expect(conventions).toMatchObject({ locale: 'en', labelKey: 'k8s_namespace' });
    expect(RookoutConventions.of(stack).labelKey).toBe('service');
  });

  it('takes a context that is set after others were read', () => {
    const stack = newStack({ rookout: { labelKey: 'service' } });
    const late = new Construct(stack, 'Late');
    expect(RookoutConventions.of(late).labelKey).toBe('service');
    late.node.setContext('rookout', { labelKey: 'k8s_namespace' });
    expect(RookoutConventions.of(late).labelKey).toBe('k8s_namespace');
    expect(RookoutConventions.of(new Construct(late, 'Below')).labelKey).toBe('k8s_namespace');
    expect(RookoutConventions.of(new Construct(stack, 'Beside')).labelKey).toBe('service');
  });

  it.each([
    ['text', 'context "rookout": "text" is not an object'],
    [{ lables: [] }, 'context "rookout": "lables" is not a known key'],
    [{ services: 'cartservice' }, 'context "rookout".services: "cartservice" is not a list'],
    [{ services: ['cart', 7] }, 'context "rookout".services[1]: 7'],
    [{ services: [' '] }, 'context "rookout".services[0]: " "'],
    [
      { site: 'datadog.com' },
      'context "rookout".site: "datadog.com" is not known. Use one of: datadoghq.com',
    ],
    [{ labelKey: '' }, 'context "rookout".labelKey: ""'],
    [{ labelKey: '$key' }, 'begins with "$"'],
    [{ labels: ['env'] }, 'has no colon'],
    [{ labels: [{ env: 'staging' }] }, 'is not text'],
    [{ locale: 'de' }, 'context "rookout".locale: "de"'],
    [{ locale: null }, 'context "rookout".locale: null'],
    [{ sessionLink: 'rookout' }, 'context "rookout".sessionLink: "rookout"'],
    [{ sessionLink: 'https://app.rookout.com' }, 'has no {labels}'],
    [{ datadogTags: { app: '' } }, 'context "rookout".datadogTags.app: ""'],
    [{ datadogTags: ['app'] }, 'context "rookout".datadogTags'],
  ])('refuses the context %j, naming the key', (rookout, message) => {
    expect(() => RookoutConventions.of(newStack({ rookout }))).toThrow(message);
    expect(() => RookoutConventions.of(newStack({ rookout }))).toThrow('[stack]');
  });
});
