import { rmSync } from 'fs';
import { join } from 'path';
import { Writing } from '../../../lib/cli/files/writing';
import { finished } from '../../../lib/cli/steps';
import { Workplace } from '../support/command';

it('ends well where another program has removed a directory that it made', () => {
  const place = new Workplace({});
  const out = join(place.path, 'out');
  const work = Writing.all(function* (writing) {
    writing.makeDirectory('out', out);
    yield;
    rmSync(out, { recursive: true });
  });
  expect(() => finished(work)).not.toThrow();
  expect(place.list()).toEqual([]);
});
