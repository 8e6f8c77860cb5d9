import { describe, expect, test } from 'vitest';
import type { DataNode, DataTree } from '../data-tree.ts';
import { at, entryOf, textOf } from '../navigate.ts';
import { parseYaml } from './index.ts';

/** What a tree stands for, tags dropped, aliases followed (no test has a circle of them). */
function plain(node: DataNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'alias') return node.target === null ? 'missing' : plain(node.target);
  if (node.kind === 'sequence') return node.items.map(plain);
  return Object.fromEntries(node.entries.map((entry) => [textOf(entry.key) ?? '', plain(entry.value)]));
}

const slice = (tree: DataTree, node: { start: number; end: number } | undefined) =>
  node && tree.text.slice(node.start, node.end);

describe('values', () => {
  test.each<[string, unknown]>([
    ['', undefined],
    ['# only a comment\n', undefined],
    ['a', 'a'],
    ['a: 1\nb: [x, "y", \'z\']\n', { a: 1, b: ['x', 'y', 'z'] }],
    ['a:\n  - b: 1\n    c: 2\n  -\n  - - d\n', { a: [{ b: 1, c: 2 }, null, ['d']] }],
    ['a: |\n  x\n  y\nb: >-\n  p\n  q\n', { a: 'x\ny\n', b: 'p q' }],
    [
      'v: 3.10\non: yes\nt: true\nn: ~\nh: 0x1F\no: 0o17\nd: 2012-10-17\n',
      { v: 3.1, on: 'yes', t: true, n: null, h: 31, o: 15, d: '2012-10-17' },
    ],
    ['a: !!str 12\nb: !!int "12"\nc: !Ref 12\n', { a: '12', b: 12, c: '12' }],
    ['{a: b, c, ? d : e, "f": [g: h]}', { a: 'b', c: null, d: 'e', f: [{ g: 'h' }] }],
    ['? a\n? b\n: c\n', { a: null, b: 'c' }],
    ['base: &b {x: 1}\nuse:\n  <<: *b\n  y: 2\n', { base: { x: 1 }, use: { '<<': { x: 1 }, y: 2 } }],
    ['\uFEFFa: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
    ['s: "a\\n\\u0041"\n', { s: 'a\nA' }],
  ])('%j', (text, expected) => {
    const tree = parseYaml(text);
    expect(tree.faults).toEqual([]);
    expect(plain(tree.documents[0])).toEqual(expected);
  });
});

describe('places', () => {
  const text = [
    'key: !Sub "a ${B}" # why',
    'list: &anchor',
    '  - one',
    '  - !GetAtt x.Arn',
    'text: | # note',
    '  line',
    '',
    'flow: { a: [1, 2], }',
    'empty:',
    'again: *anchor',
    '# last',
  ].join('\n');
  const tree = parseYaml(text);
  const root = tree.documents[0];

  test.each<[string, string | number, string]>([
    ['a tagged and quoted scalar', 'key', '!Sub "a ${B}"'],
    ['a block sequence with its anchor', 'list', '&anchor\n  - one\n  - !GetAtt x.Arn'],
    ['a block scalar from its header to its last line', 'text', '| # note\n  line'],
    ['a flow mapping with a trailing comma', 'flow', '{ a: [1, 2], }'],
    ['a value that is not written', 'empty', ''],
    ['an alias', 'again', '*anchor'],
  ])('%s', (_, key, expected) => {
    expect(slice(tree, entryOf(root, String(key))?.value)).toBe(expected);
  });

  test('a value that is not written lies behind its colon', () => {
    expect(tree.lines.position(at(root, 'empty')?.start ?? 0)).toEqual({ line: 9, column: 7 });
  });

  test('tags are kept as written', () => {
    expect([at(root, 'key')?.tag, at(root, 'list', 1)?.tag]).toEqual(['!Sub', '!GetAtt']);
  });

  test('comments, but not what looks like one in a scalar', () => {
    expect(tree.comments.map((comment) => slice(tree, comment))).toEqual(['# why', '# note', '# last']);
    const none = parseYaml('a: "x # y"\nb: |\n  # shell\n  cmd#2\nc: d#e\n');
    expect(none.comments).toEqual([]);
  });
});

describe('anchors', () => {
  test('an alias shares its node', () => {
    const root = parseYaml('a: &x [1]\nb: *x\n').documents[0];
    const alias = entryOf(root, 'b')?.value;
    expect(alias?.kind === 'alias' && alias.target).toBe(entryOf(root, 'a')?.value);
  });

  test('merge keys are followed by entryOf', () => {
    const root = parseYaml('a: &x {k: 1}\nb:\n  <<: *x\n').documents[0];
    expect(textOf(at(root, 'b', 'k'))).toBe('1');
  });

  test('an anchor does not reach into the next document', () => {
    const tree = parseYaml('a: &x 1\n---\nb: *x\n');
    expect(tree.faults.map((fault) => fault.message)).toEqual(['no anchor x before this alias']);
  });

  test('a node may hold itself', () => {
    const tree = parseYaml('&x [*x]');
    const alias = at(tree.documents[0], 0);
    expect(at(tree.documents[0], 0, 0, 0)?.kind).toBe('alias');
    expect(alias?.kind).toBe('alias');
  });
});

describe('faults', () => {
  test.each<[string, string, unknown[], [number, number][]]>([
    ['an unclosed bracket', 'a: 1\nb: [x\nc: 3\nd: 4\n', [{ a: 1, c: 3, d: 4 }], [[3, 1]]],
    ['an unclosed quote', 'a: 1\nb: "x\nc: 3\n', [{ a: 1, c: 3 }], [[3, 1]]],
    ['a colon too many', 'a: 1\nb: c: d\ne:\n  f: 1\n', [{ a: 1, e: { f: 1 } }], [[2, 5]]],
    ['a tab as indentation', 'a:\n  b: 1\n\tc: 2\nd: 3\n', [{ a: { b: 1 }, d: 3 }], [[3, 1]]],
    [
      'a template control line',
      'a: 1\n{{- if x }}\nb: 2\n{{- end }}\nc: 3\n',
      [{ a: 1, b: 2, c: 3 }],
      [
        [2, 3],
        [4, 3],
      ],
    ],
    ['another document', 'a: [\n---\nb: 1\n', [{ b: 1 }], [[2, 1]]],
    ['a duplicate key', 'a: 1\na: 2\n', [{ a: 2 }], [[2, 1]]],
    ['binary', 'a: 1\n\0', [], [[2, 1]]],
  ])('%s', (_, text, documents, places) => {
    const tree = parseYaml(text);
    expect(tree.documents.map(plain)).toEqual(documents);
    const found = tree.faults.map((fault) => tree.lines.position(fault.start));
    expect(found.map(({ line, column }) => [line, column])).toEqual(places);
  });

  test('a duplicate key is told from faults that lose something', () => {
    const { faults } = parseYaml('a: 1\na: {b: 1, b: 2}\nc: d: e\n');
    expect(faults.map(({ code }) => code).sort()).toEqual(['duplicate-key', 'duplicate-key', undefined]);
  });

  test('a closing bracket below its key is read as libyaml reads it', () => {
    const tree = parseYaml('a:\n  b: [\n    x, # first\n    y\n  ]\n  c: "p\n  q"\nd: 1\n');
    expect(tree.faults).toEqual([]);
    expect(plain(tree.documents[0])).toEqual({ a: { b: ['x', 'y'], c: 'p q' }, d: 1 });
  });
});
