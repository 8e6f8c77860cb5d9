import { callee, definitionName, Kind, NONE, type Node, parameterName, walk } from '../../../syntax/python/index.ts';
import type { CallArguments } from '../../model-provider.ts';
import { boundedKey } from '../../values/key.ts';
import { functionValue, instance } from '../../values/make.ts';
import type { ClassValue, FunctionValue, Instance, Value } from '../../values/value.ts';
import { argumentsOf, SyntaxArguments, withFirst, withReceiver } from '../arguments.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { frameFor } from '../functions.ts';
import { mappingFromArguments } from '../mapping-arguments.ts';
import { firstParameter } from '../parameter-binding.ts';
import { isSame, isTypedDictionary } from './bases.ts';
import { constructionByFields } from './fields.ts';
import { memberIn } from './members.ts';

/** The object that calling a class makes. */
export function construct(e: Evaluator, of: ClassValue, call: CallArguments): Value {
  if (isTypedDictionary(e, of)) return mappingFromArguments(call);
  const { classes, outside } = e.lineage(of);
  const init = memberIn(classes, '__init__');
  const [binding] = init?.bindings ?? [];
  if (init === undefined || binding?.kind !== 'function') {
    const isOutside = outside.some(({ kind }) => kind === 'object');
    return instance(of, isOutside ? passingOn(of, call) : constructionByFields(e, of, classes, call));
  }
  const called = functionValue(init.owner.module, binding.node, init.owner.frame);
  return instance(of, selfFrame(called, of, call));
}

/** A construction by a class of a library above, which gets the arguments as they are. */
function passingOn(of: ClassValue, call: CallArguments): Frame {
  return {
    key: boundedKey(`${of.key}@${call.key}`),
    function: functionValue(of.module, of.node, of.frame),
    parameter: () => undefined,
    passedOn: call,
    depth: call.depth + 1,
  };
}

/** What the class of a library above an object's classes is constructed with, as far as that is known. */
export function argumentsOfBase(e: Evaluator, of: Instance): CallArguments {
  const frame = of.construction;
  const none = argumentsOf(`base ${of.key}`, []);
  if (frame === null) return none;
  if (frame.passedOn !== undefined) return frame.passedOn;
  const { module, node } = frame.function;
  const call = superCall(module.tree, node);
  return call === NONE ? none : new SyntaxArguments(e, e.context(module, frame), call);
}

/** The frame of a call of `__init__`, whose first parameter is the object that it makes. */
function selfFrame(called: FunctionValue, of: ClassValue, call: CallArguments): Frame | null {
  let made: Instance = instance(of, null);
  const frame = frameFor(
    called,
    withFirst(of.key, () => made, call),
  );
  made = instance(of, frame);
  return frame;
}

/**
 * The call in which a function of `owner`, a class of the object or above it, worked on the object. Of `__init__`: that by
 * which the object was made, or that of `super().__init__(…)` on the way up; it says what is passed. Of other functions,
 * and where it is not known how the object was made: all calls, on this object. Undefined where that says nothing.
 */
export function constructionOf(e: Evaluator, of: Instance, owner: ClassValue, definition: Node): Frame | undefined {
  if (definition === NONE) return undefined;
  const ownCall = of.construction?.function;
  if (ownCall?.module === owner.module && ownCall.node === definition) return of.construction ?? undefined;
  const called = functionValue(owner.module, definition, owner.frame);
  if (isNamed(owner, definition, '__init__')) {
    const frame = initFrame(e, of, called);
    if (frame !== undefined) return frame;
  }
  return of.construction === null && isSame(owner, of.class) ? undefined : onObject(called, of);
}

/** All calls of a function on one object. */
function onObject(called: FunctionValue, of: Instance): Frame | undefined {
  const { tree } = called.module;
  const parameter = tree.kind(called.node) === Kind.FunctionDefinition ? firstParameter(tree, called.node) : NONE;
  if (parameter === NONE) return undefined;
  const self = tree.name(parameterName(tree, parameter));
  return {
    key: boundedKey(`${called.key}<${of.key}`),
    function: called,
    parameter: (name) => (name === self ? of : undefined),
    partial: true,
    depth: of.construction?.depth ?? 0,
  };
}

/** Follows `super().__init__(…)` from the first `__init__` of an object's classes up to another. */
function initFrame(e: Evaluator, of: Instance, wanted: FunctionValue): Frame | undefined {
  let frame: Frame | undefined;
  for (const owner of e.lineage(of.class).classes) {
    const [binding] = memberIn([owner], '__init__')?.bindings ?? [];
    if (binding?.kind !== 'function') continue;
    const init = functionValue(owner.module, binding.node, owner.frame);
    if (frame === undefined) frame = of.construction ?? onObject(init, of);
    else frame = superFrame(e, of, frame, init);
    if (frame === undefined || init.key === wanted.key) return frame;
  }
  return undefined;
}

function superFrame(e: Evaluator, of: Instance, below: Frame, init: FunctionValue): Frame | undefined {
  const { module, node } = below.function;
  const call = superCall(module.tree, node);
  if (call === NONE) return undefined;
  const given = new SyntaxArguments(e, e.context(module, below), call);
  return frameFor(init, withReceiver(of, given)) ?? undefined;
}

function isNamed({ module }: ClassValue, definition: Node, name: string): boolean {
  const { tree } = module;
  return tree.kind(definition) === Kind.FunctionDefinition && tree.nameText(definitionName(tree, definition)) === name;
}

/** The call `super().__init__(…)` or `Base.__init__(…)` in a function; `NONE` if there is none. */
function superCall(tree: ClassValue['module']['tree'], definition: Node): Node {
  let found: Node = NONE;
  if (tree.kind(definition) !== Kind.FunctionDefinition) return found;
  walk(tree, definition, (node) => {
    if (found !== NONE) return false;
    if (tree.kind(node) === Kind.Call) {
      const target = callee(tree, node);
      if (tree.kind(target) === Kind.Attribute && tree.nameText(target) === '__init__') {
        const object = tree.firstChild(target);
        if (tree.kind(object) === Kind.Call) found = node;
      }
    }
    return found === NONE;
  });
  return found;
}
