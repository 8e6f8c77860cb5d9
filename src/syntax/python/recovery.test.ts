import { expect, it } from 'vitest';
import { definitionName, Kind, NONE, type Node, parseModule, type Tree } from './index.ts';

const parse = (text: string): Tree => parseModule(new TextEncoder().encode(text));

/** The texts of all calls, by place. */
function calls(tree: Tree): string[] {
  const found: Node[] = [];
  for (let node = 1 as Node; node < tree.count; node++) if (tree.kind(node) === Kind.Call) found.push(node);
  return found.sort((left, right) => tree.start(left) - tree.start(right)).map((node) => tree.text(node));
}

const errorLines = (tree: Tree): number[] => tree.errors.map((error) => tree.lineColumn(error.start).line);

// Faulty lines, then the lines of the errors, then the calls that are found in them. Each stands between whole statements.
it.each([
  ['unclosed call', 'x = foo(1,', [2], ['foo(1,']],
  ['unclosed bracket', 'x = [f(1), 2', [2], ['f(1)']],
  ['unclosed dict over lines', 'x = {\n    "a": f(1),\n', [2], ['f(1)']],
  ['unclosed header', 'def f(a, b:\n    g(a)\n    h(b)', [2], ['g(a)', 'h(b)']],
  ['extra bracket', 'f(a))', [2], ['f(a)']],
  ['other bracket', 'f(a]', [2], ['f(a]']],
  ['unterminated string', 'x = "abc', [2], []],
  ['unterminated string in a call', 'f("abc, d)', [2, 2], ['f("abc, d)']],
  ['unterminated f-string field', 'x = f"{a', [2], []],
  ['half a statement', 'x = 1 +', [2], []],
  ['half an import', 'from x import', [2], []],
  ['half an attribute', 'f(x).', [2], ['f(x)']],
  ['missing colon', 'if f(x)\n    g()', [2], ['f(x)', 'g()']],
  ['missing colon and block', 'while f(x)', [2], ['f(x)']],
  ['broken header', 'for x in\n    g()', [2], ['g()']],
  ['broken parameters', 'def f(a b):\n    g()', [2], ['g()']],
  ['missing handler', 'try:\n    g()', [4], ['g()']],
  ['stray indent', 'x = 1\n    g()', [3], ['g()']],
  ['stray else', 'else:\n    g()', [2], ['g()']],
  ['Python 2 print', 'print "a", g(b)', [2], ['g(b)']],
  ['Python 2 exec', 'exec code in g()', [2], ['g()']],
  ['Python 2 raise', 'raise E, "x" % g()', [2], ['g()']],
  ['Python 2 backquotes', 'x = `g()`', [2, 2], ['g()']],
  ['missing comma', 'd = {"a": 1 "b": g(2)}', [2], ['g(2)']],
  ['merge conflict', '<<<<<<< ours\ng(1)\n||||||| base\n=======\ng(2)\n>>>>>>> theirs', [2, 4, 5, 7], ['g(1)', 'g(2)']],
  [
    'merge conflict in brackets',
    'x = [\n<<<<<<< ours\n  g(1),\n=======\n  g(2),\n>>>>>>> theirs\n]',
    [3, 5, 7],
    ['g(1)', 'g(2)'],
  ],
  ['one quote too many', 'x = 1\n"""\ndef f():\n    g()\nh(1)', [3], ['g()', 'h(1)']],
  ['f-string without an end', 'x = f"""{a}\ndef f():\n    g()\nh(1)', [2], ['g()', 'h(1)']],
  ['f-string without an end in a specification', 'x = f"""{a:b\ndef f():\n    g()\nh(1)', [2], ['g()', 'h(1)']],
  ['an unknown character', 'x = g(1) ? 2', [2], ['g(1)']],
])('%s costs one statement', (_, fault, lines, found) => {
  const tree = parse(`before(1)\n${fault}\nafter(2)\n`);
  expect(errorLines(tree)).toEqual(lines);
  expect(calls(tree)).toEqual(['before(1)', ...found, 'after(2)']);
  let last = tree.firstChild(tree.root);
  while (tree.nextSibling(last) !== NONE) last = tree.nextSibling(last);
  expect(tree.text(last)).toBe('after(2)');
});

it('keeps the functions around a docstring without an end', () => {
  const text =
    'def a():\n    """One.\n    f(1)\n\ndef b():\n    """Two."""\n    f(2)\n\ndef c():\n    """Three."""\n    f(3)\n';
  const tree = parse(text);
  expect(calls(tree)).toEqual(['f(1)', 'f(2)', 'f(3)']);
  expect(errorLines(tree)).toEqual([2]);
});

it('keeps methods below a broken class header', () => {
  const tree = parse('class A(B:\n    def m(self): f()\n    x = g()\nh()\n');
  expect(calls(tree)).toEqual(['f()', 'g()', 'h()']);
  expect(tree.kind(tree.firstChild(tree.root))).toBe(Kind.ClassDefinition);
});

it.each([
  ['def f(a b):\n    g()\n', Kind.FunctionDefinition],
  ['@d\nasync def f(a, (b, c), d=1):\n    g()\n', Kind.FunctionDefinition],
  ['class f(a b):\n    g()\n', Kind.ClassDefinition],
])('keeps the definition of a broken header: %j', (text, kind) => {
  const tree = parse(text);
  const definition = tree.firstChild(tree.root);
  expect(tree.kind(definition)).toBe(kind);
  expect(tree.nameText(definitionName(tree, definition))).toBe('f');
  expect(calls(tree)).toEqual(['g()']);
  expect(errorLines(tree)).toHaveLength(1);
});

it('leaves no node outside the tree', () => {
  const tree = parse('f(a b(c), [d e(g)\nx = {1: 2 3}\nclass (\n');
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    seen.add(node);
    for (let child = tree.firstChild(node); child !== NONE; child = tree.nextSibling(child)) visit(child);
  };
  visit(tree.root);
  expect(seen.size).toBe(tree.count - 1);
});
