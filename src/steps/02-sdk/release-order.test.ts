import { expect, test } from 'vitest';
import { compareReleases, oldestRelease } from './release-order.ts';

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
