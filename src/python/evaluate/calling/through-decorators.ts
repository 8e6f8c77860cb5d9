import {
  callee,
  decoratorExpression,
  definitionName,
  Kind,
  type NameId,
  NONE,
  type Node,
} from '../../../syntax/python/index.ts';
import type { CallArguments } from '../../model-provider.ts';
import { functionValue } from '../../values/make.ts';
import { members } from '../../values/union.ts';
import type { FunctionValue } from '../../values/value.ts';
import { argumentsOf, SyntaxArguments, withReceiver } from '../arguments.ts';
import { decoratorsOf } from '../decorators.ts';
import { enclosingClass, enclosingFunction } from '../enclosing.ts';
import type { Evaluator } from '../evaluator.ts';
import { frameFor } from '../functions.ts';
import type { Use } from '../uses.ts';
import { mostSites, reaches } from './confirm.ts';
import { callsOfParameter, usesOfParameter } from './parameter-uses.ts';
import { passedTo } from './through-passes.ts';
import { computedIn } from './through-values.ts';

/**
 * A decorator of the program calls what it decorates: `func(client, *args)` inside of the function that it gives instead.
 * Whoever calls the decorated name calls that one, so its arguments are known; where nobody does, they are not.
 */
export function throughDecorators(e: Evaluator, called: FunctionValue, uses: readonly Use[]): CallArguments[] {
  const found: CallArguments[] = [];
  const holders = decoratorsOf(called.module.tree, called.node).flatMap((decorator) => {
    const expression = decoratorExpression(called.module.tree, decorator);
    return members(e.evaluate(e.context(called.module, called.frame), expression));
  });
  for (const holder of holders) {
    if (holder.kind !== 'class' && holder.kind !== 'function') continue;
    const inner = holder.kind === 'function' ? callsOfParameter(holder, 0) : [];
    if (inner.length === 0)
      for (const place of new Set([holder.module, called.module])) found.push(...computedIn(e, place, called));
    if (holder.kind !== 'function') continue;
    found.push(...handedOn(e, holder, called));
    const framed = uses.slice(0, mostSites).flatMap((use) => throughWrapper(e, holder, use, inner));
    found.push(...(framed.length > 0 ? framed : argumentsOfCalls(e, holder, inner)));
  }
  return found;
}

/** A decorator, or its wrapper, passes the function on to somebody who calls it. */
function handedOn(e: Evaluator, holder: FunctionValue, called: FunctionValue): CallArguments[] {
  const context = e.context(holder.module, holder.frame);
  return usesOfParameter(holder, 0).flatMap(({ call, passedAs }) =>
    passedAs === undefined ? [] : passedTo(e, context, call, called, [passedAs]),
  );
}

/** What a wrapper passes on in one call of the decorated name. */
function throughWrapper(e: Evaluator, holder: FunctionValue, use: Use, inner: readonly Node[]): CallArguments[] {
  const context = e.context(use.module);
  const given = new SyntaxArguments(e, context, use.node);
  const found: CallArguments[] = [];
  for (const target of members(e.evaluate(context, callee(use.module.tree, use.node)))) {
    const wrapper = target.kind === 'method' ? target.function : target;
    if (wrapper.kind !== 'function' || wrapper.module !== holder.module) continue;
    const passed = target.kind === 'method' ? withReceiver(target.receiver, given) : given;
    const frame = frameFor(wrapper, passed);
    for (const call of inner) {
      if (enclosingFunction(holder.module.tree, call) !== wrapper.node || frame === null) continue;
      found.push(new SyntaxArguments(e, e.context(holder.module, frame), call));
    }
  }
  return found;
}

/** The function, or one that it is made in, is a decorator: it is called with what it decorates. */
export function asDecorator(e: Evaluator, called: FunctionValue, name: NameId): CallArguments[] {
  const { module, node } = called;
  const { tree } = module;
  const owner = tree.names.text(name) === '__init__' ? enclosingClass(tree, node) : NONE;
  const around = owner === NONE ? enclosingFunction(tree, node) : owner;
  const names = around === NONE ? [name] : [name, tree.name(definitionName(tree, around))];
  const found: CallArguments[] = [];
  for (const use of names.flatMap((one) => e.uses.decorations(one)).slice(0, mostSites)) {
    const context = e.context(use.module);
    const definition = use.module.tree.parent(use.node);
    if (use.module.tree.kind(definition) !== Kind.FunctionDefinition) continue;
    const given = argumentsOf(`@${use.module.index}.${use.node}`, [functionValue(use.module, definition, null)]);
    for (const target of members(e.evaluate(context, decoratorExpression(use.module.tree, use.node)))) {
      const reached = reaches(e, target, called, given);
      if (reached !== undefined) found.push(reached);
    }
  }
  return found;
}

function argumentsOfCalls(e: Evaluator, holder: FunctionValue, calls: readonly Node[]): CallArguments[] {
  return calls.map((call) => new SyntaxArguments(e, e.context(holder.module, holder.frame), call));
}
