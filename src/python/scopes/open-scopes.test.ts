import { describe, expect, test } from 'vitest';
import { Kind, type Node, parseModule, processNames, type Tree } from '../../syntax/python/index.ts';
import { openScopes } from './open-scopes.ts';
import type { Scope } from './scopes.ts';

const open = (text: string) => {
  const tree = parseModule(Buffer.from(text.replaceAll('|', '\n')));
  return { tree, scopes: openScopes(tree) };
};

/** The argument of the call of `use`. */
function usedIn(tree: Tree): Node {
  for (let node = 1 as Node; node < tree.count; node++) {
    const callee = tree.firstChild(node);
    if (tree.kind(node) === Kind.Call && tree.nameText(callee) === 'use') return tree.nextSibling(callee);
  }
  throw new Error('no use');
}

/** `module`, or the kind of a scope and the line on which it starts. */
const label = (tree: Tree, scope: Scope | undefined): string => {
  if (scope === undefined || scope.kind === 'module') return scope?.kind ?? 'nowhere';
  return `${scope.kind} ${tree.lineColumn(tree.start(scope.node)).line}`;
};

const shown = (scope: Scope): string =>
  [...scope.bindings]
    .map(([name, all]) => `${processNames.text(name)}:${all.map(({ kind }) => kind).join('+')}`)
    .join(' ');

describe('what a module binds', () => {
  test.each<[string, string]>([
    ['a = b = 1', 'a:assignment b:assignment'],
    ['a, (b, [c, *d]) = e', 'a:assignment b:assignment c:assignment d:assignment'],
    ['a.b = c[d] = 1', ''],
    ['a: int|b: int = 1', 'a:annotated b:annotated'],
    ['(a): int|(b): int = 1', 'b:annotated'],
    ['a += 1', 'a:augmented'],
    ['for a, b in c: d = 1|else: e = 1', 'a:for b:for d:assignment e:assignment'],
    ['with a as b, c as (d, e): f = 1', 'b:with d:with e:with f:assignment'],
    ['import a, b.c, d.e as f', 'a:import b:import f:import'],
    ['from a import b, c as d', 'b:import-from d:import-from'],
    ['from a import *', ''],
    ['def f(a): b = 1', 'f:function'],
    ['class C(A): b = 1', 'C:class'],
    [
      'try: a = 1|except E as b: c = 1|else: d = 1|finally: e = 1',
      'a:assignment b:exception c:assignment d:assignment e:assignment',
    ],
    ['f((a := 1), [b := c for c in d])', 'a:named b:named'],
    [
      'match a:| case [b, *c]: pass| case {"k": b, **c}: pass| case D(e, f=g) as h: i = 1',
      'b:pattern+pattern c:pattern+pattern e:pattern g:pattern h:pattern i:assignment',
    ],
    ['del a', 'a:delete'],
    ['type A[T] = list[T]', 'A:type-alias'],
    ['if a: b = 1|elif c: b = 2|else: b = 3', 'b:assignment+assignment+assignment'],
    ['def f():|  global a|  a = 1|a = 2', 'f:function a:assignment+assignment'],
    ['class C:|  global a|  a = 1', 'C:class a:assignment'],
    ['def f():|  def g():|    global a|    import a', 'f:function a:import'],
  ])('%s', (text, expected) => {
    const { tree, scopes } = open(text);
    expect(tree.errors).toEqual([]);
    expect(shown(scopes.module)).toBe(expected);
  });

  test('star imports are kept apart', () => {
    const { scopes } = open('from a import *|if b:|  from c import *|def f(): pass');
    expect(scopes.module.stars).toHaveLength(2);
  });

  test('bindings by other scopes stand in their place, with the scope in which they are', () => {
    const { scopes } = open('a = 1|def f():|  global a|  a = 2|a = 3');
    const all = scopes.module.bindings.get(processNames.idOf('a'));
    expect(all?.map(({ from }) => from.kind)).toEqual(['module', 'function', 'module']);
  });

  test('the parts of a broken statement are read', () => {
    expect(shown(open('if (:|  a = 1|b = 2').scopes.module)).toContain('b:assignment');
  });
});

describe('what other scopes bind', () => {
  test.each<[string, string, string]>([
    [
      'a function',
      'def f(a, /, b=1, *c, d, **e):|  g = 1',
      'a:parameter b:parameter c:parameter d:parameter e:parameter g:assignment',
    ],
    ['a lambda', 'lambda a, *b: (c := a)', 'a:parameter b:parameter c:named'],
    ['a class', 'class C:|  a = 1|  def f(self): b = 1', 'a:assignment f:function'],
    ['type parameters', 'def f[T, *U, **V](a): pass', 'T:type-parameter U:type-parameter V:type-parameter a:parameter'],
    ['a comprehension', '[a for a, b in c for d in (e := a)]', 'a:comprehension b:comprehension d:comprehension'],
    ['global is not its own', 'def f():|  global a|  a = b = 1', 'b:assignment'],
    [
      'nonlocal is its outer one',
      'def f():|  a = 1|  def g():|    nonlocal a|    a = 2',
      'a:assignment+assignment g:function',
    ],
  ])('%s', (_, text, expected) => {
    const { tree, scopes } = open(text);
    let outermost = tree.firstChild(tree.root);
    if (tree.kind(outermost) === Kind.ExpressionStatement) outermost = tree.firstChild(outermost);
    expect(shown(scopes.of(outermost))).toBe(expected);
  });
});

describe('the scope in which the x of use(x) is evaluated, and that in which it lives', () => {
  test.each<[string, string, string, string]>([
    ['a module', 'x = 1|use(x)', 'module', 'module'],
    ['a function', 'x = 1|def f():|  use(x)', 'function 2', 'module'],
    ['a local', 'def f():|  x = 1|  use(x)', 'function 1', 'function 1'],
    ['a closure', 'def f():|  x = 1|  def g():|    use(x)', 'function 3', 'function 1'],
    ['a class body', 'class C:|  x = 1|  use(x)', 'class 1', 'class 1'],
    ['a method does not see its class', 'x = 0|class C:|  x = 1|  def f(self):|    use(x)', 'function 4', 'module'],
    [
      'a comprehension in a class does not either',
      'class C:|  x = 1|  [use(x) for a in b]',
      'comprehension 3',
      'nowhere',
    ],
    ['but its first iterable does', 'class C:|  x = 1|  [a for a in use(x)]', 'class 1', 'class 1'],
    ['the second iterable', 'def f(x):|  [a for a in b for c in use(x)]', 'comprehension 2', 'function 1'],
    ['a lambda in the first iterable', '[a for a in f(lambda x: use(x))]', 'function 1', 'function 1'],
    ['a named expression in a comprehension', 'def f():|  [(x := 1) for a in b]|  use(x)', 'function 1', 'function 1'],
    ['a default', 'x = 1|def f(a=use(x)):|  x = 2', 'module', 'module'],
    ['an annotation', 'def f(a: use(x)): x = 1', 'module', 'nowhere'],
    ['the result', 'def f() -> use(x): x = 1', 'module', 'nowhere'],
    ['a decorator', '@use(x)|def f(): x = 1', 'module', 'nowhere'],
    ['a base', 'class C(use(x)): x = 1', 'module', 'nowhere'],
    ['a default of a lambda', 'lambda a=use(x): a', 'module', 'nowhere'],
    ['a parameter', 'def f(x): use(x)', 'function 1', 'function 1'],
    ['global', 'x = 0|def f():|  x = 1|  def g():|    global x|    use(x)', 'function 4', 'module'],
    ['global of a name that nobody binds', 'def f():|  global x|  use(x)', 'function 1', 'nowhere'],
    ['nonlocal', 'def f():|  x = 1|  def g():|    nonlocal x|    use(x)', 'function 3', 'function 1'],
    ['global around it', 'def f():|  global x|  x = 1|  def g():|    use(x)', 'function 4', 'module'],
    ['a type parameter of a class', 'class C[x]:|  def f(self):|    use(x)', 'function 2', 'class 1'],
    ['a builtin', 'use(x)', 'module', 'nowhere'],
    ['deleted only', 'def f():|  del x|  use(x)', 'function 1', 'function 1'],
  ])('%s', (_, text, at, lives) => {
    const { tree, scopes } = open(text);
    expect(tree.errors).toEqual([]);
    const scope = scopes.at(usedIn(tree));
    expect([label(tree, scope), label(tree, scopes.find(scope, processNames.idOf('x')))]).toEqual([at, lives]);
  });

  test('a definition stands in the scope around it, and opens its own', () => {
    const { tree, scopes } = open('def f(): pass');
    const definition = tree.firstChild(tree.root);
    expect(scopes.at(definition)).toBe(scopes.module);
    expect(scopes.of(definition).parent).toBe(scopes.module);
    expect(scopes.of(definition)).toBe(scopes.of(definition));
  });
});

test('thousands of functions with a global, and of named expressions, take no long', () => {
  const functions = Array.from({ length: 5000 }, (_, index) => `def f${index}():\n  global a\n  a = (b := ${index})`);
  const { scopes } = open(`${functions.join('\n')}\n${'(c := 1)\n'.repeat(5000)}`);
  const start = performance.now();
  expect(scopes.module.bindings.get(processNames.idOf('a'))).toHaveLength(5000);
  expect(performance.now() - start).toBeLessThan(1500);
});
