// https://docs.python.org/3/reference/simple_stmts.html#assignment-statements
import { Kind, NONE, type Node, type Tree } from '../../syntax/python/index.ts';
import { sequence } from '../values/containers.ts';
import { constant } from '../values/make.ts';
import type { Value } from '../values/value.ts';
import type { Evaluator } from './evaluator.ts';

/** What one name of a target takes of a value: all of it for a name alone, an element for `a, (b, *c)`. */
export function unpack(e: Evaluator, value: Value, tree: Tree, target: Node, name: Node): Value {
  if (target === name) return value;
  const kind = tree.kind(target);
  if (kind !== Kind.Tuple && kind !== Kind.List) return value;
  let index = 0;
  for (let part = tree.firstChild(target); part !== NONE; part = tree.nextSibling(part), index++) {
    if (!holds(tree, part, name)) continue;
    if (tree.kind(part) === Kind.Starred) return starred(e, value, tree, part, index);
    const fromEnd = starBefore(tree, target, part) ? indexFromEnd(tree, part) : index;
    return unpack(e, e.item(value, constant(fromEnd)), tree, part, name);
  }
  return value;
}

function holds(tree: Tree, part: Node, name: Node): boolean {
  let node = name;
  while (node !== NONE && node !== part) node = tree.parent(node);
  return node === part;
}

function starBefore(tree: Tree, target: Node, part: Node): boolean {
  for (let other = tree.firstChild(target); other !== part; other = tree.nextSibling(other)) {
    if (tree.kind(other) === Kind.Starred) return true;
  }
  return false;
}

function indexFromEnd(tree: Tree, part: Node): number {
  let index = -1;
  for (let other = tree.nextSibling(part); other !== NONE; other = tree.nextSibling(other)) index--;
  return index;
}

function starred(e: Evaluator, value: Value, tree: Tree, part: Node, index: number): Value {
  return sequence(
    `*${index}${tree.start(part)}(${value.key})`,
    'list',
    () => {
      if (value.kind === 'sequence' && value.exact) {
        const behind = -1 - indexFromEnd(tree, part);
        return value.elements().slice(index, value.elements().length - behind);
      }
      return [e.element(value)];
    },
    value.kind === 'sequence' && value.exact,
  );
}
