import { describe, expect, test } from 'vitest';
import { reveal, revealOne } from '../testing/reveal.ts';

const imports = `
import itertools, collections, os
from collections import OrderedDict, defaultdict, ChainMap, deque
`;

describe('containers that are known are what Python makes of them', () => {
  test.each([
    ["{'a': 1}.get('a')", '1'],
    ["{'a': 1}.get('b')", 'None'],
    ["{'a': 1}.get('b', 2)", '2'],
    ["{'a': 1}.pop('a')", '1'],
    ["{'a': 1}.pop('b', None)", 'None'],
    ["{'a': 1}.setdefault('b', 3)", '3'],
    ["{'a': 1}.copy()", "{'a': 1}"],
    ["list({'a': 1, 'b': 2}.items())", "[('a', 1), ('b', 2)]"],
    ["list({'a': 1, 'b': 2}.keys())", "['a', 'b']"],
    ["list({'a': 1, 'b': 2}.values())", '[1, 2]'],
    ["list({'a': 1, 'b': 2})", "['a', 'b']"],
    ["{'a': 1}.update({'b': 2})", 'None'],
    ["['a'].append('b')", 'None'],
    ["['a', 'b'].pop()", "'b'"],
    ["['a', 'b'].pop(0)", "'a'"],
    ["['a', 'b'].copy()", "['a', 'b']"],
    ['dict(a=1, b=2)', "{'a': 1, 'b': 2}"],
    ["dict({'a': 1}, b=2)", "{'a': 1, 'b': 2}"],
    ["dict([('a', 1), ('b', 2)])", "{'a': 1, 'b': 2}"],
    ["dict(zip(['a', 'b'], [1, 2]))", "{'a': 1, 'b': 2}"],
    ["dict(**{'a': 1})", "{'a': 1}"],
    ['dict()', '{}'],
    ['dict[str, int](a=1)', "{'a': 1}"],
    ["str.upper('a')", "'A'"],
    ["list(map(str.strip, [' a ', 'b ']))", "['a', 'b']"],
    ["dict.get({'a': 1}, 'b', 2)", '2'],
    ["dict.fromkeys(['a', 'b'], 1)", "{'a': 1, 'b': 1}"],
    ["collections.OrderedDict([('a', 1)])['a']", '1'],
    ["collections.ChainMap({'a': 1}, {'a': 2, 'b': 3})['a']", '1'],
    ["collections.ChainMap({'a': 1}, {'a': 2, 'b': 3})['b']", '3'],
    ["collections.defaultdict(lambda: 'x')['k']", "'x'"],
    ["list(('a', 'b'))", "['a', 'b']"],
    ["tuple(['a', 'b'])", "('a', 'b')"],
    ['list()', '[]'],
    ['tuple()', '()'],
    ["sorted(['b', 'a'])", "['a', 'b']"],
    ['sorted([10, 9])', '[9, 10]'],
    ["list(reversed(['a', 'b']))", "['b', 'a']"],
    ["list(enumerate(['a', 'b'], 1))", "[(1, 'a'), (2, 'b')]"],
    ["list(zip('a b'.split(), [1, 2, 3]))", "[('a', 1), ('b', 2)]"],
    ['list(range(3))', '[0, 1, 2]'],
    ['list(range(5, 0, -2))', '[5, 3, 1]'],
    ["list(itertools.chain(['a'], ['b']))", "['a', 'b']"],
    ["list(itertools.chain.from_iterable([['a'], ['b']]))", "['a', 'b']"],
    ["next(iter(['a']))", "'a'"],
    ["max(['a'])", "'a'"],
    ["len(['a', 'b'])", '2'],
    ["len('abc')", '3'],
    ["getattr('abc', 'upper')()", "'ABC'"],
    ['(lambda *a: a)(*map(str, [1]))[0]', "'1'"],
  ])('%s is %s', (expression, value) => {
    expect(revealOne(expression, imports).replace('~', '')).toBe(value);
  });
});

describe('conversions are what Python makes of them', () => {
  test.each([
    ['str(12)', "'12'"],
    ['str(None)', "'None'"],
    ['str(True)', "'True'"],
    ['str(0.5)', "'0.5'"],
    ["str(b'a', 'utf-8')", "'a'"],
    ['str()', "''"],
    ["int('12')", '12'],
    ["int(' 1_000 ')", '1000'],
    ['int(3.9)', '3'],
    ['int(-3.9)', '-3'],
    ['int()', '0'],
    ["float('2.5')", '2.5'],
    ["bool('')", 'False'],
    ["bool('a')", 'True'],
    ["bytes('a', 'utf-8')", "b'a'"],
    ["int('12') + 1", '13'],
  ])('%s is %s', (expression, value) => {
    expect(revealOne(expression, imports)).toBe(value);
  });
});

describe('containers that are known in part', () => {
  test.each([
    ["{k: 'x' for k in ks}.get('a', 'd')", "'x' | 'd'"],
    ["{'a': 1, 'b': 2}.get(k)", '1 | 2 | None'],
    ["{'a': 1, 'b': 2}[k]", '1 | 2'],
    ["sorted(x for x in ['b', 'a'])", "~['b' | 'a']"],
    ["sorted(['b', 'a'], key=len)", "~['b', 'a']"],
    ["list(filter(None, ['a', 'b']))", "~['a', 'b']"],
    ['list(map(str, (x for x in [1, 2])))', "~['1' | '2']"],
    ["defaultdict(str, {'a': 'b'}).get('a')", "'b' | ''"],
    ["{'a', 'b'}.union({'c'})", "~{'a', 'b', 'c'}"],
    ["min('a', 'b')", "'a' | 'b'"],
    ["next((x for x in ['a']), None)", "'a' | None"],
    ["list(itertools.islice(['a', 'b'], 1))", "~['a', 'b']"],
    ["list(itertools.product(['a'], ['b']))", "~[('a', 'b')]"],
    ['list(range(n))', '~[?]'],
    ["list(open('f'))", '~[builtins.open()[]]'],
    ["dict(os.environ)['A']", '$A'],
    ["int(os.environ.get('A', '5'))", '$A|5'],
    ["str(os.environ['A'])", '$A'],
    ["bool(os.environ['A'])", '?'],
    ['str(10 ** 30)', '?'],
    ["int('a')", '?'],
    ["str(b'a')", '?'],
    ['dict([(k, 1)])', '{**?}'],
    ["defaultdict(lambda: 'x', a='y')['a']", "'y' | 'x'"],
  ])('%s is %s', (expression, value) => {
    expect(revealOne(expression, imports)).toBe(value);
  });
});

test('loops bind what functions of sequences give', () => {
  const code = `
for i, (k, v) in enumerate({'a': 1, 'b': 2}.items()):
  reveal(k)
  reveal(v)
for key, group in itertools.groupby(['x', 'y']):
  for one in group:
    reveal(one)
for a, b in itertools.zip_longest(['p'], ['q']):
  reveal(a)
`;
  expect(reveal(imports + code)).toEqual(["'a' | 'b'", '1 | 2', "'x' | 'y'", "'p' | None"]);
});

test.each([
  ['map', "list(map(work, ['a']))"],
  ['filter', "filter(work, ['a'])"],
  ['sorted', "sorted(['a'], key=work)"],
  ['sort', "xs = ['a']\nxs.sort(key=work)"],
  ['max', "max(['a'], key=work)"],
  ['starmap', "itertools.starmap(work, [('a',)])"],
])('%s calls its function with elements', (_, call) => {
  expect(reveal(`${imports}\ndef work(x): reveal(x)\n${call}\n`)).toEqual(["'a'"]);
});

test('an attribute by its name', () => {
  const code = `
class C:
  region = 'r'
  def m(self): return 'm'
reveal(getattr(C(), 'm')())
reveal(getattr(C(), 'region', 'd'))
reveal(getattr(C(), 'other', 'd'))
reveal(type(C()).region)
reveal(vars(C())['region'])
`;
  expect(reveal(code)).toEqual(["'m'", "'r'", "? | 'd'", "'r'", "'r'"]);
});

test('what a class makes of str()', () => {
  expect(revealOne('str(C())', "class C:\n  def __str__(self): return 'c'")).toBe("'c'");
});

test('annotations and bases keep the names of builtins', () => {
  const code =
    'class C:\n  k = 1\ndef f(xs: list[C], d: dict[str, C]):\n  for x in xs: reveal(x.k)\n  reveal(d["a"].k)';
  expect(reveal(code)).toEqual(['1', '1']);
});

test.each([
  ['keys that are objects', "class C:\n  k = 'x'\nd = {}\nd[C()] = 1\nfor one in d: reveal(one.k)", "'x'"],
  ['dict()', "d = dict()\nd['a'] = 'x'\nreveal(d['a'])", "'x'"],
  ['a dict of entries', "d = dict(b='y')\nd['a'] = 'x'\nreveal(d)", "{'b': 'y', 'a': 'x'}"],
  ['update', "d = OrderedDict()\nd.update({'a': 'x'})\nreveal(d.get('a'))", "'x'"],
  ['setdefault', "d = dict()\ndef f(): d.setdefault('a', 'x')\nreveal(d['a'])", "'x'"],
  ['a queue', "import queue\nq = queue.Queue(9)\nq.put('x')\nreveal(q.get(timeout=1))", "'x'"],
  [
    'a queue of asyncio',
    "import asyncio\nq = asyncio.Queue()\nasync def f():\n  await q.put('x')\n  reveal(await q.get())",
    "'x'",
  ],
  ['list()', "xs = list()\nxs.append('x')\nfor one in xs: reveal(one)", "'x'"],
  ['deque', "xs = deque()\nxs.append('x')\nreveal(xs.popleft())", "'x'"],
  ['set()', "xs = set()\nxs.add('x')\nreveal(sorted(xs))", "~['x']"],
  [
    'a dictionary of an object',
    "class C:\n  def __init__(self): self.d = dict()\n  def put(self): self.d['a'] = 'x'\nreveal(C().d['a'])",
    "'x'",
  ],
  [
    'what a function makes',
    "def make(): return {'a': 'x'}\nd = make()\nd['b'] = 'y'\nreveal(d)",
    "{'a': 'x', 'b': 'y'}",
  ],
])('what is put into %s later', (_, code, value) => {
  expect(reveal(imports + code)).toEqual([value]);
});
