import { expect, test } from 'vitest';
import { foldedMarkdown } from './folded-markdown.ts';

test.for([
  ['## a heading is one line whatever', ['## a heading is one line whatever']],
  ['- what stands in a list goes on', ['- what stands in a', '  list goes on']],
  ['10. so do numbers that count', ['10. so do numbers', '    that count']],
  ['code `a b/c-d e f/g h i j k l:1`, then', ['code', '`a b/c-d e f/g h i j k l:1`,', 'then']],
  ['no list begins at - a dash', ['no list begins at -', 'a dash']],
  ['an escaped \\` is no code `a b`', ['an escaped \\` is no', 'code `a b`']],
  ['', ['']],
] as const)('%s', ([line, lines]) => {
  expect(foldedMarkdown(line, 20)).toEqual(lines);
});
