// https://docs.python.org/3/library/functions.html#setattr: attributes whose names are computed.
import {
  callee,
  firstArgument,
  Kind,
  NONE,
  type Node,
  parameterName,
  type Tree,
} from '../../../syntax/python/index.ts';
import { isNone, none, stringOf } from '../../values/make.ts';
import { members } from '../../values/union.ts';
import type { ClassValue, Instance, Value } from '../../values/value.ts';
import { SyntaxArguments } from '../arguments.ts';
import type { Context } from '../context.ts';
import { enclosingClass, enclosingFunction } from '../enclosing.ts';
import type { Evaluator } from '../evaluator.ts';
import { mappingFromArguments } from '../mapping-arguments.ts';
import { firstParameter } from '../parameter-binding.ts';
import { passesAround } from '../passes.ts';
import { constructionOf } from './construction.ts';

/** What `setattr(self, name, value)` and `self.__dict__.update(…)` in methods of an object's classes store under a name. */
export function computedStores(e: Evaluator, of: Instance, classes: readonly ClassValue[], name: string): Value[] {
  const { names } = of.class.module.tree;
  const set = e.uses.calls(names.idOf('setattr'));
  const updated = e.uses.changes(names.idOf('__dict__'));
  return [...set, ...updated].flatMap(({ module, node }) => {
    const owner = ownerOf(classes, module.tree, node);
    if (owner === undefined || owner.module !== module) return [];
    const frame = constructionOf(e, of, owner, enclosingFunction(module.tree, node)) ?? owner.frame;
    return passesAround(e, e.context(module, frame), node).flatMap((pass) => storedBy(e, pass, node, name));
  });
}

/** The class in a method of which something is stored in the method's own object. */
function ownerOf(classes: readonly ClassValue[], tree: Tree, call: Node): ClassValue | undefined {
  const object = tree.kind(call) === Kind.Call ? objectOf(tree, call) : NONE;
  if (object === NONE || tree.kind(object) !== Kind.Name) return undefined;
  const method = enclosingFunction(tree, call);
  if (method === NONE || tree.kind(method) !== Kind.FunctionDefinition) return undefined;
  const self = firstParameter(tree, method);
  if (self === NONE || tree.name(parameterName(tree, self)) !== tree.name(object)) return undefined;
  const around = enclosingClass(tree, method);
  return classes.find((one) => one.module.tree === tree && one.node === around);
}

/** `self` in `setattr(self, …)` and `self.__dict__.update(…)`; `NONE` in other calls. */
function objectOf(tree: Tree, call: Node): Node {
  const called = callee(tree, call);
  if (tree.kind(called) === Kind.Name) return firstArgument(tree, call);
  const dictionary = tree.nameText(called) === 'update' ? tree.firstChild(called) : NONE;
  return dictionary !== NONE && tree.kind(dictionary) === Kind.Attribute ? tree.firstChild(dictionary) : NONE;
}

function storedBy(e: Evaluator, context: Context, call: Node, name: string): Value[] {
  const given = new SyntaxArguments(e, context, call);
  if (context.tree.kind(callee(context.tree, call)) === Kind.Name) {
    const isNamed = members(given.positional(1) ?? none).some((one) => stringOf(one) === name);
    return isNamed ? [given.positional(2) ?? none] : [];
  }
  const entries = mappingFromArguments(given);
  const found = entries.kind === 'mapping' ? entries.get(name) : undefined;
  return found === undefined || isNone(found) ? [] : [found];
}
