import { decoratorExpression, Kind, type Node, type Tree } from '../../../syntax/python/index.ts';
import type { Binding } from '../../scopes/scopes.ts';
import { functionValue, method, none } from '../../values/make.ts';
import { overMembers, union } from '../../values/union.ts';
import type { ClassValue, Value } from '../../values/value.ts';
import { argumentsOf } from '../arguments.ts';
import { decoratorsOf } from '../decorators.ts';
import type { Evaluator } from '../evaluator.ts';
import { callFunction } from '../functions.ts';
import { kindOfMethod } from './method-kind.ts';

/** A name in a class body. */
export interface Member {
  readonly owner: ClassValue;
  readonly bindings: readonly Binding[];
}

/** The member of that name of the first class that has one, in the method resolution order. */
export function memberOf(e: Evaluator, of: ClassValue, name: string): Member | undefined {
  return memberIn(e.lineage(of).classes, name);
}

/** The same among classes at hand. */
export function memberIn(classes: readonly ClassValue[], name: string): Member | undefined {
  for (const owner of classes) {
    const { scopes, tree } = owner.module;
    const scope = scopes.of(owner.node);
    const id = tree.names.idOf(name);
    if (!scope.bindings.has(id)) continue;
    const bindings = scopes.atEnd(scope, id).bindings.map((one) => getterOf(owner, one));
    if (bindings.length > 0) return { owner, bindings };
  }
  return undefined;
}

/** The getter of a property whose last definition is a setter or deleter; other bindings as they are. */
function getterOf({ module }: ClassValue, binding: Binding): Binding {
  if (binding.kind !== 'function' || !isAccessor(module.tree, binding.node)) return binding;
  const all = binding.from.bindings.get(binding.name) ?? [];
  return all.find((one) => one.kind === 'function' && !isAccessor(module.tree, one.node)) ?? binding;
}

function isAccessor(tree: Tree, definition: Node): boolean {
  return decoratorsOf(tree, definition).some((one) => {
    const expression = decoratorExpression(tree, one);
    return tree.kind(expression) === Kind.Attribute && /^(?:setter|deleter)$/.test(tree.nameText(expression));
  });
}

/**
 * What a member is when it is got from `receiver`: a function becomes a method, a property what it gives. `of` is the
 * class of the receiver, which class methods get.
 */
export function boundMember(e: Evaluator, member: Member, receiver: Value, of: ClassValue): Value {
  return union(member.bindings.map((binding) => boundBinding(e, member.owner, binding, receiver, of)));
}

function boundBinding(e: Evaluator, owner: ClassValue, binding: Binding, receiver: Value, of: ClassValue): Value {
  const context = e.context(owner.module, owner.frame);
  const value = e.binding(context, binding);
  if (binding.kind !== 'function') return described(e, value, receiver, of);
  const kind = kindOfMethod(e, owner.module, binding.node);
  if (kind === 'property') {
    const getter = functionValue(owner.module, binding.node, owner.frame);
    if (receiver.kind === 'class') return getter;
    return callFunction(e, getter, argumentsOf(`p${binding.node}`, [receiver], undefined, depthOf(receiver)));
  }
  if (value.kind !== 'function' || kind === 'static') return value;
  if (kind === 'class') return method(of, value);
  return receiver.kind === 'class' ? value : method(receiver, value);
}

/** How many calls led to an object: that of its construction. */
function depthOf(receiver: Value): number {
  return receiver.kind === 'instance' ? (receiver.construction?.depth ?? 0) : 0;
}

/**
 * What an attribute of a class gives where it is got from `receiver`, an object of the class `of` or the class itself
 * (https://docs.python.org/3/howto/descriptor.html).
 */
function described(e: Evaluator, value: Value, receiver: Value, of: ClassValue): Value {
  return overMembers(value, (member) => {
    const from = receiver.kind === 'class' ? none : receiver;
    if (member.kind === 'object') return e.providerOf(member)?.got?.(member, from, e) ?? member;
    if (member.kind !== 'instance' || memberOf(e, member.class, '__get__') === undefined) return member;
    const given = argumentsOf(`get ${member.key}`, [from, of], undefined, depthOf(receiver));
    return e.call(e.attribute(member, '__get__'), given);
  });
}
