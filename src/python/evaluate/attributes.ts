// https://docs.python.org/3/reference/expressions.html#attribute-references
import { definitionName, Kind, NONE } from '../../syntax/python/index.ts';
import { constant, isNone, object, unknown } from '../values/make.ts';
import { members, nothing, overMembers, union } from '../values/union.ts';
import type { External, FunctionValue, Method, Union, Value } from '../values/value.ts';
import { classAttribute } from './classes/class-attributes.ts';
import type { Evaluator } from './evaluator.ts';
import { outside } from './imports.ts';
import { taskMethod } from './task-methods.ts';
import type { Use } from './uses.ts';

/** `value.name`. None has no attributes: where a value may be None or something else, it is something else. */
export function attributeOf(e: Evaluator, value: Value, name: string): Value {
  if (value.kind !== 'union') return ofOne(e, value, name);
  return overMembers(union(members(value).filter((member) => !isNone(member))), (member) => ofOne(e, member, name));
}

function ofOne(e: Evaluator, value: Exclude<Value, Union>, name: string): Value {
  switch (value.kind) {
    case 'module':
      return e.moduleMember(value.module, name);
    case 'external':
      return ofExternal(e, value, name);
    case 'instance':
      return e.instanceAttribute(value, name);
    case 'class':
      return classAttribute(e, value, name);
    case 'object':
      return e.providerOf(value)?.attribute?.(value, name, e) ?? unknown('external-code');
    case 'function':
      return ofFunction(e, value, name);
    case 'method':
      return ofMethod(value, name);
    case 'unknown':
      return value;
    default:
      return isNone(value) ? nothing : object('builtins', `${value.key}.${name}`, { receiver: value, name });
  }
}

function ofExternal(e: Evaluator, value: External, name: string): Value {
  return outside(e, `${value.path}.${name}`);
}

/** An attribute of a function is what somebody stored there; `__wrapped__` is the function, a task's `delay` calls it. */
function ofFunction(e: Evaluator, value: FunctionValue, name: string): Value {
  if (name === '__name__') return nameOf(value);
  if (name === '__wrapped__' || name === '__func__') return value;
  const task = taskMethod(e, value, name);
  if (task !== undefined) return task;
  const stored = storedIn(e, value, name);
  return stored === nothing ? unknown('dynamic-value') : stored;
}

/** https://docs.python.org/3/reference/datamodel.html#instance-methods */
function ofMethod({ receiver, function: of }: Method, name: string): Value {
  if (name === '__self__') return receiver;
  if (name === '__func__') return of;
  return name === '__name__' ? nameOf(of) : unknown('dynamic-value');
}

function nameOf({ module: { tree }, node }: FunctionValue): Value {
  return constant(tree.kind(node) === Kind.Lambda ? '<lambda>' : tree.nameText(definitionName(tree, node)));
}

/** What assignments to an attribute of that very value store in it; `nothing` if there are none. */
export function storedIn(e: Evaluator, value: Value, name: string): Value {
  const [module] = e.program.opened;
  if (module === undefined) return nothing;
  const stores = e.uses.stores(module.tree.names.idOf(name)).slice(0, mostStores);
  return union(stores.map((use) => (isStoreIn(e, use, value) ? valueStored(e, use) : nothing)));
}

function isStoreIn(e: Evaluator, { module, node }: Use, value: Value): boolean {
  const receivers = members(e.evaluate(e.context(module), module.tree.firstChild(node)));
  return receivers.some((one) => one.key === value.key);
}

/** `object.name = value`: the value behind the attribute. */
function valueStored(e: Evaluator, { module, node }: Use): Value {
  const next = module.tree.nextSibling(node);
  return next === NONE ? nothing : e.evaluate(e.context(module), next);
}

const mostStores = 20;
