import { TerraformVariable } from 'cdktf';
import { RookoutLabel, RookoutTitles } from '../../lib';
import { newStack } from '../support/stack';

describe('RookoutTitles', () => {
  it('generates a title from a service name', () => {
    const titles = new RookoutTitles(newStack(), 'Titles');
    expect(titles.forService('cartservice', { subject: 'Memory' })).toBe(
      'cartservice Memory [k8s_deployment:cartservice]',
    );
    expect(titles.forService('cartservice')).toBe('cartservice [k8s_deployment:cartservice]');
  });

  it('adds a bracket group for each further label, in order, and each only once', () => {
    const titles = new RookoutTitles(newStack(), 'Titles', { labels: ['env:staging', 'service:service#3'] });
    expect(titles.forService('cart', { labels: ['aws_region:eu-west-1', 'aws_region:eu-west-1'] })).toBe(
      'cart [k8s_deployment:cart] [env:staging] [service:service#3] [aws_region:eu-west-1]',
    );
  });

  it('lets a label of one title take the place of the common one with the same key', () => {
    const titles = new RookoutTitles(newStack(), 'Titles', { labels: ['env:staging', 'team:shop'] });
    expect(titles.forService('cart', { labels: ['env:production'] })).toBe(
      'cart [k8s_deployment:cart] [team:shop] [env:production]',
    );
  });

  it('takes the label key of the title, else of its props, else of the context, else the default', () => {
    const stack = newStack({ rookout: { labelKey: 'service' } });
    const fromContext = new RookoutTitles(stack, 'FromContext');
    const fromProps = new RookoutTitles(stack, 'FromProps', { labelKey: 'k8s_namespace' });
    expect(fromContext.forService('cart')).toBe('cart [service:cart]');
    expect(fromProps.forService('cart')).toBe('cart [k8s_namespace:cart]');
    expect(fromProps.forService('cart', { labelKey: 'function_name' })).toBe('cart [function_name:cart]');
  });

  it('passes a token through, as a label that is found again', () => {
    const stack = newStack();
    const service = new TerraformVariable(stack, 'service', { type: 'string' }).stringValue;
    const title = new RookoutTitles(stack, 'Titles').forService(service, { subject: 'Memory' });
    expect(RookoutLabel.inTitle(title)).toHaveLength(1);
    expect(title).toMatch(/^\$\{TfToken\[[^\]]*\]\} Memory \[k8s_deployment:\$\{TfToken\[[^\]]*\]\}\]$/);
  });

  it.each([
    ['', 'empty'],
    ['  ', 'blank'],
    ['a[b', 'bracket'],
    ['a,b', 'comma'],
    ['a\nb', 'control character'],
    ['a:b', 'colon'],
    ['*', 'wildcard'],
    ['cart*', 'wildcard'],
  ])('refuses the service %j, naming path, value and rule', (service, rule) => {
    const titles = new RookoutTitles(newStack(), 'Titles');
    expect(() => titles.forService(service)).toThrow(`[stack/Titles] service: ${JSON.stringify(service)}`);
    expect(() => titles.forService(service)).toThrow(rule);
  });

  it.each([
    [{ labels: ['nolabel'] }, 'labels'],
    [{ labels: ['env:*'] }, 'labels[0]: "*" has a wildcard in it'],
    [{ labelKey: '$env' }, 'labelKey'],
    [{ locale: 'de' }, 'Use one of: en, fr'],
  ])('refuses props that break a rule: %j', (props, message) => {
    expect(() => new RookoutTitles(newStack(), 'Titles', props)).toThrow(message);
  });
});
