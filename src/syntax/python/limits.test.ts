import { describe, expect, it } from 'vitest';
import { Kind, type Node, parseModule, type Tree, walk } from './index.ts';

const parse = (text: string): Tree => parseModule(new TextEncoder().encode(text));

const count = (tree: Tree, kind: Kind): number => {
  let total = 0;
  for (let node = 1 as Node; node < tree.count; node++) if (tree.kind(node) === kind) total++;
  return total;
};

describe('long chains stay whole', () => {
  it.each([
    ['sums', 'a + '.repeat(2000), Kind.BinaryOperation, 2000],
    ['calls', `a${'.b()'.repeat(1000)} + `, Kind.Call, 1000],
    ['conditions', 'a if b else '.repeat(900), Kind.Conditional, 900],
    ['and', 'a and '.repeat(100_000), Kind.BooleanOperation, 1],
    ['elements', `[${'f(x), '.repeat(50_000)}] + `, Kind.Call, 50_000],
  ])('%s', (_, text, kind, expected) => {
    const tree = parse(`x = ${text}a`);
    expect(tree.errors).toEqual([]);
    expect(count(tree, kind)).toBe(expected);
  });

  it('keeps elif clauses flat', () => {
    const tree = parse(`if a: pass\n${'elif b: pass\n'.repeat(20_000)}`);
    expect(tree.errors).toEqual([]);
    expect(count(tree, Kind.Elif)).toBe(20_000);
  });
});

describe('hostile input', () => {
  it.each([
    ['brackets', '('.repeat(100_000)],
    ['brackets on lines', '(\n'.repeat(100_000)],
    ['closed brackets', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['negations', `${'not '.repeat(100_000)}x`],
    ['signs', `${'-'.repeat(100_000)}x`],
    ['lambdas', `${'lambda: '.repeat(100_000)}x`],
    ['powers', `${'a ** '.repeat(100_000)}x`],
    ['sums', `${'a + '.repeat(100_000)}x`],
    ['calls', `a${'.b()'.repeat(100_000)}`],
    ['f-strings', 'f"{'.repeat(100_000)],
    ['format specifications', `f"${'{x:'.repeat(100_000)}`],
    ['quotes', '"""\n'.repeat(50_001)],
    ['indentation', Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}if x:\n`).join('')],
    ['unclosed calls', 'x = f(\n'.repeat(50_000)],
    ['errors', 'a b c\n'.repeat(50_000)],
    ['patterns', `match x:\n case ${'['.repeat(100_000)}`],
    ['groups of patterns', `match x:\n case ${'(a|'.repeat(10_000)}`],
  ])('%s are refused without a failure', (_, text) => {
    const tree = parse(text);
    expect(tree.errors.length).toBeGreaterThan(0);
    let visited = 0;
    walk(tree, tree.root, () => {
      visited++;
    });
    expect(visited).toBe(tree.count - 1);
  });

  it('reads a line of 10 MB', () => {
    const tree = parse(`x = [${'a.b(c), '.repeat(1_250_000)}]\n`);
    expect(tree.errors).toEqual([]);
    expect(count(tree, Kind.Call)).toBe(1_250_000);
  });

  it('takes time in proportion to the length', () => {
    const once = 'def f(a, b=1):\n    return [x.y(z) for x in f(a, *b) if "s" in x]\n'.repeat(4000);
    const time = (text: string): number => {
      const bytes = new TextEncoder().encode(text);
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now();
        parseModule(bytes);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    time(once);
    expect(time(once.repeat(8)) / time(once)).toBeLessThan(24);
  });
});

it('keeps the tree of a module that is larger than the parser’s arrays', () => {
  const tree = parse(`x = f(${'g(a, [b, (c, d)], e=h(i)), '.repeat(20_000)})\n`);
  expect(tree.errors).toEqual([]);
  expect(count(tree, Kind.Call)).toBe(40_001);
  let visited = 0;
  walk(tree, tree.root, () => {
    visited++;
  });
  expect(visited).toBe(tree.count - 1);
});
