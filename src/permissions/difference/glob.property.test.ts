import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers, overlaps } from './glob.ts';

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 6 });
const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 5 });

/** What a pattern matches, by a regular expression. */
function matches(glob: string, plain: string): boolean {
  return new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(plain);
}

test('a text is covered by what matches it', () => {
  fc.assert(
    fc.property(pattern, text, (glob, plain) => {
      expect(covers(glob, plain)).toBe(matches(glob, plain));
    }),
  );
});

test('what covers a pattern matches all that the pattern matches', () => {
  fc.assert(
    fc.property(pattern, pattern, text, (wide, narrow, plain) => {
      const applies = covers(wide, narrow) && matches(narrow, plain);
      expect(!applies || matches(wide, plain)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('two patterns overlap where a text matches both', () => {
  fc.assert(
    fc.property(pattern, pattern, text, (one, other, plain) => {
      const applies = matches(one, plain) && matches(other, plain);
      expect(!applies || (overlaps(one, other) && overlaps(other, one))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('a long pattern costs little', () => {
  const long = '*a'.repeat(400);
  expect(covers(long, 'b'.repeat(900))).toBe(false);
  expect(overlaps(long, '*b'.repeat(5000))).toBe(true);
});
