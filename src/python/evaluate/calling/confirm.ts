import { callee } from '../../../syntax/python/index.ts';
import type { CallArguments } from '../../model-provider.ts';
import { members } from '../../values/union.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { SyntaxArguments, withReceiver } from '../arguments.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Use } from '../uses.ts';

/** More calls of a function than this are not looked at. */
export const mostSites = 300;

/** Those of some calls that call the function, as evaluating what they call tells. */
export function confirmed(e: Evaluator, uses: readonly Use[], called: FunctionValue): CallArguments[] {
  const found: CallArguments[] = [];
  for (const { module, node } of uses.slice(0, mostSites)) {
    const context = e.context(module);
    const given = new SyntaxArguments(e, context, node);
    for (const target of members(e.evaluate(context, callee(module.tree, node)))) {
      const reached = reaches(e, target, called, given);
      if (reached !== undefined) found.push(reached);
    }
  }
  return found;
}

/** The arguments with which calling `target` calls the function; undefined if it does not. */
export function reaches(
  e: Evaluator,
  target: Value,
  called: FunctionValue,
  given: CallArguments,
): CallArguments | undefined {
  switch (target.kind) {
    case 'function':
      return isSame(target, called) ? given : undefined;
    case 'method':
      return isSame(target.function, called) ? withReceiver(target.receiver, given) : undefined;
    case 'class': {
      const made = e.attribute(
        { kind: 'instance', key: `i${target.key}/`, class: target, construction: null },
        '__init__',
      );
      if (made.kind !== 'method' || !isSame(made.function, called)) return undefined;
      return withReceiver(made.receiver, given);
    }
    case 'instance': {
      const call = target.class.module === called.module ? e.attribute(target, '__call__') : undefined;
      if (call?.kind !== 'method' || !isSame(call.function, called)) return undefined;
      return withReceiver(target, given);
    }
    case 'object': // a partial and the like
      return indirect(e, target, given, called)[0];
    default:
      return undefined;
  }
}

/** A model says whom it calls with what. */
export function indirect(e: Evaluator, holder: Value, given: CallArguments, called: FunctionValue): CallArguments[] {
  const found: CallArguments[] = [];
  for (const { callee: target, arguments: passed } of e.indirectCalls(holder, given)) {
    for (const one of members(target)) {
      const reached = reaches(e, one, called, passed);
      if (reached !== undefined) found.push(reached);
    }
  }
  return found;
}

/** True if two are the same definition, made in whatever call. */
export function isSame(one: FunctionValue, other: FunctionValue): boolean {
  return one.module === other.module && one.node === other.node;
}
