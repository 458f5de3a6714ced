import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist',
      'build',
      'cdktf.out',
      'coverage',
      'oracle/target',
      'mutation/out',
      '**/*.js',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.recommended,
  {
    rules: {
      // JSON that passes through is `any` for jsii's sake.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // What not everyone uses is loaded when it is used.
      '@typescript-eslint/no-require-imports': ['error', { allow: ['/(command|mistake|yaml)$', '^sirv$'] }],
    },
  },
);
