import { describe, expect, test } from 'vitest';
import type { DataNode } from '../data-tree.ts';
import { applyEdits } from '../edit.ts';
import { at, textOf } from '../navigate.ts';
import { iniEdits, parseIni } from './index.ts';

function plain(node: DataNode | undefined): unknown {
  if (node?.kind === 'scalar') return node.value;
  if (node?.kind !== 'mapping') return undefined;
  return Object.fromEntries(node.entries.map((entry) => [textOf(entry.key) ?? '', plain(entry.value)]));
}

describe('reading', () => {
  test.each<[string, unknown]>([
    ['', undefined],
    ['[a]\nx = 1\ny: two words ; kept\n', { a: { x: '1', y: 'two words ; kept' } }],
    ['[a]\nx =\n  one\n  # c\n\n  two = 2\n[b]\n', { a: { x: '\none\n\ntwo = 2' }, b: {} }],
    ['k=1\n[a b]\nflag\n', { k: '1', 'a b': { flag: null } }],
    [
      '[options.extras_require]\r\ntest =\r\n\tpytest>=7; python_version > "3"\r\n',
      { 'options.extras_require': { test: '\npytest>=7; python_version > "3"' } },
    ],
  ])('%j', (text, expected) => {
    const tree = parseIni(text);
    expect(plain(tree.documents[0])).toEqual(expected);
    expect(tree.faults).toEqual([]);
  });

  test('places', () => {
    const text = '; c\n[a]\nx = 1\ny =\n  p\n  q\n[b]\n';
    const tree = parseIni(text);
    const cut = (node: { start: number; end: number } | undefined) => node && text.slice(node.start, node.end);
    expect(cut(at(tree.documents[0], 'a'))).toBe('[a]\nx = 1\ny =\n  p\n  q');
    expect(cut(at(tree.documents[0], 'a', 'x'))).toBe('1');
    expect(cut(at(tree.documents[0], 'a', 'y'))).toBe('\n  p\n  q');
    expect(tree.comments.map(cut)).toEqual(['; c']);
  });

  test.each([
    ['[a\nx=1\n', '] is missing'],
    ['[a]\n= 1\n', 'neither a section nor a key'],
    ['[a]\nx=1\nx=2\n', 'duplicate key x'],
    ['[a]\n[a]\n', 'duplicate section a'],
  ])('%j is faulty', (text, message) => {
    expect(parseIni(text).faults.map((fault) => fault.message)).toEqual([message]);
  });
});

describe('edits', () => {
  const text = '[a]\nx=1\n; note\ny = p\n\n[b]\nz = 3\n';

  test.each<[string[], string, string | undefined]>([
    [['a', 'x'], '2', text.replace('x=1', 'x=2')],
    [['a', 'new'], 'v', text.replace('y = p\n', 'y = p\nnew = v\n')],
    [['c', 'k'], 'v', `${text}\n[c]\nk = v\n`],
    [['a'], 'v', undefined],
  ])('set %j', (path, value, expected) => {
    const edits = iniEdits.set(parseIni(text), path, value);
    expect(edits && applyEdits(text, edits)).toBe(expected);
  });

  test('remove', () => {
    expect(applyEdits(text, iniEdits.remove(parseIni(text), ['a', 'y']) ?? [])).toBe(text.replace('y = p\n', ''));
  });
});
