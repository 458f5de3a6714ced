import { editedText } from '../../lib/json/edit';
import { JsonText } from '../../lib/json/text';

/** The text with another value. */
const edited = (text: string, after: unknown) => editedText(JsonText.read(text), after);

describe('editedText', () => {
  it('takes the names of an object in any order', () => {
    const text = '{ "title": "CPU",  "tags": [ "a" ] , "type": "timeseries" }';
    expect(edited(text, { type: 'toplist', tags: ['a'], title: 'Memory' })).toBe(
      '{ "title": "Memory",  "tags": [ "a" ] , "type": "toplist" }',
    );
  });

  it('writes a list that has become shorter', () => {
    const text = '{"widgets": [{"id": 1}, {"id": 2}], "title": "Shop"}';
    const after = JSON.parse(edited(text, { widgets: [{ id: 2 }], title: 'Shop' }));
    expect(after).toEqual({ widgets: [{ id: 2 }], title: 'Shop' });
    expect(edited('["prod", "staging"]', ['prod'])).toBe('["prod"]');
    expect(edited('["prod", "staging"]', [])).toBe('[]');
  });
});
