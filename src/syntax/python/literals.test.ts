import { describe, expect, it } from 'vitest';
import {
  bytesValue,
  integerValue,
  Kind,
  NONE,
  type Node,
  numberValue,
  parseModule,
  stringValue,
  type Tree,
} from './index.ts';

const parse = (text: string): Tree => parseModule(new TextEncoder().encode(text));

/** The value of the first expression statement. */
const value = (tree: Tree): Node => tree.firstChild(tree.firstChild(tree.root));

describe('string values', () => {
  it.each([
    [`'a\\n\\t\\\\\\'"'`, 'a\n\t\\\'"'],
    [`'\\x41\\u00e9\\U0001F600\\101\\0'`, 'Aé😀A\0'],
    [
      `'\\q\\
b'`,
      '\\qb',
    ],
    [`r'\\n\\''`, "\\n\\'"],
    [`"""a\r\nb\rc"""`, 'a\nb\nc'],
    [
      `('a' "b"  # comment
      '''c''')`,
      'abc',
    ],
    [`u'é'`, 'é'],
    [`'\\N{BULLET}x'`, '\uFFFDx'],
    [`''`, ''],
    [`'\\ud800'`, '\ud800'],
  ])('%s', (text, expected) => {
    const tree = parse(text);
    expect(tree.errors).toEqual([]);
    expect(stringValue(tree, value(tree))).toBe(expected);
  });

  it('gives the text of an f-string piece by piece', () => {
    const tree = parse(`f'a{{b}}\\n{x}c' rf'\\n{y}'`);
    const texts: (string | undefined)[] = [];
    for (let node = 1 as Node; node < tree.count; node++) {
      if (tree.kind(node) === Kind.FormattedText) texts.push(stringValue(tree, node));
    }
    expect(texts).toEqual(['a{b}\n', 'c', '\\n']);
    expect(stringValue(tree, value(tree))).toBeUndefined();
  });

  it('gives bytes as code units', () => {
    const tree = parse(String.raw`b'\xff\u0041' rb'\n'`);
    expect(bytesValue(tree, value(tree))).toBe('\xff\\u0041\\n');
    expect(stringValue(tree, value(tree))).toBeUndefined();
  });
});

describe('numbers', () => {
  it.each([
    ['1_000', 1000n],
    ['0xFF_ff', 65535n],
    ['0o17', 15n],
    ['0b1_01', 5n],
    ['00', 0n],
    ['123456789012345678901234567890', 123456789012345678901234567890n],
  ])('%s', (text, expected) => {
    const tree = parse(text);
    expect(tree.kind(value(tree))).toBe(Kind.Integer);
    expect(integerValue(tree, value(tree))).toBe(expected);
  });

  it.each([
    ['1_0.5', Kind.Float, 10.5],
    ['.5e-1', Kind.Float, 0.05],
    ['1.', Kind.Float, 1],
    ['1e400', Kind.Float, Infinity],
    ['2.5J', Kind.Imaginary, 2.5],
  ])('%s', (text, kind, expected) => {
    const tree = parse(text);
    expect(tree.kind(value(tree))).toBe(kind);
    expect(numberValue(tree, value(tree))).toBe(expected);
  });
});

it('gives no node for a part that is missing', () => {
  const tree = parse('return');
  expect(tree.firstChild(tree.firstChild(tree.root))).toBe(NONE);
});
