import { Fn, TerraformVariable } from 'cdktf';
import { jsonBehind } from '../../../lib/constructs/tokens/attribute-json';
import { newStack } from '../../support/stack';

describe('the JSON behind an attribute', () => {
  const title = new TerraformVariable(newStack(), 'title', { type: 'string' }).stringValue;
  const json = { title, widgets: [] };

  it('is the value that Fn.jsonencode encodes', () => {
    expect(jsonBehind(Fn.jsonencode(json))).toEqual(json);
  });

  it.each<[string, string]>([
    ['has text around that call', `${Fn.jsonencode(json)}\n`],
    ['is two such calls', Fn.jsonencode(json) + Fn.jsonencode(json)],
    ['is such a call and another token', Fn.jsonencode(json) + title],
    ['is another function of a value', Fn.yamlencode(json)],
    ['is another function of that call', Fn.upper(Fn.jsonencode(json))],
    ['is a variable', title],
  ])('is not known if the attribute %s', (_, text) => {
    expect(jsonBehind(text)).toBeUndefined();
  });
});
