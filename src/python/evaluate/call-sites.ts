import {
  assignedValue,
  callee,
  decoratorExpression,
  definitionName,
  firstArgument,
  firstTarget,
  Kind,
  type NameId,
  NONE,
  type Node,
  parameterName,
  valueOf,
  walk,
} from '../../syntax/python/index.ts';
import type { CallArguments } from '../model-provider.ts';
import type { Module } from '../program/module.ts';
import { functionValue } from '../values/make.ts';
import { members } from '../values/union.ts';
import type { FunctionValue, Value } from '../values/value.ts';
import { argumentsOf, SyntaxArguments, withReceiver } from './arguments.ts';
import { callCandidates } from './call-candidates.ts';
import { computedCalls } from './computed-calls.ts';
import type { Context } from './context.ts';
import { decoratorsOf } from './decorators.ts';
import { enclosingClass, enclosingFunction } from './enclosing.ts';
import type { Evaluator } from './evaluator.ts';
import { frameFor } from './functions.ts';
import { firstParameter } from './parameter-binding.ts';
import type { Use } from './uses.ts';

const mostSites = 300;

/** The calls of a function that were found, with what it gets in each; `complete` is false where there are too many. */
export interface CallSites {
  readonly calls: readonly CallArguments[];
  readonly complete: boolean;
}

/**
 * The calls that reach a function, or (of `__init__`) make an object of its class: by its name and those that imports
 * give it, each confirmed by evaluating what is called; and those by somebody to whom the function is passed.
 */
export function callSites(e: Evaluator, called: FunctionValue): CallSites {
  const { module, node } = called;
  const { tree } = module;
  if (tree.kind(node) === Kind.Lambda) return { calls: callsOfLambda(e, module, node), complete: true };
  const uses = callCandidates(e, called);
  const name = tree.name(definitionName(tree, node));
  const calls = confirmed(e, uses, called);
  calls.push(
    ...throughDecorators(e, called, uses),
    ...throughPasses(e, called, name),
    ...throughValues(e, called, name),
    ...asDecorator(e, called, name),
    ...asSetter(e, called, name),
  );
  return { calls, complete: uses.length <= mostSites };
}

/** The arguments with which calling `target` calls the function; undefined if it does not. */
function reaches(e: Evaluator, target: Value, called: FunctionValue, given: CallArguments): CallArguments | undefined {
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

const isSame = (one: FunctionValue, other: FunctionValue): boolean =>
  one.module === other.module && one.node === other.node;

/**
 * A decorator of the program calls what it decorates: `func(client, *args)` inside of the function that it gives instead.
 * Whoever calls the decorated name calls that one, so its arguments are known; where nobody does, they are not.
 */
function throughDecorators(e: Evaluator, called: FunctionValue, uses: readonly Use[]): CallArguments[] {
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
    const framed = uses.slice(0, mostSites).flatMap((use) => throughWrapper(e, holder, use, inner));
    found.push(...(framed.length > 0 ? framed : argumentsOfCalls(e, holder, inner)));
  }
  return found;
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

/** The function is a value of the module: in a table, in a variable. Whoever calls such values may call it. */
function throughValues(e: Evaluator, called: FunctionValue, name: NameId): CallArguments[] {
  const { module } = called;
  const isCall = module.tree.names.text(name) === '__call__';
  if (!isCall && !computedCalls(module).values.has(name)) return [];
  const modules = isCall ? modulesThatMake(e, called) : [module];
  const found = [...modules].flatMap((place) => computedIn(e, place, called));
  return isCall ? [...found, ...callsOfDecorated(e, called)] : found;
}

/** Objects of a class that is a decorator are called by the names of what it decorates. */
function callsOfDecorated(e: Evaluator, called: FunctionValue): CallArguments[] {
  const { tree } = called.module;
  const owner = enclosingClass(tree, called.node);
  if (owner === NONE) return [];
  const names = new Set<NameId>();
  for (const { module, node } of e.uses.decorations(tree.name(definitionName(tree, owner)))) {
    names.add(module.tree.name(definitionName(module.tree, module.tree.parent(node))));
  }
  return [...names].flatMap((one) => confirmed(e, e.uses.calls(one), called));
}

/** The calls of a module that no name tells, and that call the function. */
function computedIn(e: Evaluator, module: Module, called: FunctionValue): CallArguments[] {
  return confirmed(
    e,
    computedCalls(module).calls.map((node) => ({ module, node })),
    called,
  );
}

/** Those of some calls that call the function, as evaluating what they call tells. */
function confirmed(e: Evaluator, uses: readonly Use[], called: FunctionValue): CallArguments[] {
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

/** The function, or one that it is made in, is a decorator: it is called with what it decorates. */
function asDecorator(e: Evaluator, called: FunctionValue, name: NameId): CallArguments[] {
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

/** The setter of a property is called with what is assigned to the attribute. */
function asSetter(e: Evaluator, called: FunctionValue, name: NameId): CallArguments[] {
  const { module, node } = called;
  const { tree } = module;
  const isSetter = decoratorsOf(tree, node).some((one) => tree.nameText(decoratorExpression(tree, one)) === 'setter');
  const owner = enclosingClass(tree, node);
  if (!isSetter || owner === NONE) return [];
  const found: CallArguments[] = [];
  for (const use of e.uses.stores(name).slice(0, mostSites)) {
    const statement = use.module.tree.parent(use.node);
    if (use.module.tree.kind(statement) !== Kind.Assignment) continue;
    const context = e.context(use.module);
    for (const object of members(e.evaluate(context, use.module.tree.firstChild(use.node)))) {
      if (
        object.kind !== 'instance' ||
        !e.lineage(object.class).classes.some((one) => one.module === module && one.node === owner)
      )
        continue;
      const value = e.evaluate(context, assignedValue(use.module.tree, statement));
      found.push(argumentsOf(`=${use.module.index}.${use.node}`, [object, value]));
    }
  }
  return found;
}

/** The modules that make objects of a method's class, and its own. */
function modulesThatMake(e: Evaluator, { module, node }: FunctionValue): Set<Module> {
  const { tree } = module;
  const owner = enclosingClass(tree, node);
  const uses = owner === NONE ? [] : e.uses.calls(tree.name(definitionName(tree, owner)));
  return new Set([module, ...uses.slice(0, mostSites).map((use) => use.module)]);
}

/** A call of what a function got as a parameter, or to which it passes it on. */
interface ParameterUse {
  readonly call: Node;
  readonly isCalled: boolean;
}

/** Where a function, or one inside of it, calls what it got as a parameter, or passes it on. */
function usesOfParameter({ module, node: holder }: FunctionValue, index: number): ParameterUse[] {
  if (index < 0) return [];
  const { tree } = module;
  let parameter = firstParameter(tree, holder);
  for (let skipped = 0; skipped < index && parameter !== NONE; skipped++) parameter = tree.nextSibling(parameter);
  if (parameter === NONE) return [];
  const name = tree.name(parameterName(tree, parameter));
  const found: ParameterUse[] = [];
  walk(tree, holder, (node) => {
    if (tree.kind(node) !== Kind.Name || tree.name(node) !== name) return;
    const parent = tree.parent(node);
    const call = tree.kind(parent) === Kind.KeywordArgument ? tree.parent(parent) : parent;
    if (tree.kind(call) === Kind.Call) found.push({ call, isCalled: callee(tree, call) === node });
  });
  return found;
}

/** The calls of what a function got as a parameter, in it and in functions inside of it. */
function callsOfParameter(holder: FunctionValue, index: number): Node[] {
  return usesOfParameter(holder, index)
    .filter(({ isCalled }) => isCalled)
    .map(({ call }) => call);
}

function argumentsOfCalls(e: Evaluator, holder: FunctionValue, calls: readonly Node[]): CallArguments[] {
  return calls.map((call) => new SyntaxArguments(e, e.context(holder.module, holder.frame), call));
}

/** Somebody gets the function as an argument: a model says how it calls it, a function of the program calls its parameter. */
function throughPasses(
  e: Evaluator,
  called: FunctionValue,
  name: Parameters<Evaluator['uses']['passes']>[0],
): CallArguments[] {
  const found: CallArguments[] = [];
  const isMethod = enclosingClass(called.module.tree, called.node) !== NONE;
  const isInner = !isMethod && enclosingFunction(called.module.tree, called.node) !== NONE;
  for (const { module, node } of e.uses.passes(name).slice(0, mostSites)) {
    if (isInner && module !== called.module) continue;
    found.push(...passedTo(e, e.context(module), node, called));
  }
  return found;
}

function passedTo(e: Evaluator, context: Context, call: Node, called: FunctionValue, depth = 0): CallArguments[] {
  const given = new SyntaxArguments(e, context, call);
  const passed = passedAt(e, context, call, called);
  if (passed.length === 0) return [];
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
    for (const index of passed) {
      for (const use of usesOfParameter(inner, index + shift)) {
        if (use.isCalled) found.push(new SyntaxArguments(e, within, use.call));
        else found.push(...passedTo(e, within, use.call, called, depth + 1));
      }
    }
  }
  return found;
}

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

/** A function that is passed on more often than this is not followed. */
const mostHands = 3;

/** The positions at which a call passes the function; by name counts as -1. */
function passedAt(e: Evaluator, context: Context, call: Node, called: FunctionValue): number[] {
  const { tree } = context;
  const found: number[] = [];
  let index = 0;
  for (let argument = firstArgument(tree, call); argument !== NONE; argument = tree.nextSibling(argument)) {
    const named = tree.kind(argument) === Kind.KeywordArgument;
    const value = named ? valueOf(tree, argument) : argument;
    const kind = tree.kind(value);
    const mayBe = value === called.node || kind === Kind.Name || kind === Kind.Attribute;
    if (mayBe && members(e.evaluate(context, value)).some((one) => isFunction(one, called)))
      found.push(named ? -1 : index);
    index++;
  }
  return found;
}

function isFunction(value: Value, called: FunctionValue): boolean {
  const one = value.kind === 'method' ? value.function : value;
  return one.kind === 'function' && isSame(one, called);
}

/** A model says whom it calls with what. */
function indirect(e: Evaluator, holder: Value, given: CallArguments, called: FunctionValue): CallArguments[] {
  const found: CallArguments[] = [];
  for (const { callee: target, arguments: passed } of e.indirectCalls(holder, given)) {
    for (const one of members(target)) {
      const reached = reaches(e, one, called, passed);
      if (reached !== undefined) found.push(reached);
    }
  }
  return found;
}

/** A lambda is called by whom it is passed to, where it stands, or by the name that it is assigned to. */
function callsOfLambda(e: Evaluator, module: Module, lambda: Node): CallArguments[] {
  const { tree } = module;
  const called = functionValue(module, lambda, null);
  let parent = tree.parent(lambda);
  if (tree.kind(parent) === Kind.KeywordArgument) parent = tree.parent(parent);
  const context = e.context(module);
  if (tree.kind(parent) === Kind.Call) {
    if (callee(tree, parent) === lambda) return [new SyntaxArguments(e, context, parent)];
    return passedTo(e, context, parent, called);
  }
  return computedIn(e, module, called);
}
