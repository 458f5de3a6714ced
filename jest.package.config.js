const base = require('./jest.config');

/** The packed package, installed into an empty project: slow, and so not part of the default run. */
module.exports = {
  ...base,
  roots: ['<rootDir>/__tests__/package'],
  testPathIgnorePatterns: [],
  testTimeout: 600_000,
};
