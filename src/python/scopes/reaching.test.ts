import { describe, expect, test } from 'vitest';
import { assignedValue, Kind, type Node, parseModule, processNames, type Tree } from '../../syntax/python/index.ts';
import { openScopes } from './open-scopes.ts';
import type { Binding, Reaching } from './scopes.ts';

const x = processNames.idOf('x');

/** What a binding is called below: the value that it gives, else its kind. */
function label(tree: Tree, binding: Binding): string {
  const hasValue = binding.kind === 'assignment' || binding.kind === 'named' || binding.kind === 'annotated';
  return hasValue ? tree.text(assignedValue(tree, binding.node)) : binding.kind;
}

const labels = (tree: Tree, { bindings, unbound }: Reaching): string =>
  [...bindings.map((binding) => label(tree, binding)), ...(unbound ? ['?'] : [])].join(' ');

/** What reaches the `x` of the call `use(x)`, and the end of its scope. */
function flow(text: string): { atUse: string; atEnd: string } {
  const tree = parseModule(Buffer.from(text));
  expect(tree.errors).toEqual([]);
  const scopes = openScopes(tree);
  for (let node = 1 as Node; node < tree.count; node++) {
    const callee = tree.firstChild(node);
    if (tree.kind(node) !== Kind.Call || tree.nameText(callee) !== 'use') continue;
    const use = tree.nextSibling(callee);
    const scope = scopes.find(scopes.at(use), x);
    if (scope === undefined) return { atUse: 'nowhere', atEnd: 'nowhere' };
    return { atUse: labels(tree, scopes.reaching(scope, x, use)), atEnd: labels(tree, scopes.atEnd(scope, x)) };
  }
  throw new Error('no use');
}

/** Below, `|` stands between the lines. */
const lines = (text: string): string => text.replaceAll('|', '\n');

describe('what reaches a use', () => {
  test.each<[string, string, string]>([
    ['one binding', 'x = 1|use(x)', '1'],
    ['a use before it', 'use(x)|x = 1', '?'],
    ['a later one hides', 'x = 1|x = 2|use(x)', '2'],
    ['not one behind', 'x = 1|use(x)|x = 2', '1'],
    ['the value is evaluated first', 'x = 1|x = use(x)', '1'],
    ['and so with annotations', 'x = 1|x: T = use(x)', '1'],
    ['an annotation alone', 'x = 1|x: T|use(x)', '1'],
    ['augmented', 'x = 1|x += use(x)', '1'],
    ['behind augmented', 'x = 1|x += 1|use(x)', 'augmented'],
    ['del', 'x = 1|del x|use(x)', '?'],
    ['if', 'x = 1|if a:|  x = 2|use(x)', '1 2'],
    ['if without a binding before', 'if a:|  x = 2|use(x)', '2 ?'],
    ['if and else', 'x = 1|if a:|  x = 2|else:|  x = 3|use(x)', '2 3'],
    ['if, elif and else', 'if a:|  x = 1|elif b:|  x = 2|else:|  x = 3|use(x)', '1 2 3'],
    ['elif without else', 'if a:|  x = 1|elif b:|  x = 2|use(x)', '1 2 ?'],
    ['an elif that binds nothing', 'if a:|  x = 1|elif b:|  f()|else:|  x = 3|use(x)', '1 3 ?'],
    ['inside a branch', 'x = 1|if a:|  x = 2|  use(x)|else:|  x = 3', '2'],
    ['inside a branch before it binds', 'x = 1|if a:|  use(x)|  x = 2', '1'],
    ['in the other branch', 'x = 1|if a:|  x = 2|else:|  use(x)', '1'],
    ['in the test of elif', 'x = 1|if a:|  x = 2|elif use(x):|  x = 3', '1'],
    ['a branch that returns', 'def f():|  if a:|    x = 1|    return|  else:|    x = 2|  use(x)', '2'],
    ['a branch that raises binds nothing', 'if a:|  x = 1|else:|  raise E|use(x)', '1'],
    ['a branch that exits', 'if a:|  x = 1|else:|  sys.exit(1)|use(x)', '1'],
    ['a branch all of whose ways end', 'if a:|  x = 1|else:|  if b:|    raise E|  else:|    raise F|use(x)', '1'],
    ['early return', 'def f():|  x = 1|  if a:|    return|  use(x)', '1'],
    ['walrus in a test', 'if (x := 1):|  use(x)', '1'],
    ['walrus in a test, behind', 'x = 0|if (x := 1):|  pass|use(x)', '1'],
    ['walrus behind and', 'x = 0|if a and (x := 1):|  pass|use(x)', '0 1'],
    ['walrus before and', 'x = 0|if (x := 1) and a:|  pass|use(x)', '1'],
    ['walrus, then its use in the same expression', 'a and (x := 1) and use(x)', '1'],
    ['walrus in a conditional', 'y = use(x) if (x := 1) else 2', '1'],
    ['walrus in an arm of a conditional', 'x = 0|y = (x := 1) if a else 2|use(x)', '0 1'],
    ['walrus in a comparison', '0 < (x := 1) < (x := 2)|use(x)', '1 2'],
    ['walrus in a comprehension', '[use(x) for a in b if (x := 1)]', '1'],
    ['walrus in a comprehension, behind', 'x = 0|[a for a in b if (x := 1)]|use(x)', '0 1'],
    ['a while loop', 'x = 0|while a:|  x = 1|use(x)', '0 1'],
    ['in a while loop', 'x = 0|while a:|  use(x)|  x = 1', '0 1'],
    ['in the test of a while loop', 'x = 0|while use(x):|  x = 1', '0 1'],
    ['walrus in while', 'while (x := 1):|  use(x)', '1'],
    ['walrus in while, behind', 'x = 0|while (x := 1):|  x = 2|use(x)', '1'],
    ['while True ends at break', 'x = 0|while True:|  x = 1|  if a:|    break|  x = 2|use(x)', '1'],
    ['while True around try', 'while True:|  try:|    x = 1|    break|  except E:|    continue|use(x)', '1'],
    ['while and else', 'x = 0|while a:|  x = 1|  if b:|    break|else:|  x = 2|use(x)', '1 2'],
    ['a for loop', 'x = 0|for a in b:|  x = 1|use(x)', '0 1'],
    ['a for target', 'for x in b:|  use(x)', 'for'],
    ['a for target, behind', 'x = 0|for x in b:|  pass|use(x)', '0 for'],
    ['a for target in its iterable', 'x = 0|for x in use(x):|  pass', '0'],
    ['a for loop that continues', 'x = 0|for a in b:|  use(x)|  if c:|    x = 1|    continue|  x = 2', '0 1 2'],
    ['for and else', 'for a in b:|  x = 1|  break|else:|  x = 2|use(x)', '1 2'],
    [
      'a break in else leaves the loop around',
      'x = 0|for a in b:|  for c in d:|    pass|  else:|    x = 1|    break|  x = 2|use(x)',
      '0 1',
    ],
    ['nested loops', 'x = 0|for a in b:|  while c:|    use(x)|    x = 1|  x = 2', '0 1 2'],
    ['try', 'x = 0|try:|  x = 1|except E:|  pass|use(x)', '0 1'],
    ['in a handler', 'x = 0|try:|  x = 1|  x = 2|except E:|  use(x)', '0 1 2'],
    ['a handler that raises', 'x = 0|try:|  x = 1|except E:|  raise|use(x)', '1'],
    ['a handler that binds', 'try:|  x = 1|except E:|  x = 2|use(x)', '1 2'],
    ['try and else', 'x = 0|try:|  x = 1|except E:|  x = 2|else:|  use(x)', '1'],
    ['else of a try that binds', 'try:|  f()|except E:|  x = 1|else:|  x = 2|use(x)', '1 2'],
    ['in finally', 'x = 0|try:|  x = 1|finally:|  use(x)', '0 1'],
    ['behind finally', 'x = 0|try:|  x = 1|finally:|  f()|use(x)', '1'],
    ['finally binds', 'x = 0|try:|  f()|finally:|  x = 1|use(x)', '1'],
    ['the name of a handler', 'try:|  f()|except E as x:|  use(x)', 'exception'],
    ['the name of a handler, behind', 'x = 0|try:|  f()|except E as x:|  pass|use(x)', '0 ?'],
    ['optional imports', 'try:|  import x|except ImportError:|  x = None|use(x)', 'import None'],
    ['with', 'with a as x:|  use(x)', 'with'],
    ['with goes on', 'x = 0|with a:|  x = 1|use(x)', '1'],
    ['with in order', 'x = 0|with use(x) as x:|  pass', '0'],
    ['with suppress', 'x = 0|with suppress(E):|  x = 1|use(x)', '0 1'],
    ['match', 'x = 0|match a:|  case 1:|    x = 1|  case 2:|    x = 2|use(x)', '0 1 2'],
    ['match with a last case', 'x = 0|match a:|  case 1:|    x = 1|  case _:|    x = 2|use(x)', '1 2'],
    ['a capture', 'match a:|  case [x, *_]:|    use(x)', 'pattern'],
    ['a capture whose guard fails', 'x = 0|match a:|  case [x] if b:|    pass|  case _:|    use(x)', '0 pattern'],
    ['a definition', 'def x(): pass|use(x)', 'function'],
    ['a class in its bases', 'x = 1|class x(use(x)): pass', '1'],
    ['a function in its defaults', 'x = 1|def x(a=use(x)): pass', '1'],
    ['a function in its decorator', 'x = 1|@use(x)|def x(): pass', '1'],
    ['a parameter', 'def f(x):|  use(x)', 'parameter'],
    ['a parameter that may be replaced', 'def f(x=None):|  if a:|    x = 1|  use(x)', 'parameter 1'],
    ['a parameter that is replaced', 'def f(x=None):|  x = x or 1|  use(x)', 'x or 1'],
    ['unpacking', 'x, y = 1, 2|use(x)', '1, 2'],
    ['a comprehension', '[use(x) for x in y]', 'comprehension'],
    ['in a comprehension of the scope', 'x = 1|[use(x) for y in z]|x = 2', '1'],
    ['what a function does to a global', 'x = 1|def f():|  global x|  x = 2|use(x)', '1 2'],
    ['in dead code, what is bound there', 'x = 1|raise E|x = 2|use(x)', '2'],
    ['code behind an endless loop sees all', 'x = 1|while True:|  x = 2|use(x)', '1 2 ?'],
  ])('%s', (_, text, expected) => {
    expect(flow(lines(text)).atUse).toBe(expected);
  });
});

describe('what reaches the end of a scope', () => {
  test.each<[string, string, string]>([
    ['the last', 'x = 1|use(x)|x = 2', '2'],
    ['of a module with branches', 'use(x)|if a:|  x = 1|else:|  x = 2', '1 2'],
    ['at each return of a function', 'def f():|  x = 1|  if a:|    return use(x)|  x = 2', '1 2'],
    [
      'of a function that returns in a loop',
      'def f():|  x = 1|  for a in b:|    if a:|      return use(x)|  x = 2',
      '1 2',
    ],
    ['not what raises', 'def f():|  x = 1|  if a:|    raise use(x)|  x = 2', '2'],
    ['deleted', 'x = 1|use(x)|del x', '?'],
    ['through finally', 'def f():|  try:|    x = 1|    return use(x)|  finally:|    x = 2', '1 2'],
  ])('%s', (_, text, expected) => {
    expect(flow(lines(text)).atEnd).toBe(expected);
  });
});

describe('bounds', () => {
  const time = (text: string): number => {
    const start = performance.now();
    flow(text);
    return performance.now() - start;
  };
  const many = (length: number, line: (index: number) => string): string =>
    Array.from({ length }, (_, index) => line(index)).join('\n');

  test('a name bound 5,000 times in a row', () => {
    expect(flow(`${many(5000, (index) => `x = ${index}`)}\nuse(x)`).atUse).toBe('4999');
  });
  test('beyond a number of bindings all are given', () => {
    const { atUse } = flow(`x = 0\n${many(5000, (index) => `if a: x = ${index}`)}\nuse(x)`);
    expect(atUse.split(' ')).toHaveLength(5002);
  });
  test('time grows with the length', () => {
    const text = (length: number): string => `${many(length, (index) => `if a: x = ${index}\nelse: y = x`)}\nuse(x)`;
    time(text(500));
    expect(time(text(8000))).toBeLessThan(2000);
  });
});
