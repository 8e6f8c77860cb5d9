// A helper that gets what it calls (`tag(client, arn)`, `call(*args)`) does for each of its callers what that one passes.
import type { Context } from '../python/evaluate/context.ts';
import { enclosingClass, enclosingFunction } from '../python/evaluate/enclosing.ts';
import type { Evaluator } from '../python/evaluate/evaluator.ts';
import { frameFor } from '../python/evaluate/functions.ts';
import { firstParameter } from '../python/evaluate/parameter-binding.ts';
import type { Operation } from '../python/model-provider.ts';
import { functionValue } from '../python/values/make.ts';
import { union } from '../python/values/union.ts';
import type { Value } from '../python/values/value.ts';
import { Kind, NONE, type Node } from '../syntax/python/index.ts';
import { usesParameter } from './uses-parameter.ts';

const mostSites = 24;

/**
 * The calls of the function around a place that calls something which depends on its parameters: a context for each.
 * Undefined for other places, and where its calls are not all known, fewer than two or too many.
 */
export function contextsOfCallers(e: Evaluator, { module, tree }: Context, called: Node): Context[] | undefined {
  const definition = enclosingFunction(tree, called);
  if (definition === NONE || tree.kind(definition) !== Kind.FunctionDefinition) return undefined;
  if (!usesParameter(module, definition, called)) return undefined;
  const of = functionValue(module, definition, null);
  const { calls, complete } = e.callSites(of);
  if (!complete || calls.length < 2 || calls.length > mostSites) return undefined;
  const frames = calls.map((call) => frameFor(of, call));
  return frames.every((frame) => frame !== null) ? frames.map((frame) => e.context(module, frame)) : undefined;
}

/** True for what is got from a parameter of the function around by attributes, calls and items alone: `client.get_object`. */
export function isOfParameter({ module, tree }: Context, called: Node): boolean {
  let root = called;
  while (tree.kind(root) === Kind.Attribute || tree.kind(root) === Kind.Call || tree.kind(root) === Kind.Subscript)
    root = tree.firstChild(root);
  const definition = tree.kind(root) === Kind.Name ? enclosingFunction(tree, root) : NONE;
  if (definition === NONE || tree.kind(definition) !== Kind.FunctionDefinition) return false;
  const bindings = module.scopes.of(definition).bindings.get(tree.name(root)) ?? [];
  const parameter = bindings.find(({ kind }) => kind === 'parameter');
  const isSelf = enclosingClass(tree, definition) !== NONE && parameter?.node === firstParameter(tree, definition);
  return parameter !== undefined && !isSelf;
}

/** Operations of several calls of one place: the same operation once, with what any of the calls passes. */
export function joinedOperations(operations: readonly Operation[]): Operation[] {
  const found = new Map<string, Operation>();
  for (const one of operations) {
    const key = operationKey(one);
    const before = found.get(key);
    found.set(
      key,
      before === undefined ? one : { ...one, arguments: joinedArguments(before.arguments, one.arguments) },
    );
  }
  return [...found.values()];
}

function operationKey({ service, operation, through, identity, prepares, uses }: Operation): string {
  const of =
    identity.kind === 'assumed-role' ? identity.role.key : identity.kind === 'profile' ? identity.profile.key : '';
  return [service, operation, through, identity.kind, of, prepares, uses].join('\n');
}

function joinedArguments(one: ReadonlyMap<string, Value>, other: ReadonlyMap<string, Value>): Map<string, Value> {
  const found = new Map(one);
  for (const [name, value] of other)
    found.set(name, found.has(name) ? union([found.get(name) ?? value, value]) : value);
  return found;
}
