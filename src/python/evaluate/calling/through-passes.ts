import {
  callee,
  firstArgument,
  firstTarget,
  Kind,
  type NameId,
  NONE,
  type Node,
  valueOf,
} from '../../../syntax/python/index.ts';
import type { CallArguments } from '../../model-provider.ts';
import { members } from '../../values/union.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { SyntaxArguments, withReceiver } from '../arguments.ts';
import type { Context } from '../context.ts';
import { enclosingClass, enclosingFunction } from '../enclosing.ts';
import type { Evaluator } from '../evaluator.ts';
import { frameFor } from '../functions.ts';
import { confirmed, indirect, isSame, mostSites } from './confirm.ts';
import { type ArgumentPlace, usesOfParameter } from './parameter-uses.ts';
import { computedIn } from './through-values.ts';

/** Somebody gets the function as an argument: a model says how it calls it, a function of the program calls its parameter. */
export function throughPasses(e: Evaluator, called: FunctionValue, name: NameId): CallArguments[] {
  const found: CallArguments[] = [];
  const isMethod = enclosingClass(called.module.tree, called.node) !== NONE;
  const isInner = !isMethod && enclosingFunction(called.module.tree, called.node) !== NONE;
  for (const { module, node } of e.uses.passes(name).slice(0, mostSites)) {
    if (isInner && module !== called.module) continue;
    const context = e.context(module);
    found.push(...passedTo(e, context, node, called, passedAt(e, context, node, called)));
  }
  return found;
}

/** The calls of a function by those to whom a call passes it, at some of its arguments' places. */
export function passedTo(
  e: Evaluator,
  context: Context,
  call: Node,
  called: FunctionValue,
  passed: readonly ArgumentPlace[],
  depth = 0,
): CallArguments[] {
  if (passed.length === 0) return [];
  const given = new SyntaxArguments(e, context, call);
  const found: CallArguments[] = [];
  for (const holder of members(e.evaluate(context, callee(context.tree, call)))) {
    const later = holder.kind === 'external' ? throughResult(e, context, call, called) : [];
    found.push(...(later.length > 0 ? later : indirect(e, holder, given, called)));
    const inner = holder.kind === 'method' ? holder.function : holder;
    if (inner.kind === 'function' || inner.kind === 'class') found.push(...computedIn(e, inner.module, called));
    if (inner.kind !== 'function' || depth > mostHands) continue;
    const frame = frameFor(inner, holder.kind === 'method' ? withReceiver(holder.receiver, given) : given);
    const within = e.context(inner.module, frame ?? inner.frame);
    const shift = holder.kind === 'method' ? 1 : 0;
    for (const place of passed) {
      for (const { call: use, passedAs } of usesOfParameter(inner, typeof place === 'string' ? place : place + shift)) {
        if (passedAs === undefined) found.push(new SyntaxArguments(e, within, use));
        else found.push(...passedTo(e, within, use, called, [passedAs], depth + 1));
      }
    }
  }
  return found;
}

/** A function that is passed on more often than this is not followed. */
const mostHands = 3;

/** `run = partial(f, x)` and then `run(y)`, `submit(partial(f, x), y)`: what is made of the function calls it. */
function throughResult(e: Evaluator, context: Context, call: Node, called: FunctionValue): CallArguments[] {
  if (!members(e.evaluate(context, call)).some(({ kind }) => kind === 'object')) return [];
  const { tree, module } = context;
  const parent =
    tree.kind(tree.parent(call)) === Kind.KeywordArgument ? tree.parent(tree.parent(call)) : tree.parent(call);
  if (tree.kind(parent) === Kind.Assignment) {
    const target = firstTarget(tree, parent);
    const isNamed = tree.kind(target) === Kind.Name || tree.kind(target) === Kind.Attribute;
    return isNamed ? confirmed(e, e.uses.calls(tree.name(target)), called) : [];
  }
  if (tree.kind(parent) !== Kind.Call) return [];
  if (callee(tree, parent) === call) return confirmed(e, [{ module, node: parent }], called);
  const given = new SyntaxArguments(e, context, parent);
  return members(e.evaluate(context, callee(tree, parent))).flatMap((one) => indirect(e, one, given, called));
}

/** The places at which a call passes the function. */
export function passedAt(e: Evaluator, context: Context, call: Node, called: FunctionValue): ArgumentPlace[] {
  const { tree } = context;
  const found: ArgumentPlace[] = [];
  let index = 0;
  for (let argument = firstArgument(tree, call); argument !== NONE; argument = tree.nextSibling(argument)) {
    const named = tree.kind(argument) === Kind.KeywordArgument;
    const value = named ? valueOf(tree, argument) : argument;
    const kind = tree.kind(value);
    const mayBe = value === called.node || kind === Kind.Name || kind === Kind.Attribute;
    if (mayBe && members(e.evaluate(context, value)).some((one) => isFunction(one, called)))
      found.push(named ? tree.nameText(argument) : index);
    index++;
  }
  return found;
}

function isFunction(value: Value, called: FunctionValue): boolean {
  const one = value.kind === 'method' ? value.function : value;
  return one.kind === 'function' && isSame(one, called);
}
