const shared = {
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  moduleNameMapper: { '^cdktf-datadog-rookout$': '<rootDir>/lib' },
};

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      roots: ['<rootDir>/__tests__'],
      testPathIgnorePatterns: ['<rootDir>/__tests__/(package|e2e)/'],
    },
    {
      ...shared,
      displayName: 'e2e',
      roots: ['<rootDir>/__tests__/e2e'],
      globalSetup: '<rootDir>/__tests__/e2e/support/providers.ts',
    },
    { ...shared, displayName: 'package', roots: ['<rootDir>/__tests__/package'] },
  ],
  reporters: ['default', '<rootDir>/__tests__/support/closing-line.js'],
  testTimeout: 120_000,
};
