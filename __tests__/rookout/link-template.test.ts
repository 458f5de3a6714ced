import { TerraformVariable } from 'cdktf';
import { BadInput } from '../../lib/bad-input';
import { checkLinkTemplate, DEFAULT_SESSION_LINK, templateParts } from '../../lib/rookout/link-template';
import { newStack } from '../support/stack';

const stack = newStack();
const cart = new TerraformVariable(stack, 'cart', { type: 'string' }).stringValue;
const host = new TerraformVariable(stack, 'host', { type: 'string' }).stringValue;

describe('the template of the session link', () => {
  it.each([
    [DEFAULT_SESSION_LINK],
    ['https://app.rookout.com/?labels={labels}'],
    ['http://rookout.internal:8080/debug/{labels}'],
    ['HTTPS://rookout.example/{labels}'],
    ['https://rookout.example/?l={labels}&from={{timestamp_start}}&to={{timestamp_end}}'],
    ['https://rookout.example/?env={{$env.value}}&host={{host.value}}#/{labels}'],
    ['https://rookout.example/{labels}?again={labels}'],
    ['https://rookout.example/{{labels}}?l={labels}'],
    ['https://rookout.example/équipe?l={labels}'],
    [`https://${host}/?labels={labels}`],
    [`${host}/?labels={labels}`],
    [`https://rookout.example/${cart}?labels={labels}`],
  ])('may be %s', (template) => {
    expect(() => checkLinkTemplate('sessionLink', template)).not.toThrow();
  });

  it.each([
    [''],
    ['{labels}'],
    ['app.rookout.com/?labels={labels}'],
    ['/rookout?labels={labels}'],
    ['//app.rookout.com/?labels={labels}'],
    ['javascript:alert(1)//{labels}'],
    ['data:text/html,{labels}'],
    ['ftp://app.rookout.com/{labels}'],
    ['https:app.rookout.com/{labels}'],
    ['https://'],
    ['https:///?labels={labels}'],
    [' https://app.rookout.com/?labels={labels}'],
    ['https://app.rookout.com/?labels={labels} '],
    ['https://app.rookout.com/my page?labels={labels}'],
    ['https://app.rookout.com/?labels={labels}\n'],
    ['https://app.rookout.com/\u0000?labels={labels}'],
    ['https://app.rookout.com:port/?labels={labels}'],
    ['javascript:https://app.rookout.com/{labels}'],
    [`javascript:${cart}{labels}`],
    [undefined],
    [null],
    [42],
    [{ href: 'https://app.rookout.com/?labels={labels}' }],
  ])('may not be %j, which is no address', (template) => {
    const check = () => checkLinkTemplate('sessionLink', template as string);
    expect(check).toThrow(BadInput);
    expect(check).toThrow('is not an http(s) URL. Use a full URL such as');
    expect(check).toThrow(`sessionLink: ${JSON.stringify(template)}`);
  });

  it.each([
    ['https://app.rookout.com/'],
    ['https://app.rookout.com/?labels={{labels}}'],
    ['https://app.rookout.com/?labels={{{labels}}}'],
    ['https://app.rookout.com/?labels={Labels}'],
    ['https://app.rookout.com/?labels={%20labels}'],
    ['https://app.rookout.com/?labels={label}'],
    ['https://app.rookout.com/?labels=%7Blabels%7D'],
    [`https://${host}/`],
  ])('needs a place for the labels: %s', (template) => {
    const check = () => checkLinkTemplate('sessionLink', template);
    expect(check).toThrow(BadInput);
    expect(check).toThrow('has no {labels}, so every graph would open the same page');
    expect(check).toThrow('Put {labels} where the label filters belong');
  });
});

describe('templateParts', () => {
  it('cuts the template at its placeholders, and at nothing else', () => {
    const textsOf = (template: string) => templateParts(template).texts;
    expect(textsOf('https://a/{labels}?b={labels}')).toEqual(['https://a/', '?b=', '']);
    expect(textsOf('https://a/{{labels}}?b={labels}')).toEqual(['https://a/{{labels}}?b=', '']);
    expect(textsOf('https://a/')).toEqual(['https://a/']);
  });
});

describe('the placeholders of single labels', () => {
  it.each(['https://r/{service}', 'https://r/{env}', 'https://r/{label:team}'])(
    'are enough: %s',
    (template) => {
      expect(() => checkLinkTemplate('sessionLink', template)).not.toThrow();
    },
  );

  it('may be missing where the address is meant to be the same for all', () => {
    expect(() => checkLinkTemplate('sessionLink', 'https://r/', true)).not.toThrow();
    expect(() => checkLinkTemplate('sessionLink', 'r/', true)).toThrow('is not an http(s) URL');
  });
});
