const { projects } = require('../jest.config.js');

const unit = projects.find(({ displayName }) => displayName === 'unit');

/** @type {import('jest').Config} */
module.exports = {
  ...unit,
  rootDir: '..',
  roots: ['<rootDir>/mutation', '<rootDir>/lib/datadog', '<rootDir>/__tests__/datadog'],
  testMatch: ['<rootDir>/mutation/rooms.test.js'],
  testPathIgnorePatterns: [],
  modulePathIgnorePatterns: ['<rootDir>/mutation/(node_modules|out)/'],
  globalSetup: undefined,
};
