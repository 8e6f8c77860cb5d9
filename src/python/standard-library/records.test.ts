import { expect, test } from 'vitest';
import { reveal, revealOne } from './testing/reveal.ts';

const imports = `
import copy, dataclasses, json, typing, weakref, threading
from collections import namedtuple
from dataclasses import dataclass, replace, asdict
from types import SimpleNamespace
from typing import NamedTuple, NewType, cast
P = namedtuple('P', 'x y')
Q = namedtuple('Q', ['x', 'y'], defaults=['d'])
R = NamedTuple('R', [('x', str), ('y', str)])
@dataclass
class D:
  a: str
  b: str = 'b'
class C:
  k = 'v'
`;

test.each([
  ["P('a', 'b').x", "'a'"],
  ["P('a', y='b').y", "'b'"],
  ["P('a', 'b')[1]", "'b'"],
  ["P('a', 'b')._replace(x='c').x", "'c'"],
  ["P('a', 'b')._asdict()", "{'x': 'a', 'y': 'b'}"],
  ["P._make(['a', 'b']).y", "'b'"],
  ['P._fields', "('x', 'y')"],
  ["P(*['a', 'b']).y", "'b'"],
  ["P(**{'x': 'a', 'y': 'b'}).y", "'b'"],
  ["Q('a').y", "'d'"],
  ["Q('a', 'b').y", "'b'"],
  ["R('a', 'b').y", "'b'"],
  ["SimpleNamespace(a='x').a", "'x'"],
  ["replace(D('x'), a='y').a", "'y'"],
  ["replace(D('x'), a='y').b", "'b'"],
  ["asdict(D('x'))['a']", "'x' | ?"],
  ["copy.deepcopy({'a': 1})", "{'a': 1}"],
  ["copy.copy(D('x')).a", "'x'"],
  ["cast(str, 'a')", "'a'"],
  ["cast('D', D('x')).a", "'x'"],
  ['cast(C, f()).k', "'v'"],
  ["NewType('N', str)('a')", "'a'"],
  ["weakref.ref(D('x'))().a", "'x'"],
  ["weakref.proxy(D('x')).a", "'x'"],
])('%s is %s', (expression, value) => {
  expect(revealOne(expression, imports)).toBe(value);
});

test('a named tuple is unpacked', () => {
  expect(reveal(`${imports}a, b = P('x', 'y')\nreveal(b)\nfor one in P('x', 'y'): reveal(one)`)).toEqual([
    "'y'",
    "'x' | 'y'",
  ]);
});

test.each([
  ['a namespace', "n = SimpleNamespace()\nn.a = 'x'\nreveal(n.a)"],
  ['a thread', "n = threading.local()\ndef f():\n  if not hasattr(n, 'a'): n.a = 'x'\n  reveal(n.a)"],
  ["Flask's g", "from flask import g\ndef f(): g.a = 'x'\ndef h(): reveal(g.a)"],
])('what is stored in %s', (_, code) => {
  expect(reveal(imports + code)).toEqual(["'x'"]);
});
