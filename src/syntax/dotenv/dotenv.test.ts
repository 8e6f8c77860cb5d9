import { expect, test } from 'vitest';
import { parseDotenv } from './index.ts';

function read(text: string) {
  const root = parseDotenv(text).documents[0];
  return root?.kind === 'mapping'
    ? root.entries.map(({ key, value }) => [text.slice(key.start, key.end), value.kind === 'scalar' && value.value])
    : [];
}

test.each<[string, unknown]>([
  ['', []],
  ['# c\n\nA=1\n', [['A', '1']]],
  [
    'A = b c  # why\nexport B=x#y\n',
    [
      ['A', 'b c'],
      ['B', 'x#y'],
    ],
  ],
  [
    'A=\'x # y\'\r\nB="p\\nq" # c\r\n',
    [
      ['A', 'x # y'],
      ['B', 'p\nq'],
    ],
  ],
  [
    'KEY="-----BEGIN\nabc\n-----END"\nB=${KEY}\n',
    [
      ['KEY', '-----BEGIN\nabc\n-----END'],
      ['B', '${KEY}'],
    ],
  ],
  [
    'A=\nB\nexport=1\n',
    [
      ['A', ''],
      ['B', null],
      ['export', '1'],
    ],
  ],
])('%j', (text, expected) => {
  expect(read(text)).toEqual(expected);
  expect(parseDotenv(text).faults).toEqual([]);
});

test.each([
  ['A="x\nB=1\n', 'the closing quote is missing'],
  ['A="x" y\n', 'text behind a value'],
  ['A=1\nA=2\n', 'duplicate name A'],
  ['=1\n', 'no assignment'],
])('%j is faulty', (text, message) => {
  expect(parseDotenv(text).faults[0]?.message).toBe(message);
});
