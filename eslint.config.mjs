import regexp from 'eslint-plugin-regexp';
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
    // What reads the text of others, whose end may be missing: the time must not grow faster than the text.
    files: ['lib/**/*.ts', 'page/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    rules: {
      // JSON that passes through is `any` for jsii's sake.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // What not everyone uses is loaded when it is used.
      '@typescript-eslint/no-require-imports': [
        'error',
        { allow: ['/(command|mistake|serving|width|yaml)$', '^sirv$'] },
      ],
    },
  },
);
