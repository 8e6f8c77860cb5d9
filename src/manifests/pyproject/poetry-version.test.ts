import { expect, test } from 'vitest';
import { translatePoetryVersion } from './poetry-version.ts';

test.each([
  ['^1.2.3', '>=1.2.3,<2.0.0'],
  ['^1.2', '>=1.2,<2.0'],
  ['^1', '>=1,<2'],
  ['^0.2.3', '>=0.2.3,<0.3.0'],
  ['^0.0.3', '>=0.0.3,<0.0.4'],
  ['^0.0', '>=0.0,<0.1'],
  ['^0', '>=0,<1'],
  ['^1.2b1', '>=1.2b1,<2.0'],
  ['~1.2.3', '>=1.2.3,<1.3.0'],
  ['~1.2', '>=1.2,<1.3'],
  ['~1', '>=1,<2'],
  ['~=1.4.2', '~=1.4.2'],
  ['~=1', '>=1,<2'],
  ['1.2.*', '==1.2.*'],
  ['*', ''],
  ['1.2.3', '==1.2.3'],
  ['==1.2.3', '==1.2.3'],
  ['>= 1.2, < 1.5', '>=1.2,<1.5'],
  ['>=1.2 <1.5', '>=1.2,<1.5'],
  ['!=1.3', '!=1.3'],
  ['!=1.3.*,>=1', '!=1.3.*,>=1'],
])('%s → %s', (text, specifier) => {
  expect(translatePoetryVersion(text)).toEqual({ specifier, fault: null });
});

test('alternatives that leave out single versions are exact', () => {
  expect(translatePoetryVersion('>=3.9,<3.9.7 || >3.9.7,<3.14')).toEqual({
    specifier: '>=3.9,<3.14,!=3.9.7',
    fault: null,
  });
});

test('alternatives become the range that holds them all, and say so', () => {
  expect(translatePoetryVersion('~2.7 || ^3.6')).toMatchObject({
    specifier: '>=2.7,<4.0',
    fault: expect.stringContaining('||'),
  });
  expect(translatePoetryVersion('^1 | *')).toEqual({ specifier: '', fault: null });
  expect(translatePoetryVersion('<1 || 3.*')).toMatchObject({ specifier: '<4' });
});

test('anything else is a fault', () => {
  expect(translatePoetryVersion('latest').fault).toBe('latest is no version constraint of Poetry');
  expect(translatePoetryVersion('^').fault).not.toBeNull();
});
