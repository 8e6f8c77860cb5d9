// https://docs.python.org/3/reference/executionmodel.html#resolution-of-names
import { type NameId, NONE, type Node } from '../../syntax/python/index.ts';
import type { Scope } from '../scopes/scopes.ts';
import { classValue, external, unknown } from '../values/make.ts';
import { nothing, union } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import type { Context } from './context.ts';
import { enclosingClass, enclosingFunction } from './enclosing.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { bindingsIn } from './guards.ts';
import { starImport } from './imports.ts';
import { narrowed } from './not-none.ts';

/** What a name is at its place: what its bindings make of it that reach there. */
export function evaluateName(e: Evaluator, context: Context, node: Node): Value {
  return nameIn(e, context, context.module.scopes.at(node), context.tree.name(node), node);
}

/** What a name is that is used in a scope; `use` is the place of the use. */
export function nameIn(e: Evaluator, context: Context, scope: Scope, name: NameId, use: Node): Value {
  const { scopes } = context.module;
  const home = scopes.find(scope, name);
  if (home === undefined) {
    const text = context.tree.names.text(name);
    const own = text === '__class__' ? ownClass(context, use) : undefined;
    return own ?? starImport(e, context.module, scope, name) ?? builtin(e, text);
  }
  const { bindings, unbound } = home === scope ? scopes.reaching(home, name, use) : scopes.atEnd(home, name);
  const around = home === scope ? context : contextOf(e, context, home);
  const values = bindingsIn(e, around, bindings).map((binding) =>
    e.binding(binding.from === home ? around : e.context(context.module), binding),
  );
  if (bindings.length === 0 || (unbound && home.kind !== 'function')) {
    values.push(
      starImport(e, context.module, scope, name) ?? (bindings.length === 0 ? unboundName(e, context, name) : nothing),
    );
  }
  if (values.length === 0) return unknown('dynamic-value');
  const isSameAt = (test: Node): boolean => {
    const { bindings: there } = scopes.reaching(home, name, test);
    return there.length === bindings.length && there.every((one, index) => one === bindings[index]);
  };
  return home === scope ? narrowed(context.tree, use, union(values), isSameAt) : union(values);
}

/** A name that has bindings, none of which reaches the use: in a class body it may be a builtin's. */
function unboundName(e: Evaluator, context: Context, name: NameId): Value {
  return builtin(e, context.tree.names.text(name));
}

/** `__class__` in a method is the class in whose body it stands. */
function ownClass({ module, tree }: Context, use: Node): Value | undefined {
  const method = enclosingFunction(tree, use);
  const owner = method === NONE ? NONE : enclosingClass(tree, method);
  return owner === NONE ? undefined : classValue(module, owner, null);
}

function builtin(e: Evaluator, name: string): Value {
  const path = `builtins.${name}`;
  return e.external(path) ?? external(path);
}

/** The context of an outer function in whose call the inner one was made. */
function contextOf(e: Evaluator, context: Context, home: Scope): Context {
  if (home.kind === 'comprehension') return context;
  const frame = frameOf(context.frame, home);
  return frame === context.frame ? context : e.context(context.module, frame);
}

function frameOf(from: Frame | null, home: Scope): Frame | null {
  let frame = from;
  while (frame !== null && frame.function.node !== home.node) frame = frame.function.frame;
  return frame;
}
