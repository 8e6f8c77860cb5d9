import { expect, test } from 'vitest';
import { matchesAny } from './tagged.ts';

test.for<[text: string, pattern: string, fits: boolean]>([
  ['prod', 'prod', true],
  ['prod', 'pro', false],
  ['prod-eu', 'prod*', true],
  ['a@example.com', '*@example.com', true],
  ['example.com', '*@example.com', false],
  ['anything', '*', true],
  ['AWS::S3::Bucket', 'AWS::*::Bucket', true],
  ['aba', 'ab*ba', false],
  ['a1b2c', 'a*b*c', true],
  ['a1c', 'a*b*c', false],
])('%s and %s', ([text, pattern, fits]) => {
  expect(matchesAny(text, [pattern])).toBe(fits);
});
