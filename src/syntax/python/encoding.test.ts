import { describe, expect, it } from 'vitest';
import { decodeSource } from './encoding.ts';
import { parseModule, stringValue } from './index.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const first = (source: Uint8Array): string | undefined => {
  const tree = parseModule(source);
  return stringValue(tree, tree.firstChild(tree.firstChild(tree.root)));
};

describe('encodings', () => {
  it.each([
    ['# coding: latin-1\n"\xe9"', 'é'],
    ['# -*- coding: iso-8859-15 -*-\n"\xa4"', '€'],
    ['#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n"\x80"', '€'],
    ['# coding: koi8-r\n"\xc1"', 'а'],
    ['# coding: eucjp\n"\xa4\xa2"', 'あ'],
    ['# coding: Latin_1\n"\x80"', '\x80'],
    ['# coding=utf-8\n"\xc3\xa9"', 'é'],
    ['\xef\xbb\xbf"\xc3\xa9"', 'é'],
    ['\n\n# coding: latin-1\n"\xc3\xa9"', 'é'],
  ])('%j', (text, expected) => {
    expect(parseModule(bytes(text)).errors).toEqual([]);
    expect(first(bytes(text))).toBe(expected);
  });

  it.each([
    ['# coding: nothing\n'],
    ['# coding: utf.8\n'],
    ['\xef\xbb\xbf# coding: latin-1\n'],
    ['\xef\xbb\xbf# coding: utf8\n'],
    ['# coding: ascii\n"\xe9"'],
    ['"\xe9"'],
    ['\xe9 = 1'],
  ])('refuses %j', (text) => {
    expect(parseModule(bytes(text)).errors.length).toBeGreaterThan(0);
  });

  it('lets bytes that are not UTF-8 pass in a comment, as Python did until 3.14', () => {
    const tree = parseModule(bytes('x = 1  # \xe9\n'));
    expect(tree.errors).toEqual([]);
    expect(tree.refusedFrom).toEqual([3, 14]);
  });

  it('does not copy what is UTF-8', () => {
    const source = bytes('x = 1\n');
    expect(decodeSource(source).source).toBe(source);
  });

  it('leaves the byte order mark out of columns', () => {
    const tree = parseModule(bytes('\xef\xbb\xbfx = 1\n'));
    expect(tree.lineColumn(tree.start(tree.firstChild(tree.root)))).toEqual({ line: 1, column: 1 });
  });
});

it('normalises identifiers', () => {
  const tree = parseModule(new TextEncoder().encode('ﬁ = fi\n'));
  const assignment = tree.firstChild(tree.root);
  const target = tree.firstChild(assignment);
  expect(tree.name(target)).toBe(tree.name(tree.nextSibling(target)));
});
