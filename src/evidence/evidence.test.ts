import { describe, expect, test } from 'vitest';
import { daysBetween, isDay } from './day.ts';
import { ConfigurationError } from './errors.ts';
import { evidence } from './evidence.ts';
import { didYouMean, nearest } from './nearest.ts';
import { byCodeUnits, byPlace } from './order.ts';
import { startOf } from './place.ts';
import { isAtLeast } from './vocabulary.ts';

describe('days', () => {
  test.for([
    ['2026-11-21', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['2026-11-21T00:00:00Z', false],
    ['', false],
  ] as const)('%j is one: %s', ([text, expected]) => expect(isDay(text)).toBe(expected));

  test.for([
    ['2026-11-21', '2026-11-21', 0],
    ['2026-11-21', '2027-11-21', 365],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-11-21', '2026-11-20', -1],
    ['2026-03-28', '2026-03-30', 2],
  ] as const)('%s to %s: %d', ([from, to, days]) => expect(daysBetween(from, to)).toBe(days));
});

describe('nearest names', () => {
  const names = ['runtime-deprecated', 'runtime-block-near', 'sdk-unpinned'];

  test('the best first, none that is far', () => {
    expect(nearest('sdk-unpined', names)).toEqual(['sdk-unpinned']);
    expect(nearest('RUNTIME-DEPRECATED', names)).toEqual(['runtime-deprecated']);
    expect(nearest('something else altogether', names)).toEqual([]);
  });

  test('as a question', () => {
    expect(didYouMean('ab', ['abc', 'abd', 'abe', 'abf'])).toBe(' Did you mean abc, abd or abe?');
    expect(didYouMean('zzzzzz', names)).toBe('');
  });
});

describe('evidence', () => {
  test('folds white space', () => expect(evidence(startOf('a'), ' x:\n   y ').text).toBe('x: y'));

  test('cuts what is long', () => {
    const { text } = evidence(startOf('a'), 'x'.repeat(500));
    expect(text).toHaveLength(200);
    expect(text.endsWith('…')).toBe(true);
  });

  test('keeps the place alone', () => {
    const place = { ...startOf('a'), kind: 'something else' };
    expect(evidence(place, 'x', 'absent')).toEqual({ ...startOf('a'), text: 'x', how: 'absent' });
  });
});

test('code units order, not the language', () => {
  expect(['b', 'a', 'B', 'ä', 'a-', 'a/'].sort(byCodeUnits)).toEqual(['B', 'a', 'a-', 'a/', 'b', 'ä']);
});

test('places are ordered by file, line, column; a file as a whole first', () => {
  const places = [{ file: 'b' }, { file: 'a', line: 2, column: 9 }, { file: 'a', line: 10, column: 1 }, { file: 'a' }];
  expect(places.sort(byPlace)).toEqual([
    { file: 'a' },
    { file: 'a', line: 2, column: 9 },
    { file: 'a', line: 10, column: 1 },
    { file: 'b' },
  ]);
});

test.for([
  ['blocker', 'risk', true],
  ['risk', 'risk', true],
  ['improvement', 'risk', false],
  ['risk', 'blocker', false],
] as const)('%s is at least %s: %s', ([severity, threshold, expected]) => {
  expect(isAtLeast(severity, threshold)).toBe(expected);
});

test('a problem of the configuration names its place first', () => {
  expect(new ConfigurationError({ file: 'a.toml', line: 2, column: 3 }, 'unknown key x.').message).toBe(
    'a.toml:2:3: unknown key x.',
  );
});
