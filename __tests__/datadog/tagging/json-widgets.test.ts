import { definitionKeys } from '../../../lib/datadog/tagging/json-widgets';

describe('the keys of a definition', () => {
  it.each([
    ['widgets[2]', ['widgets', 2, 'definition']],
    ['widgets[12].definition.widgets[0]', ['widgets', 12, 'definition', 'widgets', 0, 'definition']],
    [
      'widgets[0].definition.source_widget_definition',
      ['widgets', 0, 'definition', 'source_widget_definition'],
    ],
  ])('at %s are %j', (path, keys) => {
    expect(definitionKeys(path)).toEqual(keys);
  });
});
