import { describe, expect, test } from 'vitest';
import { readModule } from './read-module.ts';

const read = (text: string): ReturnType<typeof readModule> => readModule(new TextEncoder().encode(text));
const bound = (text: string): string[] => [...read(text).bindings.keys()].sort();

describe('names that a module binds', () => {
  test.for([
    ['def a(): ...', ['a']],
    ['async def a(): ...', ['a']],
    ['class A: ...', ['A']],
    ['a = b = 1', ['a', 'b']],
    ['a, (b, *c) = [d]', ['a', 'b', 'c']],
    ['[a, b] = c', ['a', 'b']],
    ['a += 1', ['a']],
    ['a: int = 1', ['a']],
    ['a: int', []],
    ['a.b = c', []],
    ['a[0] = c', []],
    ['for a, b in c: ...', ['a', 'b']],
    ['with f() as a, g() as (b, c): ...', ['a', 'b', 'c']],
    ['(a := 1)', ['a']],
    ['import a', ['a']],
    ['import a.b.c', ['a']],
    ['import a.b as c', ['c']],
    ['from a import b, c as d', ['b', 'd']],
    ['if x:\n  a = 1\nelse:\n  b = 2', ['a', 'b']],
    ['try:\n  a = 1\nexcept E:\n  b = 2\nfinally:\n  c = 3', ['a', 'b', 'c']],
    ['while x:\n  a = 1', ['a']],
    ['match x:\n  case [a, {"k": b}]: ...', ['a', 'b']],
    ['def f():\n  global a\n  a = 1', ['a', 'f']],
    ['def f():\n  a = 1', ['f']],
    ['class A:\n  b = 1', ['A']],
    ['f(lambda a: a)', []],
    ['x == a', []],
  ] as const)('%j', ([text, names]) => expect(bound(text)).toEqual(names));
});

test('a binding has the place of its name', () => {
  expect(read('x = 1\nasync def handler(): ...\n').bindings.get('handler')).toEqual({
    line: 2,
    column: 11,
    endLine: 2,
    endColumn: 18,
  });
});

test('columns count UTF-16 units', () => {
  expect(read('"𝒳é"; a = 1').bindings.get('a')).toMatchObject({ line: 1, column: 8 });
});

describe('modules that may bind more', () => {
  test.for([
    ['from a import *', 'it runs “from a import *”'],
    ['globals()["a"] = 1', 'it uses globals()'],
    ['exec(code)', 'it uses exec()'],
    ['def __getattr__(name): ...', 'it defines __getattr__'],
  ] as const)('%s', ([text, open]) => expect(read(text).open).toBe(open));

  test.for(['def f():\n  exec(code)', 'a = 1', 'from a import b'])('not %j', (text) =>
    expect(read(text).open).toBeNull(),
  );
});

test('a syntax error costs its statement, not the module', () => {
  const { bindings, faults } = read('a = 1\nprint "b"\nc = (\ndef d(): ...\n');
  expect([...bindings.keys()]).toEqual(expect.arrayContaining(['a', 'd']));
  expect(faults[0]).toMatchObject({ range: { line: 2 } });
});
