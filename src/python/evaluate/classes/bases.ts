// https://docs.python.org/3/howto/mro.html
import { definitionName, firstClassArgument, Kind, NONE, type Tree } from '../../../syntax/python/index.ts';
import { classValue } from '../../values/make.ts';
import { members } from '../../values/union.ts';
import type { ClassValue, Value } from '../../values/value.ts';
import type { Evaluator } from '../evaluator.ts';

const mostClasses = 64;

/** The values of a class's bases, in order: classes of the program, external ones, unknown. */
export function basesOf(e: Evaluator, of: ClassValue): readonly Value[] {
  const { tree } = of.module;
  const context = e.context(of.module, of.frame);
  const bases: Value[] = [];
  for (let node = firstClassArgument(tree, of.node); node !== NONE; node = tree.nextSibling(node)) {
    if (tree.kind(node) === Kind.KeywordArgument || tree.kind(node) === Kind.DoubleStarred) continue;
    const base = tree.kind(node) === Kind.Subscript ? tree.firstChild(node) : node; // Generic[T]
    bases.push(...members(e.evaluate(context, base)));
  }
  return bases;
}

/** The classes in which an attribute is looked for, in order, and the bases that are not of the program. */
export interface Lineage {
  readonly classes: readonly ClassValue[];
  readonly outside: readonly Value[];
}

/** The method resolution order: depth first, a class that is reached on several ways at its last place. */
export function lineageOf(e: Evaluator, of: ClassValue): Lineage {
  const order: ClassValue[] = [];
  const outside: Value[] = [];
  const visit = (one: ClassValue, above: ReadonlySet<string>): void => {
    if (above.has(one.key) || order.length > mostClasses) return;
    order.push(one);
    const next = new Set(above).add(one.key);
    for (const base of basesOf(e, one)) {
      if (base.kind === 'class') visit(base, next);
      else outside.push(base);
    }
  };
  visit(of, new Set());
  const last = new Map(order.map((one, index) => [one.key, index]));
  return { classes: order.filter((one, index) => last.get(one.key) === index), outside };
}

/** True if a class or one above it has an external base of that path. */
export function inherits(e: Evaluator, of: ClassValue, path: (path: string) => boolean): boolean {
  return e.lineage(of).outside.some((base) => base.kind === 'external' && path(base.path));
}

/** True for a class whose objects are dictionaries with the fields that it names. */
export function isTypedDictionary(e: Evaluator, of: ClassValue): boolean {
  return inherits(e, of, (path) => /^typing(?:_extensions)?\.TypedDict$/.test(path));
}

/** The classes of the program directly below one, as far as opened modules define them. */
export function subclassesOf(e: Evaluator, of: ClassValue): ClassValue[] {
  const { tree } = of.module;
  const found: ClassValue[] = [];
  e.openUsers(of.module, tree.name(definitionName(tree, of.node)));
  for (const { module, node } of e.uses.subclasses(tree.name(definitionName(tree, of.node))).slice(0, mostClasses)) {
    const below = classValue(module, node, null);
    if (basesOf(e, below).some((base) => base.kind === 'class' && isSame(base, of))) found.push(below);
  }
  return found;
}

/** True if two values are the same definition, made in whatever call. */
export function isSame(one: ClassValue, other: ClassValue): boolean {
  return one.module === other.module && one.node === other.node;
}

/** The name of a class. */
export function classNameOf(tree: Tree, of: ClassValue): string {
  return tree.nameText(definitionName(tree, of.node));
}
