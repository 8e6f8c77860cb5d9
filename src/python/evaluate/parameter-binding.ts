// https://docs.python.org/3/reference/compound_stmts.html#function-definitions
import {
  functionParameters,
  type NameId,
  NONE,
  type Node,
  ParameterKind,
  parameterDefault,
  parameterKind,
  parameterName,
  type Tree,
} from '../../syntax/python/index.ts';
import type { CallArguments } from '../model-provider.ts';
import { mappingOf, sequenceOf } from '../values/containers.ts';
import { unknown } from '../values/make.ts';
import type { FunctionValue, Value } from '../values/value.ts';
import { decoratorsOf } from './decorators.ts';

/** What a call passes for a parameter; undefined if it passes nothing, so that the default counts. */
export function bindParameter(called: FunctionValue, call: CallArguments, name: NameId): Value | undefined {
  const { tree } = called.module;
  const first = firstParameter(tree, called.node);
  let index = 0;
  for (let parameter = first; parameter !== NONE; parameter = tree.nextSibling(parameter)) {
    const kind = parameterKind(tree, parameter);
    const positional = kind === ParameterKind.PositionalOnly || kind === ParameterKind.PositionalOrKeyword;
    if (tree.name(parameterName(tree, parameter)) === name) {
      if (kind === ParameterKind.VarPositional) return sequenceOf('tuple', from(call, index), !call.open);
      if (kind === ParameterKind.VarKeyword) return restOf(tree, first, call);
      if (positional && isShort(called, call)) return call.keyword(tree.names.text(name)) ?? unknown('external-code');
      return passed(call, positional ? index : -1, tree.names.text(name));
    }
    if (positional) index++;
  }
  return undefined;
}

/**
 * True if a call leaves out what a decorated function cannot do without: the decorator passes more by itself (a context, a
 * session), and which positions the written arguments take is its business.
 */
function isShort({ module: { tree }, node }: FunctionValue, call: CallArguments): boolean {
  if (call.open || call.more?.() !== undefined || decoratorsOf(tree, node).length === 0) return false;
  let index = 0;
  for (let parameter = firstParameter(tree, node); parameter !== NONE; parameter = tree.nextSibling(parameter)) {
    const kind = parameterKind(tree, parameter);
    if (kind === ParameterKind.VarPositional || kind === ParameterKind.VarKeyword) continue;
    const isGiven = kind !== ParameterKind.KeywordOnly && index < call.count;
    const isNamed = call.keywords.includes(tree.nameText(parameterName(tree, parameter)));
    if (!isGiven && !isNamed && parameterDefault(tree, parameter) === NONE) return true;
    if (kind !== ParameterKind.KeywordOnly) index++;
  }
  return false;
}

function passed(call: CallArguments, index: number, name: string): Value | undefined {
  const value = (index >= 0 ? call.positional(index) : undefined) ?? call.keyword(name);
  return value ?? (call.open ? unknown('dynamic-value') : undefined);
}

function from(call: CallArguments, index: number): Value[] {
  const values: Value[] = [];
  for (let at = index; at < call.count; at++) values.push(call.positional(at) ?? unknown('dynamic-value'));
  const more = call.more?.();
  if (more !== undefined) values.push(more);
  return values;
}

/** What `**kwargs` collects: the keywords that no other parameter takes. */
function restOf(tree: Tree, first: Node, call: CallArguments): Value {
  const taken = new Set<string>();
  for (let parameter = first; parameter !== NONE; parameter = tree.nextSibling(parameter)) {
    const kind = parameterKind(tree, parameter);
    if (kind === ParameterKind.PositionalOrKeyword || kind === ParameterKind.KeywordOnly) {
      taken.add(tree.nameText(parameterName(tree, parameter)));
    }
  }
  const entries = new Map<string, Value>();
  for (const name of call.keywords) {
    if (!taken.has(name)) entries.set(name, call.keyword(name) ?? unknown('dynamic-value'));
  }
  return mappingOf(entries, call.open ? unknown('dynamic-value') : undefined);
}

/** The first Parameter of a function or lambda, the others being its siblings; `NONE` if it has none. */
export function firstParameter(tree: Tree, definition: Node): Node {
  const parameters = functionParameters(tree, definition);
  return parameters === NONE ? NONE : tree.firstChild(parameters);
}
