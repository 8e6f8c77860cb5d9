import { expect, test } from 'vitest';
import { compareReleases, isBelow, oldestRelease } from './release-order.ts';

test.for([
  ['1.42.97', '1.43.0', -1],
  ['1.9', '1.10', -1],
  ['1.43', '1.43.0', 0],
  ['2.0.0b1', '1.99', 1],
] as const)('%s against %s', ([left, right, sign]) => {
  expect(Math.sign(compareReleases(left, right))).toBe(sign);
});

test.for([
  ['==1.44.5', '1.44.5'],
  ['>=1.40,<2', '1.40'],
  ['~=1.43', '1.43'],
  ['==1.43.*', '1.43'],
  ['<2', undefined],
  ['', undefined],
] as const)('the oldest of %s', ([specifier, expected]) => {
  expect(oldestRelease(specifier)).toBe(expected);
});

test.for([
  ['==1.43.9', true],
  ['==1.44.0', false],
  ['<1.44', true],
  ['<=1.44', false],
  ['>=1.20,<1.40', true],
  ['>=1.20', false],
  ['~=1.43.1', true],
  ['~=1.43', false],
  ['==1.43.*', true],
  ['==1.44.*', false],
  ['', false],
] as const)('%s is below 1.44.0: %s', ([specifier, expected]) => {
  expect(isBelow(specifier, '1.44.0')).toBe(expected);
});
