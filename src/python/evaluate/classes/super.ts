// https://docs.python.org/3/library/functions.html#super
import { callee, Kind, NONE, type Node, parameterName } from '../../../syntax/python/index.ts';
import { classValue, instance, placeKey, unknown } from '../../values/make.ts';
import type { ClassValue, Value } from '../../values/value.ts';
import type { Context } from '../context.ts';
import { enclosingClass, enclosingFunction } from '../enclosing.ts';
import type { Evaluator } from '../evaluator.ts';
import { languageObject } from '../language-object.ts';
import { firstParameter } from '../parameter-binding.ts';
import { isSame } from './bases.ts';
import { boundMember, memberIn } from './members.ts';

/** `super()` in a method: what looks attributes up behind the method's class. Undefined for other calls. */
export function superObject(e: Evaluator, context: Context, call: Node): Value | undefined {
  const { tree, module } = context;
  const called = callee(tree, call);
  if (tree.kind(called) !== Kind.Name || tree.nameText(called) !== 'super') return undefined;
  const method = methodAround(context, call);
  if (method === NONE) return unknown('dynamic-value');
  const owner = classValue(module, enclosingClass(tree, method), null);
  const parameter = firstParameter(tree, method);
  if (parameter === NONE) return unknown('dynamic-value');
  const receiver = e.nameIn(context, module.scopes.of(method), tree.name(parameterName(tree, parameter)), call);
  return languageObject(`super${placeKey(module, call, context.frame)}`, {
    attribute: (name) => behind(e, owner, receiver, name),
  });
}

/** `object.__new__`, which makes an object of the class that it is passed. */
function maker(of: ClassValue): Value {
  return languageObject(`new${of.key}`, { attribute: () => undefined, call: () => instance(of, null) });
}

function methodAround({ tree }: Context, call: Node): Node {
  let method = enclosingFunction(tree, call);
  while (method !== NONE && enclosingClass(tree, method) === NONE) method = enclosingFunction(tree, method);
  return method;
}

function behind(e: Evaluator, owner: ClassValue, receiver: Value, name: string): Value {
  const of = receiver.kind === 'instance' ? receiver.class : receiver.kind === 'class' ? receiver : owner;
  const { classes, outside } = e.lineage(of);
  const at = classes.findIndex((one) => isSame(one, owner));
  const rest = at === -1 ? e.lineage(owner).classes.slice(1) : classes.slice(at + 1);
  const member = memberIn(rest, name);
  if (member === undefined && name === '__new__') return maker(of);
  if (member !== undefined) return boundMember(e, member, receiver.kind === 'class' ? of : receiver, of);
  for (const base of outside) {
    if (base.kind === 'external') return e.attribute({ ...base, path: `${base.path}()`, key: `${base.key}()` }, name);
    if (base.kind === 'object') return e.attribute(base, name);
  }
  return unknown('external-code');
}
