import {
  decoratorExpression,
  Kind,
  type NameId,
  NONE,
  type Node,
  ParameterKind,
  parameterAnnotation,
  parameterDefault,
  parameterKind,
  parameterName,
  type Tree,
} from '../../syntax/python/index.ts';
import type { CallArguments } from '../model-provider.ts';
import { blockAround } from '../reach/block.ts';
import { mappingOf, sequence } from '../values/containers.ts';
import { classValue, functionValue, instance, isNone, unknown } from '../values/make.ts';
import { members, nothing, union } from '../values/union.ts';
import type { FunctionValue, Value } from '../values/value.ts';
import { kindOfMethod } from './classes/method-kind.ts';
import type { Context } from './context.ts';
import { decoratorsOf } from './decorators.ts';
import { enclosingClass } from './enclosing.ts';
import type { Evaluator } from './evaluator.ts';
import { fixtureValue } from './fixtures.ts';
import { bindParameter, firstParameter } from './parameter-binding.ts';

/**
 * What a parameter is. In a call (frame): what the call passes, else the default. In all calls at once: the union over
 * the call sites and the default; where they say nothing, the annotation; where there are none, somebody outside calls.
 * Texts and numbers that tests pass to the program's functions count where the program itself passes nothing.
 */
export function parameterValue(e: Evaluator, context: Context, parameter: Node): Value {
  const { tree } = context;
  const definition = tree.parent(tree.parent(parameter));
  const name = tree.name(parameterName(tree, parameter));
  const { frame } = context;
  if (frame !== null && frame.function.node === definition && frame.function.module === context.module) {
    const passed = frame.parameter(name);
    if (passed !== undefined) return orAnnotation(e, context, parameter, passed);
    if (frame.partial === true) return generic(e, context, parameter, functionValue(context.module, definition, null));
    return (
      withDefault(e, context, parameter, definition) ?? orAnnotation(e, context, parameter, unknown('dynamic-value'))
    );
  }
  const receiver = receiverValue(e, context, definition, parameter);
  if (receiver !== undefined) return receiver;
  return generic(e, context, parameter, functionValue(context.module, definition, null));
}

function generic(e: Evaluator, context: Context, parameter: Node, called: FunctionValue): Value {
  const { tree } = context;
  const name = tree.name(parameterName(tree, parameter));
  const sites = e.callSites(called);
  const { ofTests, complete } = sites;
  const calls = isHandler(called) ? sites.calls.filter(({ place }) => !isTryOut(place)) : sites.calls;
  const values = calls.map((call) => bindParameter(called, call, name) ?? nothing);
  const passedByTests = ofTests.map((call) => bindParameter(called, call, name) ?? nothing);
  const fallback = withDefault(e, context, parameter, called.node);
  if (fallback !== undefined) values.push(fallback);
  if (!complete) values.push(unknown('bound-reached'));
  if (values.every((value) => members(value).every(saysNothing))) {
    const fixture = injected(e, context, called, name) ?? fixtureValue(e, context, called.node, parameter);
    if (fixture !== undefined) values.push(fixture);
    else if (calls.length === 0) values.push(fromOutside(tree, parameter));
  }
  const isTold = calls.length > 0 || !values.every((value) => members(value).every(saysNothing));
  values.push(...passedByTests.flatMap(members).filter((one) => !isTold || !isName(one)));
  return orAnnotation(e, context, parameter, union(values));
}

/** True for a function as platforms call it, with an event and its context. */
function isHandler({ module: { tree }, node }: FunctionValue): boolean {
  const event = firstParameter(tree, node);
  const context = event === NONE ? NONE : tree.nextSibling(event);
  if (context === NONE || tree.nextSibling(context) !== NONE) return false;
  return /^_*(?:context|ctx)$/.test(tree.nameText(parameterName(tree, context)));
}

/** A sample event that is passed where the module is started as a script is no event of the platform's. */
function isTryOut(place: CallArguments['place']): boolean {
  return place !== undefined && place.module.tree.kind(blockAround(place.module, place.node).node) === Kind.If;
}

/** What a decorator that a model knows passes as a parameter. */
function injected(
  e: Evaluator,
  { tree }: Context,
  { module, node, frame }: FunctionValue,
  name: NameId,
): Value | undefined {
  for (const decorator of decoratorsOf(tree, node)) {
    for (const one of members(e.evaluate(e.context(module, frame), decoratorExpression(tree, decorator)))) {
      const found = one.kind === 'object' ? e.providerOf(one)?.injected?.(one, tree.names.text(name)) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** What somebody outside passes; of `**kwargs` it is known that it is a dictionary. */
function fromOutside(tree: Tree, parameter: Node): Value {
  const passed = unknown('parameter-of-entry-point');
  return parameterKind(tree, parameter) === ParameterKind.VarKeyword ? mappingOf(new Map(), passed) : passed;
}

/** An annotation says what a parameter is where nothing else does. */
function orAnnotation(e: Evaluator, context: Context, parameter: Node, value: Value): Value {
  const annotation = parameterAnnotation(context.tree, parameter);
  if (annotation === NONE || members(value).some((member) => !saysNothing(member))) return value;
  const annotated = e.annotation(e.context(context.module), annotation);
  if (annotated === undefined) return value;
  const wrapped = collected(context.tree, parameter, annotated);
  return union([wrapped, ...members(value).filter(isNone)]);
}

function isName({ kind }: Value): boolean {
  return kind === 'constant' || kind === 'text';
}

function saysNothing(value: Value): boolean {
  return value.kind === 'unknown' || value.kind === 'external' || isNone(value);
}

/** The annotation of `*args` is that of each. */
function collected(tree: Tree, parameter: Node, annotated: Value): Value {
  if (parameterKind(tree, parameter) !== ParameterKind.VarPositional) return annotated;
  return sequence(`*${annotated.key}`, 'tuple', () => [annotated], false);
}

/** The default is evaluated where the function is defined. */
function withDefault(e: Evaluator, context: Context, parameter: Node, definition: Node): Value | undefined {
  const node = parameterDefault(context.tree, parameter);
  if (node === NONE) return undefined;
  const { frame } = context;
  const own = frame !== null && frame.function.node === definition;
  return e.evaluate(own ? e.context(context.module, frame.function.frame) : context, node);
}

/** `self` is any object of the class, `cls` the class itself. Undefined for other parameters. */
function receiverValue(e: Evaluator, context: Context, definition: Node, parameter: Node): Value | undefined {
  const { tree, module } = context;
  if (tree.kind(definition) === Kind.Lambda || firstParameter(tree, definition) !== parameter) return undefined;
  const owner = enclosingClass(tree, definition);
  if (owner === NONE) return undefined;
  const kind = kindOfMethod(e, module, definition);
  if (kind === 'static') return undefined;
  const own = classValue(module, owner, null);
  return kind === 'class' ? own : instance(own, null);
}
