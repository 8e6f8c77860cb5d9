import { expect, test } from 'vitest';
import { reveal, revealOne } from './testing/reveal.ts';

const imports = `
import functools, operator, contextlib, os
from functools import partial, lru_cache, wraps, reduce
from asgiref.sync import sync_to_async
class C:
  k = 'v'
  def m(self, x, y=None): return x
def same(x, *rest, **named): return x
def second(x, y=None): return y
`;

test.each([
  ["partial(same, 'a')()", "'a'"],
  ["partial(second, 'a')('b')", "'b'"],
  ["partial(second, y='b')('a')", "'b'"],
  ["partial(second, y='b')('a', y='c')", "'c'"],
  ["partial(partial(second, 'a'), y='d')()", "'d'"],
  ["partial(second, 'a', y='b').keywords", "{'y': 'b'}"],
  ["partial(same, 'a').func('z')", "'z'"],
  ["lru_cache(maxsize=None)(same)('a')", "'a'"],
  ["functools.cache(same)('a')", "'a'"],
  ["wraps(second)(same)('a')", "'a'"],
  ["sync_to_async(same)('a')", "'a'"],
  ["sync_to_async(same, thread_sensitive=True)('a')", "'a'"],
  ["reduce(lambda a, b: b, ['x', 'y'], '')", "'' | 'x' | 'y'"],
  ["operator.itemgetter('a')({'a': 1})", '1'],
  ["operator.itemgetter('a', 'b')({'a': 1, 'b': 2})", '(1, 2)'],
  ["operator.attrgetter('k')(C())", "'v'"],
  ["operator.methodcaller('m', 'x')(C())", "'x'"],
  ["operator.methodcaller('upper')('a')", "'A'"],
])('%s is %s', (expression, value) => {
  expect(revealOne(expression, imports)).toBe(value);
});

test.each([
  ['partial', "partial(work, 'a', k='b')()"],
  ['reduce', "reduce(work, ['b'], 'a')"],
])('%s passes arguments on', (_, call) => {
  const [first, last] = reveal(`${imports}\ndef work(x, k):\n  reveal(x)\n  reveal(k)\n${call}\n`);
  expect(first).toContain("'a'");
  expect(last).toBe("'b'");
});

test.each([
  ['by its name', "p = partial(work, 'a')\ndef run(): p(k='b')"],
  ['where it stands', "partial(work, 'a')('b')"],
  ['by an executor', "ThreadPoolExecutor().submit(partial(work, 'a'), k='b')"],
  ['for each element', "ThreadPoolExecutor().map(partial(work, 'a'), ['b'])"],
  ['of an object', "class R:\n  def __init__(self): self.p = partial(work, 'a')\n  def go(self): self.p('b')"],
])('a partial that is called %s passes all arguments on', (_, code) => {
  const before = `${imports}\nfrom concurrent.futures import ThreadPoolExecutor\ndef work(x, k):\n  reveal(x)\n  reveal(k)\n`;
  expect(reveal(`${before}${code}\n`)).toEqual(["'a'", "'b'"]);
});

test('what is not bound yet is not known', () => {
  expect(reveal(`${imports}\ndef work(x, k):\n  reveal(k)\np = partial(work, 'a')\n`)).toEqual(['?']);
});

test.each([
  ['lru_cache', '@lru_cache'],
  ['lru_cache with arguments', '@lru_cache(maxsize=1)'],
  ['cache', '@functools.cache'],
  ['wraps', '@wraps(second)'],
  ['sync_to_async', '@sync_to_async'],
])('a function decorated with %s gives what it gives', (_, decorator) => {
  expect(reveal(`${imports}\n${decorator}\ndef f(): return 'a'\nreveal(f())`)).toEqual(["'a'"]);
});

test('cached properties stay properties', () => {
  const code = "class D:\n  @functools.cached_property\n  def p(self): return 'a'\nreveal(D().p)";
  expect(reveal(imports + code)).toEqual(["'a'"]);
});

test('a lazy object is what its function gives', () => {
  expect(revealOne("Proxy(lambda: {'a': 1})['a']", 'from lazy_object_proxy import Proxy')).toBe('1');
});
