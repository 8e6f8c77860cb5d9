import { describe, expect, test } from 'vitest';
import type { PathStep } from '../data-tree.ts';
import { applyEdits, type DataEdits, type DataValue } from '../edit.ts';
import { jsonEdits, parseJson } from '../json/index.ts';
import { parseToml, tomlEdits } from '../toml/index.ts';
import { parseYaml, yamlEdits } from '../yaml/index.ts';

type Edit = ['set', PathStep[], DataValue] | ['insert', PathStep[], number, DataValue] | ['remove', PathStep[]];

function edited(edits: DataEdits, parse: typeof parseYaml, text: string, edit: Edit): string | undefined {
  const tree = parse(text);
  const done =
    edit[0] === 'set'
      ? edits.set(tree, edit[1], edit[2])
      : edit[0] === 'insert'
        ? edits.insert(tree, edit[1], edit[2], edit[3])
        : edits.remove(tree, edit[1]);
  return done && applyEdits(text, done);
}

describe('YAML', () => {
  test.each<[string, Edit, string | undefined]>([
    ['a: 1 # why\nb: 2\n', ['set', ['a'], 5], 'a: 5 # why\nb: 2\n'],
    ['a: "x"\n', ['set', ['a'], 'y z'], 'a: "y z"\n'],
    ["a: 'x'\n", ['set', ['a'], "it's"], "a: 'it''s'\n"],
    ['a: x\n', ['set', ['a'], 'yes'], "a: 'yes'\n"],
    ['a: !Sub x\n', ['set', ['a'], 'w'], 'a: w\n'],
    ['a: &k x\nb: *k\n', ['set', ['a'], 'w'], 'a: &k w\nb: *k\n'],
    ['a:\r\nb: 2\r\n', ['set', ['a'], 1], 'a: 1\r\nb: 2\r\n'],
    ['a:\n  b: 1 # c\n# end\n', ['set', ['a', 'd'], [1, 'x']], 'a:\n  b: 1 # c\n  d:\n    - 1\n    - x\n# end\n'],
    ['a: {b: 1}\n', ['set', ['a', 'c'], { d: [] }], 'a: {b: 1, c: {d: []}}\n'],
    ['a: {}\n', ['set', ['a', 'c'], 1], 'a: {c: 1}\n'],
    ['a: |\n  x', ['set', ['b'], 1], 'a: |\n  x\nb: 1'],
    ['', ['set', ['a', 'b'], 1], 'a:\n  b: 1\n'],
    ['# head\n', ['set', ['a'], 1], '# head\na: 1\n'],
    ['a: 1\n', ['set', ['b', 'c'], 'x\ny\n'], 'a: 1\nb:\n  c: |\n    x\n    y\n'],
    ['a: 1 # one\nb: 2\n', ['set', ['a'], { c: 1 }], 'a: # one\n  c: 1\nb: 2\n'],
    ['a: # one\n  c: 1\n  d: 2\nb: 2\n', ['set', ['a'], 7], 'a: 7 # one\nb: 2\n'],
    ['a:\n- x\n- y # why\nb: 1\n', ['insert', ['a'], 1, 'new'], 'a:\n- x\n- new\n- y # why\nb: 1\n'],
    ['a: !Join\n  - x\n  - y\nb: 1\n', ['set', ['a'], 'w'], 'a: w\nb: 1\n'],
    ['- a # one\n# of b\n- b\n', ['insert', [], 1, 'c'], '- a # one\n- c\n# of b\n- b\n'],
    ['[\n  a, # one\n  # of b\n  b\n]\n', ['insert', [], 1, 'c'], '[\n  a, # one\n  c,\n  # of b\n  b\n]\n'],
    ['a:\n- x # why\n', ['insert', ['a'], 1, { b: 1, c: 2 }], 'a:\n- x # why\n- b: 1\n  c: 2\n'],
    ['a: [x]\n', ['insert', ['a'], 0, 'b, c'], "a: ['b, c', x]\n"],
    ['a: [\n  x, # why\n]\n', ['insert', ['a'], 1, 'w'], 'a: [\n  x, # why\n  w,\n]\n'],
    ['- - a\n  - b\n', ['insert', [0], 0, 'c'], '- - c\n  - a\n  - b\n'],
    ['a: 1\nb: # two\n  c: 1\n# three\nd: 4\n', ['remove', ['b']], 'a: 1\n# three\nd: 4\n'],
    ['- a: 1\n  b: 2\n', ['remove', [0, 'a']], '- b: 2\n'],
    ['a:\n  b: 1\nc: 2\n', ['remove', ['a', 'b']], 'a: {}\nc: 2\n'],
    ['a:\n  - x\n  - y\n', ['remove', ['a', 0]], 'a:\n  - y\n'],
    ['a: [x, y, z]\n', ['remove', ['a', 1]], 'a: [x, z]\n'],
    ['a: [x, y]\n', ['remove', ['a', 1]], 'a: [x]\n'],
    ['a: [ x ]\n', ['remove', ['a', 0]], 'a: []\n'],
    ['a: |\n  x\n  y\nb: 1\n', ['set', ['a'], 'p\nq\n'], 'a: |\n  p\n  q\nb: 1\n'],
    ['a: &k {b: 1}\nc: *k\n', ['set', ['c', 'b'], 1], undefined],
    ['a: &k 1\nb: *k\n', ['remove', ['a']], undefined],
    ['a: 1\n', ['set', ['a', 'b'], 1], undefined],
  ])('%j %j', (text, edit, expected) => {
    expect(edited(yamlEdits, parseYaml, text, edit)).toBe(expected);
  });

  test('another document', () => {
    const text = 'a: 1\n---\na: 2\n';
    const edits = yamlEdits.set(parseYaml(text), ['a'], 3, 1);
    expect(applyEdits(text, edits ?? [])).toBe('a: 1\n---\na: 3\n');
  });
});

const parseJsonc = (text: string) => parseJson(text, { jsonc: true });

describe('JSON', () => {
  test.each<[string, Edit, string | undefined]>([
    ['{"a": 1}', ['set', ['a'], 'x'], '{"a": "x"}'],
    ['{"a": 1}', ['set', ['b', 'c'], [1]], '{"a": 1, "b": {"c": [1]}}'],
    [
      '{\n    "a": 1 // one\n}\n',
      ['set', ['b'], { c: 1 }],
      '{\n    "a": 1, // one\n    "b": {\n        "c": 1\n    }\n}\n',
    ],
    ['{\r\n  "a": 1,\r\n}', ['set', ['b'], 2], '{\r\n  "a": 1,\r\n  "b": 2,\r\n}'],
    ['{}', ['set', ['a'], 1], '{"a": 1}'],
    ['{\n}', ['set', ['a'], 1], '{\n  "a": 1\n}'],
    ['[1, 2]', ['insert', [], 1, 9], '[1, 9, 2]'],
    ['[\n  1,\n  2\n]', ['insert', [], 2, { a: 1 }], '[\n  1,\n  2,\n  {\n    "a": 1\n  }\n]'],
    ['{\n  "a": 1, // one\n  "b": 2\n}', ['remove', ['a']], '{\n  "b": 2\n}'],
    ['{\n  "a": 1, // one\n  "b": 2\n}', ['remove', ['b']], '{\n  "a": 1 // one\n}'],
    ['[1, 2, 3]', ['remove', [2]], '[1, 2]'],
    ['[1]', ['remove', [1]], undefined],
  ])('%j %j', (text, edit, expected) => {
    expect(edited(jsonEdits, parseJsonc, text, edit)).toBe(expected);
  });
});

describe('TOML', () => {
  test.each<[string, Edit, string | undefined]>([
    ['a = 1 # one\n', ['set', ['a'], 'x'], 'a = "x" # one\n'],
    ["a = 'x'\n", ['set', ['a'], 'y'], "a = 'y'\n"],
    ['[p]\na = 1\n\n[q]\nb = 2\n', ['set', ['p', 'c'], true], '[p]\na = 1\nc = true\n\n[q]\nb = 2\n'],
    ['[p]\na = 1\n', ['set', ['tool', 'x', 'y'], [1]], '[p]\na = 1\n\n[tool.x]\ny = [1]\n'],
    ['[tool.a.b]\nc = 1\n', ['set', ['tool', 'a', 'd'], 2], '[tool.a]\nd = 2\n\n[tool.a.b]\nc = 1\n'],
    ['a = { b = 1 }\n', ['set', ['a', 'c d'], 2], 'a = { b = 1, "c d" = 2 }\n'],
    ['', ['set', ['a'], 1], 'a = 1\n'],
    ['[a]\nx = 1\n', ['set', ['k'], 1], 'k = 1\n\n[a]\nx = 1\n'],
    [
      'd = [\n    "a", # why\n    "b",\n]\n',
      ['insert', ['d'], 2, 'c'],
      'd = [\n    "a", # why\n    "b",\n    "c",\n]\n',
    ],
    ['d = ["a"]\n', ['insert', ['d'], 0, { x: 1 }], 'd = [{ x = 1 }, "a"]\n'],
    ['[[a]]\nx = 1\n[b]\n', ['insert', ['a'], 1, { x: 2 }], '[[a]]\nx = 1\n\n[[a]]\nx = 2\n[b]\n'],
    ['a = 1\nb = 2 # two\nc = 3\n', ['remove', ['b']], 'a = 1\nc = 3\n'],
    ['[a]\nx = 1\n\n[b]\ny = 2\n', ['remove', ['b']], '[a]\nx = 1\n'],
    ['a = { b = 1, c = 2 }\n', ['remove', ['a', 'b']], 'a = { c = 2 }\n'],
    ['a = 1\n', ['set', ['a'], null], undefined],
    ['a = 1\n', ['set', ['a', 'b'], 1], undefined],
  ])('%j %j', (text, edit, expected) => {
    expect(edited(tomlEdits, parseToml, text, edit)).toBe(expected);
  });
});
