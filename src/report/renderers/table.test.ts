import { describe, expect, test } from 'vitest';
import { markdownTable, plainTable } from './table.ts';

describe('plain', () => {
  test('columns are as wide as their widest cell', () => {
    expect(
      plainTable(
        ['Name', 'What'],
        [
          ['a', 'short'],
          ['longer', 'b'],
        ],
      ),
    ).toEqual(['Name    What', '──────  ─────', 'a       short', 'longer  b']);
  });

  test('where there is no room the columns after the first are wrapped', () => {
    expect(plainTable(['', 'One', 'Two'], [['row', 'a few words more', 'and some others']], 33)).toEqual([
      '     One            Two',
      '───  ─────────────  ─────────────',
      'row  a few words    and some',
      '     more           others',
    ]);
  });

  test('a long word is broken at a sign, else where the room ends', () => {
    const [, , ...rows] = plainTable(['', 'One'], [['row', 'registry/image:tag-1 aaaaaaaaaaaaaaa']], 17);
    expect(rows).toEqual(['row  registry/', '     image:tag-1', '     aaaaaaaaaaaa', '     aaa']);
  });
});

test('Markdown, with bars escaped', () => {
  expect(markdownTable(['A', 'B'], [['a|b', 'c']])).toEqual(['| A | B |', '|---|---|', String.raw`| a\|b | c |`]);
});
