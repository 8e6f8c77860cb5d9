import { defineConfig, type OxlintConfig } from 'oxlint';
import { importRules } from './tools/rooms.ts';

const config: OxlintConfig = defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'vitest', 'promise'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  env: { node: true, es2024: true },
  ignorePatterns: ['dist', 'examples', 'node_modules', 'oracles'],
  rules: {
    eqeqeq: 'error',
    'no-console': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'vitest/valid-expect': ['error', { maxArgs: 2 }], // vitest takes a message
    // Off, each with its reason:
    'import/no-named-as-default-member': 'off', // fast-check is written fc.property
    'no-await-in-loop': 'off', // order matters where we await in a loop
    'no-shadow': 'off', // short scopes read better with the plain noun
    'no-underscore-dangle': 'off',
    'import/no-unassigned-import': 'off', // the registry and the language's polyfills are none of its business
    'unicorn/no-array-sort': 'off', // toSorted copies; we sort what we have just made
    'unicorn/no-array-reverse': 'off',
    'unicorn/prefer-array-flat-map': 'off', // filter then flatMap says two things in two words
    'unicorn/prefer-string-slice': 'off',
    'oxc/no-map-spread': 'off', // small arrays, clearer
  },
  overrides: [
    ...importRules,
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } }, // the tools ask for it
    { files: ['tools/**', 'tests/**', 'bench/**', 'src/cli/**'], rules: { 'no-console': 'off' } }, // these speak to a person
    {
      files: [
        'src/syntax/python/**',
        'src/python/program/word-index.ts',
        'src/python/reach/mentions.ts',
        'src/sdk/carriers/named-nodes.ts',
        'tools/conformance/**',
        'tests/python-*/**',
        'bench/parse/**',
      ],
      rules: { 'typescript/no-non-null-assertion': 'off' },
    }, // typed arrays indexed below their length, in the hot loop
    {
      files: ['**/*.test.ts'],
      rules: {
        'typescript/no-non-null-assertion': 'off', // a failing assertion says it better
        'unicorn/consistent-function-scoping': 'off', // a table's helper stands beside its table
      },
    },
  ],
});

export default config;
