import { expect, test } from 'vitest';
import { includesFeatureVersion } from './feature-version.ts';
import { satisfies } from './version.ts';

test.each([
  ['1.5', '>=1,<2', true],
  ['2', '>=1,<2', false],
  ['1', '==1.0.*', true],
  ['1.1', '==1.0.*', false],
  ['1.0', '==1', true],
  ['1.0+local', '==1.0', true],
  ['1.0+local', '==1.0+other', false],
  ['1.4.5', '~=1.4.2', true],
  ['1.5', '~=1.4.2', false],
  ['1!1.0', '>=2', true],
  ['2.0rc1', '<2', false],
  ['2.0rc1', '>=1', false],
  ['2.0rc1', '>=2.0rc1', true],
  ['2.0rc1', '<2.0rc2', true],
  ['2.0.post1', '>2', false],
  ['2.0.post2', '>2.0.post1', true],
  ['1.0', '', true],
  ['1.0a1', '', false],
  ['weird', '===weird', true],
  ['weird', '==1', undefined],
  ['1.0', '^1', undefined],
])('%s satisfies %s: %s', (version, specifier, expected) => {
  expect(satisfies(version, specifier)).toBe(expected);
});

test('pre-releases can be let in', () => {
  expect(satisfies('2.0rc1', '>=1', true)).toBe(true);
});

test.each([
  ['>=3.11', '3.12', true],
  ['>=3.12.1,<3.12.3', '3.12', true],
  ['<3.12', '3.12', false],
  ['!=3.12.*', '3.12', false],
  ['>3.12', '3.12', true],
  ['^3.12', '3.12', undefined],
])('%s includes %s: %s', (specifier, feature, expected) => {
  expect(includesFeatureVersion(specifier, feature)).toBe(expected);
});
