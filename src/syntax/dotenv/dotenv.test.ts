import { expect, test } from 'vitest';
import { applyEdits } from '../edit.ts';
import { dotenvEdits, parseDotenv } from './index.ts';

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

test.each<[string, [string, string], string | undefined]>([
  ['A=1 # why\nB=2\n', ['A', 'x'], 'A=x # why\nB=2\n'],
  ['export A="1"\n', ['A', 'it\'s "x"'], 'export A="it\'s \\"x\\""\n'],
  ['A=1', ['B', 'two words'], "A=1\nB='two words'\n"],
  ['', ['A', ''], 'A=\n'],
  ['A\r\n', ['A', 'x'], 'A=x\r\n'],
  ["A='1'\n", ['A', 'l1\nl2'], "A='l1\nl2'\n"],
])('%j set %j', (text, [name, value], expected) => {
  const edits = dotenvEdits.set(parseDotenv(text), [name], value);
  expect(edits && applyEdits(text, edits)).toBe(expected);
});

test('remove', () => {
  const text = 'A=1\nexport B="x\ny" # why\nC=3\n';
  expect(applyEdits(text, dotenvEdits.remove(parseDotenv(text), ['B']) ?? [])).toBe('A=1\nC=3\n');
});

test('remove the only name', () => {
  expect(applyEdits('# c\nA=1\n', dotenvEdits.remove(parseDotenv('# c\nA=1\n'), ['A']) ?? [])).toBe('# c\n');
});
