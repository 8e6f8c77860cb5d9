import { describe, expect, test } from 'vitest';
import type { DataNode } from '../data-tree.ts';
import { entryOf, textOf } from '../navigate.ts';
import { parseJson } from './index.ts';

function plain(node: DataNode | undefined): unknown {
  if (node?.kind === 'scalar') return node.value;
  if (node?.kind === 'sequence') return node.items.map(plain);
  if (node?.kind === 'mapping') {
    return Object.fromEntries(node.entries.map((entry) => [textOf(entry.key) ?? '', plain(entry.value)]));
  }
  return undefined;
}

describe('values', () => {
  test.each<string>([
    '{}',
    '[]',
    'null',
    '-1.5e3',
    '"a\\u0041\\n"',
    '{"a": [1, true, {"b": null}], "c": "d"}',
    ' \r\n[1,\t2 ] ',
  ])('%s as JSON.parse gives it', (text) => {
    const tree = parseJson(text);
    expect(tree.faults).toEqual([]);
    expect(plain(tree.documents[0])).toEqual(JSON.parse(text));
  });

  test('a number keeps its spelling', () => {
    expect(textOf(entryOf(parseJson('{"v": 3.10}').documents[0], 'v')?.value)).toBe('3.10');
  });

  test('an empty text has no document', () => {
    expect(parseJson('').documents).toEqual([]);
  });
});

describe('places', () => {
  const text = '{ "a": [1, {"b": 2}], // c\n"d": "e" }';
  const root = parseJson(text, { jsonc: true }).documents[0];

  test.each([
    ['a', '[1, {"b": 2}]'],
    ['d', '"e"'],
  ])('%s', (name, expected) => {
    const value = entryOf(root, name)?.value;
    expect(text.slice(value?.start, value?.end)).toBe(expected);
  });

  test('the root', () => {
    expect([root?.start, root?.end]).toEqual([0, text.length]);
  });
});

describe('JSONC', () => {
  const text = '// one\n{"a": 1, /* two */ "b": [2,],}';

  test('has comments and trailing commas', () => {
    const tree = parseJson(text, { jsonc: true });
    expect(tree.faults).toEqual([]);
    expect(tree.comments.map((comment) => text.slice(comment.start, comment.end))).toEqual(['// one', '/* two */']);
    expect(plain(tree.documents[0])).toEqual({ a: 1, b: [2] });
  });

  test('is read as JSON with faults', () => {
    const tree = parseJson(text);
    expect(plain(tree.documents[0])).toEqual({ a: 1, b: [2] });
    expect(tree.faults.map((fault) => text.slice(fault.start, fault.end))).toEqual(['// one', '/* two */', ',', ',']);
  });
});

describe('faults', () => {
  test.each<[string, string, unknown, string[]]>([
    ['a missing comma', '{"a": 1 "b": 2}', { a: 1, b: 2 }, ['a comma is missing']],
    ['a missing colon', '{"a" 1}', { a: 1 }, ['a colon is missing']],
    ['a missing value', '{"a": , "b": 2}', { a: null, b: 2 }, ['the value is missing']],
    ['a missing brace', '{"a": [1, 2', { a: [1, 2] }, ['] is missing', '} is missing']],
    [
      'a wrong bracket',
      '{"a": [1, 2}, "b": 3',
      { a: [1, 2] },
      ['] is missing', 'a value is missing before this comma', 'text behind the end of the document'],
    ],
    ['a missing quote', '{"a": "x\n, "b": 1}', { a: 'x', b: 1 }, ['the closing quote is missing']],
    ['a bare key', '{a: 1}', { a: 1 }, ['a is no JSON value', 'a key is a text in double quotes']],
    ['a duplicate key', '{"a": 1, "a": 2}', { a: 2 }, ['duplicate key a']],
    ['a second document', '1 2', 1, ['text behind the end of the document']],
    ['a bracket too many', '[1]]', [1], ['nothing for ] to close']],
    ['a leading zero', '[01]', ['01'], ['01 is no JSON value']],
  ])('%s', (_, text, value, messages) => {
    const tree = parseJson(text);
    expect(plain(tree.documents[0])).toEqual(value);
    expect(tree.faults.map((fault) => fault.message).slice(0, messages.length)).toEqual(messages);
  });

  test.each([
    ['{"a": 1, "a": 2}', 'duplicate-key'],
    ['[1,]', 'only-jsonc'],
    ['1 // one', 'only-jsonc'],
    ['[1', undefined],
  ])('the kind of the fault in %s', (text, code) => {
    expect(parseJson(text).faults.map((fault) => fault.code)).toEqual([code]);
  });

  test('deep nesting is refused, and what stands before it is kept', () => {
    const tree = parseJson(`{"a": 1, "b": ${'['.repeat(100_000)}`);
    expect(tree.faults[0]?.message).toBe('nested deeper than 256');
    expect(entryOf(tree.documents[0], 'a')?.value).toMatchObject({ value: 1 });
  });
});
