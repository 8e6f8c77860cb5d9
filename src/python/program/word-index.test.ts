import { expect, test } from 'vitest';
import { WordIndex } from './word-index.ts';

const encoder = new TextEncoder();

function indexOf(contents: Record<string, string>): WordIndex {
  return new WordIndex(Object.keys(contents), (file) => encoder.encode(contents[file]));
}

test('names the files that hold a word, each once and in their order', () => {
  const index = indexOf({ 'a.py': 'client = 1', 'b.py': 'clients', 'c.py': 'x.client(client)' });
  expect(index.holding('client')).toEqual(['a.py', 'c.py']);
  expect(index.holding('clients')).toEqual(['b.py']);
  expect(index.holding('x')).toEqual(['c.py']);
  expect(index.holding('missing')).toEqual([]);
});

test('words end at what no identifier holds, and at the end of the file', () => {
  const index = indexOf({ 'a.py': 'größe=_x9', 'b.py': '' });
  expect(index.holding('größe')).toEqual(['a.py']);
  expect(index.holding('_x9')).toEqual(['a.py']);
  expect(index.holding('gr')).toEqual([]);
});

test('keeps every word of many files apart', () => {
  const words = Array.from({ length: 20_000 }, (_, number) => `word${number}`);
  const index = indexOf({ 'even.py': words.filter((_, at) => at % 2 === 0).join(' '), 'all.py': words.join('\n') });
  const wrong = words.filter((word, at) => index.holding(word).length !== (at % 2 === 0 ? 2 : 1));
  expect(wrong.length).toBeLessThan(3); // of one hash
});
