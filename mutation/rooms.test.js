/**
 * The tests of the two rooms as one, since Jest loads each file of tests anew for each change. Properties are tried with
 * few examples. Left out are the tests that take long: those of any text, of any dashboard, of the model, and those that
 * load CDKTF.
 */
const { readdirSync } = require('fs');
const { basename, join } = require('path');

const ROOMS = ['query', 'tagging'].map((room) => join(__dirname, '..', '__tests__', 'datadog', room));
const LEFT_OUT = /^(any-.*|model|formula-model|second-grammar|tokens)\.test\.ts$/;
const NUMBER_OF_EXAMPLES = 30;

jest.mock('fast-check', () => {
  const { default: fc, ...others } = jest.requireActual('fast-check');
  const assert = (property, parameters) =>
    fc.assert(property, { ...parameters, numRuns: NUMBER_OF_EXAMPLES });
  return { __esModule: true, ...others, default: { ...fc, assert } };
});

for (const room of ROOMS) {
  for (const file of readdirSync(room, { recursive: true })) {
    if (file.endsWith('.test.ts') && !LEFT_OUT.test(basename(file))) require(join(room, file));
  }
}
