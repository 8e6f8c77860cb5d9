import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';

const words = 'Café and Python';
const utf16 = (bigEndian: boolean): number[] =>
  [...words].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });
const latin = [...words].map((letter) => letter.charCodeAt(0));

describe('encodings', () => {
  test.for([
    ['UTF-8', [...new TextEncoder().encode(words)]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode(words)]],
    ['UTF-16, little end first', [0xff, 0xfe, ...utf16(false)]],
    ['UTF-16, big end first', [0xfe, 0xff, ...utf16(true)]],
    ['UTF-16 without a mark', utf16(false)],
    ['UTF-16 without a mark, big end first', utf16(true)],
    ['Windows-1252', latin],
  ] as const)('%s', ([, bytes]) => {
    expect(decode(Uint8Array.from(bytes))).toEqual({ ok: true, text: words });
  });

  test('what a page says of itself', () => {
    const bytes = [...new TextEncoder().encode('<meta charset="iso-8859-2"><p>'), 0xb1];
    expect(decode(Uint8Array.from(bytes))).toMatchObject({ ok: true, text: expect.stringContaining('ą') });
  });

  test('an encoding that nobody knows is guessed', () => {
    expect(decode(new TextEncoder().encode(`<meta charset="klingon">${words}`))).toMatchObject({ ok: true });
  });
});

test.for([
  ['nothing', []],
  ['blanks', [32, 10, 9]],
  ['NUL bytes', [77, 90, 0x90, 0, 3, 0, 0, 0, 4, 0, 0]],
  ['control characters', Array.from({ length: 500 }, (_, index) => 1 + (index % 8))],
] as const)('%s is no text', ([, bytes]) => {
  expect(decode(Uint8Array.from(bytes))).toMatchObject({ ok: false });
});
