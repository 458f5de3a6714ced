const bindings = require('@cdktf/provider-datadog/package.json');

const shared = {
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  // Packages have tests of their own.
  modulePathIgnorePatterns: ['<rootDir>/__tests__/node_modules/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  moduleNameMapper: {
    '^cdktf-datadog-rookout$': '<rootDir>/lib',
    '^cdktn-datadog-rookout$': '<rootDir>/build/cdktn/lib',
  },
};

const endToEnd = { ...shared, roots: ['<rootDir>/__tests__/e2e'] };
const support = '<rootDir>/__tests__/e2e/support';

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      roots: ['<rootDir>/__tests__'],
      setupFiles: ['<rootDir>/__tests__/support/property-seed.ts'],
      testPathIgnorePatterns: ['<rootDir>/__tests__/(oracle|package|languages|agents|e2e|cdktn|browser)/'],
      globalSetup: '<rootDir>/__tests__/support/page.ts',
    },
    {
      ...shared,
      displayName: 'browser',
      roots: ['<rootDir>/__tests__/browser'],
      globalSetup: '<rootDir>/__tests__/browser/support/setup.ts',
    },
    {
      ...shared,
      displayName: 'oracle',
      roots: ['<rootDir>/__tests__/oracle'],
      setupFiles: ['<rootDir>/__tests__/support/property-seed.ts'],
      globalSetup: '<rootDir>/__tests__/oracle/support/setup.ts',
    },
    // The version that the bindings were generated from, and the newest of the next major version.
    {
      ...endToEnd,
      displayName: 'e2e',
      // It has types of resources that are new in version 4.
      testPathIgnorePatterns: ['<rootDir>/__tests__/e2e/(plan|hcl).test.ts'],
      globals: { PROVIDER: bindings.cdktf.provider.version },
      globalSetup: `${support}/providers.ts`,
    },
    {
      ...endToEnd,
      displayName: 'e2e-v4',
      globals: { PROVIDER: '~> 4.0' },
      globalSetup: `${support}/providers-v4.ts`,
    },
    // Both packages side by side; `npm run build:cdktn` makes the second.
    {
      ...shared,
      displayName: 'cdktn',
      roots: ['<rootDir>/__tests__'],
      testMatch: ['<rootDir>/__tests__/cdktn/*.test.ts'],
      modulePaths: ['<rootDir>/cdktn/node_modules'],
      globals: { PROVIDER: '~> 4.0' },
      globalSetup: `${support}/providers-v4.ts`,
    },
    { ...shared, displayName: 'package', roots: ['<rootDir>/__tests__/package'] },
    { ...shared, displayName: 'languages', roots: ['<rootDir>/__tests__/languages'] },
    // Rookout's own agents, from the registries of their languages.
    {
      ...shared,
      displayName: 'agents',
      roots: ['<rootDir>/__tests__/agents'],
      setupFiles: ['<rootDir>/__tests__/support/property-seed.ts'],
      globalSetup: '<rootDir>/__tests__/agents/support/setup.ts',
      globalTeardown: '<rootDir>/__tests__/agents/support/teardown.ts',
    },
  ],
  globalSetup: '<rootDir>/__tests__/support/packages.ts',
  reporters: ['default', '<rootDir>/__tests__/support/closing-line.js'],
  testTimeout: 120_000,
  maxWorkers: '100%',
};
