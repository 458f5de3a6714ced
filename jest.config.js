/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['<rootDir>/__tests__/package/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  moduleNameMapper: { '^cdktf-datadog-rookout$': '<rootDir>/lib' },
  reporters: ['default', '<rootDir>/__tests__/support/closing-line.js'],
  testTimeout: 60_000,
};
