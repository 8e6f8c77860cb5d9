import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counted, listed, printable, wrap } from './text.ts';

test.for([
  [0, 'risk', '0 risks'],
  [1, 'risk', '1 risk'],
  [2, 'dependency', '2 dependencies'],
  [3, 'day', '3 days'],
] as const)('%d %s: %s', ([count, noun, text]) => expect(counted(count, noun)).toBe(text));

test('lists end with and', () => {
  expect(listed([])).toBe('');
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b'])).toBe('a and b');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
});

describe('control characters are made visible', () => {
  test.for([
    ['\u001b[31mred', String.raw`\x1b[31mred`],
    ['a\rb\nc', String.raw`a\x0db\x0ac`],
    ['a\tb', 'a b'],
    ['\u0000\u007f\u009b', String.raw`\x00\x7f\x9b`],
    ['\u202etxt.exe', String.raw`\u202etxt.exe`],
    ['a\u2028b', String.raw`a\u2028b`],
    ['größer 𝒳 日本', 'größer 𝒳 日本'],
  ] as const)('%j', ([text, shown]) => expect(printable(text)).toBe(shown));

  test('whatever the text', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('wrap', () => {
  test.for([
    ['one two three', 9, ['one two', 'three']],
    ['one two', 7, ['one two']],
    ['', 10, ['']],
  ] as const)('%j to %d', ([text, width, lines]) => expect(wrap(text, width)).toEqual(lines));

  test('loses nothing', () => {
    assert(
      property(string(), (text) => {
        const lines = wrap(text, 20);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});
