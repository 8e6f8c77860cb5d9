import { expect, test } from 'vitest';
import { fitsAny } from './path-filter.ts';

const paths = ['app/main.py', 'docs/a/b.md', 'setup.py', 'infra/main.tf'];

test.for<[pattern: string, fits: boolean]>([
  ['app/**', true],
  ['src/**', false],
  ['**.py', true],
  ['*.tf', false],
  ['**/*.tf', true],
  ['**/setup.py', true],
  ['docs/*', false],
  ['docs/*/*.md', true],
  ['setup.pyx?', true],
  ['./app/**', true],
  ['app', false],
  ['[a-c]pp/main.py', true],
  ['[', true],
  ['${{ env.FOLDER }}/**', true],
])('%s', ([pattern, fits]) => {
  expect(fitsAny(pattern, paths)).toBe(fits);
});
