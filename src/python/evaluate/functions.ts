import {
  functionReturns,
  Kind,
  lambdaBody,
  NONE,
  type Node,
  type Tree,
  valueOf,
  walk,
} from '../../syntax/python/index.ts';
import type { CallArguments } from '../model-provider.ts';
import { sequence } from '../values/containers.ts';
import { boundedKey } from '../values/key.ts';
import { none, placeKey } from '../values/make.ts';
import { members, union } from '../values/union.ts';
import type { FunctionValue, Value } from '../values/value.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { runningIn } from './guards.ts';
import { bindParameter } from './parameter-binding.ts';

const deepestFrames = 5;

/** What calling a function gives. */
export function callFunction(e: Evaluator, called: FunctionValue, call: CallArguments): Value {
  return e.result(called, frameFor(called, call));
}

/** The frame of a call; null where frames are nested too deep, and the function is evaluated for all call sites at once. */
export function frameFor(called: FunctionValue, call: CallArguments): Frame | null {
  if (call.depth >= deepestFrames) return null;
  return {
    key: boundedKey(`${called.key}@${call.content ?? call.key}`),
    function: called,
    parameter: (name) => bindParameter(called, call, name),
    depth: call.depth + 1,
  };
}

/** What a function gives in a call, or (null) in all calls. A generator gives a sequence; `await` changes nothing. */
export function resultOf(e: Evaluator, called: FunctionValue, frame: Frame | null): Value {
  const { module, node } = called;
  const { tree } = module;
  const context = e.context(module, frame ?? called.frame);
  if (tree.kind(node) === Kind.Lambda) return e.evaluate(context, lambdaBody(tree, node));
  const exits = exitsOf(tree, node);
  if (exits.yields.length > 0) {
    const key = `y${placeKey(module, node, frame)}`;
    return sequence(key, 'list', () => exits.yields.map((value) => yielded(e, context, value)), false);
  }
  const returned = runningIn(e, context, exits.returns).map((value) => e.evaluate(context, value));
  const value = returned.length === 0 ? none : union(returned);
  if (!members(value).every(saysNothing)) return value;
  const annotation = functionReturns(tree, node);
  const annotated = annotation === NONE ? undefined : e.annotation(e.context(module, called.frame), annotation);
  return annotated === undefined
    ? value
    : union([annotated, ...members(value).filter((member) => !saysNothing(member))]);
}

const saysNothing = (value: Value): boolean =>
  value.kind === 'unknown' || value.kind === 'external' || (value.kind === 'constant' && value.value === null);

function yielded(e: Evaluator, context: Parameters<Evaluator['evaluate']>[0], node: Node): Value {
  const { tree } = context;
  const value = valueOf(tree, node);
  if (value === NONE) return none;
  const given = e.evaluate(context, value);
  return tree.kind(node) === Kind.YieldFrom ? e.element(given) : given;
}

interface Exits {
  /** The values of `return` statements that have one. */
  readonly returns: readonly Node[];
  /** Yield and YieldFrom expressions. */
  readonly yields: readonly Node[];
}

const exitsByTree = new WeakMap<Tree, Map<Node, Exits>>();

/** Where a function gives something back: its own statements, not those of functions and classes inside of it. */
export function exitsOf(tree: Tree, definition: Node): Exits {
  let known = exitsByTree.get(tree);
  if (known === undefined) exitsByTree.set(tree, (known = new Map()));
  let exits = known.get(definition);
  if (exits === undefined) known.set(definition, (exits = findExits(tree, definition)));
  return exits;
}

function findExits(tree: Tree, definition: Node): Exits {
  const returns: Node[] = [];
  const yields: Node[] = [];
  walk(tree, definition, (node) => {
    switch (tree.kind(node)) {
      case Kind.FunctionDefinition:
      case Kind.ClassDefinition:
      case Kind.Lambda:
        return node === definition;
      case Kind.Return:
        if (tree.firstChild(node) !== NONE) returns.push(tree.firstChild(node));
        return true;
      case Kind.Yield:
      case Kind.YieldFrom:
        yields.push(node);
        return true;
      default:
        return true;
    }
  });
  return { returns, yields };
}

/** A function whose body says only that somebody else will say: `pass`, `...`, `raise NotImplementedError`. */
export function isAbstract(tree: Tree, definition: Node): boolean {
  let abstract = true;
  walk(tree, definition, (node) => {
    const kind = tree.kind(node);
    if (kind === Kind.Decorator || kind === Kind.Parameters) return false;
    if (kind === Kind.Raise) {
      if (!/NotImplemented/.test(tree.text(node))) abstract = false;
      return false;
    }
    if (kind === Kind.ExpressionStatement) {
      const inner = tree.kind(tree.firstChild(node));
      if (inner !== Kind.String && inner !== Kind.Ellipsis) abstract = false;
      return false;
    }
    if (kind > Kind.TypeParameter && kind < Kind.Error && kind !== Kind.Pass) abstract = false;
    return abstract;
  });
  return abstract;
}
