import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { children, Kind, LineIndex, type Node, parseModule, walk } from './index.ts';

const tree = parseModule(new TextEncoder().encode('def f(a): return g(a)\nx = 1\n'));

describe('walk', () => {
  it('visits parents first and in the order of the source', () => {
    const texts: string[] = [];
    walk(tree, tree.root, (node) => {
      if (tree.kind(node) === Kind.Name) texts.push(tree.nameText(node));
    });
    expect(texts).toEqual(['f', 'a', 'g', 'a', 'x']);
  });

  it('leaves each node that it enters, children before parents', () => {
    const entered: Node[] = [];
    const left: Node[] = [];
    walk(
      tree,
      tree.root,
      (node) => {
        entered.push(node);
      },
      (node) => {
        left.push(node);
      },
    );
    expect(left.toSorted((a, b) => a - b)).toEqual(entered.toSorted((a, b) => a - b));
    expect(left.at(-1)).toBe(tree.root);
  });

  it('leaves out the children of a node for which it is told so', () => {
    const kinds: Kind[] = [];
    walk(tree, tree.root, (node) => {
      kinds.push(tree.kind(node));
      return tree.kind(node) !== Kind.FunctionDefinition;
    });
    expect(kinds).toEqual([Kind.Module, Kind.FunctionDefinition, Kind.Assignment, Kind.Name, Kind.Integer]);
  });

  it('stays below the node given', () => {
    const [definition] = children(tree, tree.root);
    let visited = 0;
    walk(tree, definition!, () => {
      visited++;
    });
    expect(visited).toBe(10);
  });
});

it('knows the parent of each node', () => {
  for (const child of children(tree, tree.root)) expect(tree.parent(child)).toBe(tree.root);
  expect(tree.parent(tree.root)).toBe(0);
});

it('counts lines and columns of any text as its lines and code units', () => {
  const text = fc
    .array(fc.constantFrom('a', 'é', '€', '😀', '\n', '\r\n', '\r', '\t'), { maxLength: 40 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.nat(), (source, choice) => {
      const units = choice % (source.length + 1);
      const before = source.slice(0, units);
      // Not between the halves of a character or of a line end.
      fc.pre(before.isWellFormed() && !(before.endsWith('\r') && source[units] === '\n'));
      const lines = before.split(/\r\n|\r|\n/);
      const index = new LineIndex(new TextEncoder().encode(source));
      expect(index.at(new TextEncoder().encode(before).length)).toEqual({
        line: lines.length,
        column: lines.at(-1)!.length + 1,
      });
    }),
  );
});

it('finds the comments, but none in strings', () => {
  const source = "# one\nx = '# two'  # three\ny = [  # four\n]\n\t# five";
  const commented = parseModule(new TextEncoder().encode(source));
  const texts: string[] = [];
  for (let index = 0; index < commented.comments.length; index += 2) {
    texts.push(commented.slice(commented.comments[index]!, commented.comments[index + 1]!));
  }
  expect(texts).toEqual(['# one', '# three', '# four', '# five']);
});
