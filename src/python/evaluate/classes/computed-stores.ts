// https://docs.python.org/3/library/functions.html#setattr: attributes whose names are computed.
import { callee, Kind, type Node } from '../../../syntax/python/index.ts';
import { isNone, stringOf } from '../../values/make.ts';
import { members } from '../../values/union.ts';
import type { ClassValue, Instance, Value } from '../../values/value.ts';
import { SyntaxArguments } from '../arguments.ts';
import type { Context } from '../context.ts';
import { enclosingClass, enclosingFunction } from '../enclosing.ts';
import type { Evaluator } from '../evaluator.ts';
import { mappingFromArguments } from '../mapping-arguments.ts';
import { passesAround } from '../passes.ts';
import type { Use } from '../uses.ts';
import { isSame } from './bases.ts';
import { constructionOf } from './construction.ts';

const mostStores = 50;

/** What `setattr(object, name, value)` and `self.__dict__.update(…)` in the modules of an object's classes store under a name. */
export function computedStores(e: Evaluator, of: Instance, classes: readonly ClassValue[], name: string): Value[] {
  const { names } = of.class.module.tree;
  const isNear = ({ module }: Use): boolean => classes.some((one) => one.module === module);
  const set = e.uses.calls(names.idOf('setattr')).filter(isNear).slice(0, mostStores);
  const updated = e.uses.changes(names.idOf('__dict__')).filter(isNear).slice(0, mostStores);
  return [
    ...set.flatMap((use) => passes(e, of, classes, use).flatMap((pass) => storedBy(e, pass, use.node, of, name))),
    ...updated.flatMap((use) => updatedBy(e, contextOf(e, of, classes, use), use.node, of, name)),
  ];
}

function passes(e: Evaluator, of: Instance, classes: readonly ClassValue[], use: Use): readonly Context[] {
  return passesAround(e, contextOf(e, of, classes, use), use.node);
}

/** The call of a method in which it worked on the object. */
function contextOf(e: Evaluator, of: Instance, classes: readonly ClassValue[], { module, node }: Use): Context {
  const definition = enclosingFunction(module.tree, node);
  const around = enclosingClass(module.tree, definition);
  const owner = classes.find((one) => one.module === module && one.node === around);
  return e.context(module, owner && (constructionOf(e, of, owner, definition) ?? owner.frame));
}

function isObject(object: Value | undefined, of: Instance): boolean {
  return object !== undefined && members(object).some((one) => one.kind === 'instance' && isSame(one.class, of.class));
}

function storedBy(e: Evaluator, context: Context, call: Node, of: Instance, name: string): Value[] {
  if (context.tree.kind(callee(context.tree, call)) !== Kind.Name) return [];
  const given = new SyntaxArguments(e, context, call);
  const value = given.positional(2);
  const named = given.positional(1);
  if (value === undefined || named === undefined || !members(named).some((one) => stringOf(one) === name)) return [];
  return isObject(given.positional(0), of) ? [value] : [];
}

/** `self.__dict__.update(clients)`. */
function updatedBy(e: Evaluator, context: Context, change: Node, of: Instance, name: string): Value[] {
  const { tree } = context;
  if (tree.kind(change) !== Kind.Call || tree.nameText(callee(tree, change)) !== 'update') return [];
  const dictionary = tree.firstChild(callee(tree, change));
  if (tree.kind(dictionary) !== Kind.Attribute) return [];
  if (!isObject(e.evaluate(context, tree.firstChild(dictionary)), of)) return [];
  const entries = mappingFromArguments(new SyntaxArguments(e, context, change));
  const found = entries.kind === 'mapping' ? entries.get(name) : undefined;
  return found === undefined || isNone(found) ? [] : [found];
}
