import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'cdktf.out', 'coverage', '.scratch', '**/*.js'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      // JSON that passes through is `any` for jsii's sake.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // What not everyone uses is loaded when it is used.
      '@typescript-eslint/no-require-imports': ['error', { allow: ['-engine$', '/app-key-registration$'] }],
    },
  },
  {
    // Arrows point one way: constructs → datadog → rookout → terraform, and only constructs know cdktf.
    files: ['lib/**/*.ts'],
    ignores: ['lib/constructs/**', 'lib/index.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['cdktf', 'cdktf/*', 'constructs', '@cdktf/*'],
              message: 'Only lib/constructs imports cdktf.',
            },
            { group: ['**/constructs/*'], message: 'Nothing below depends on the constructs.' },
          ],
        },
      ],
    },
  },
  {
    files: ['lib/rookout/**/*.ts', 'lib/terraform/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['cdktf', 'cdktf/*', 'constructs', '@cdktf/*'],
              message: 'Only lib/constructs imports cdktf.',
            },
            { group: ['**/constructs/*', '**/datadog/*'], message: 'The arrows point the other way.' },
          ],
        },
      ],
    },
  },
  {
    // Whole modules of the bindings cost seconds to load.
    files: ['lib/**/*.ts', 'main.ts', 'examples/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@cdktf/provider-datadog', message: 'Import lib/<resource> of the bindings.' },
            { name: '@cdktf/provider-datadog/lib/dashboard', message: 'Import lib/dashboard-json.' },
          ],
        },
      ],
    },
  },
);
