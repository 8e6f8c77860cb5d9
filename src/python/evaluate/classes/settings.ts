// https://docs.pydantic.dev/latest/concepts/pydantic_settings/: fields that are read from environment variables.
import {
  assignedValue,
  callee,
  Kind,
  keywordArgument,
  NONE,
  type Node,
  positionalArgument,
} from '../../../syntax/python/index.ts';
import { environment, stringOf } from '../../values/make.ts';
import type { ClassValue, Instance, Value } from '../../values/value.ts';
import type { Context } from '../context.ts';
import type { Evaluator } from '../evaluator.ts';
import { inherits } from './bases.ts';
import { memberIn } from './members.ts';

const settings = /^pydantic(?:_settings)?\.(?:\w+\.)*BaseSettings$/;

/** The environment variable behind a field of a settings class, with the field's default; undefined for others. */
export function settingsField(
  e: Evaluator,
  of: Instance,
  classes: readonly ClassValue[],
  name: string,
): Value | undefined {
  if (!inherits(e, of.class, (path) => settings.test(path))) return undefined;
  const [binding] = memberIn(classes, name)?.bindings ?? declared(classes, name);
  const owner = classes.find(({ module, node }) => module.scopes.of(node).bindings.has(module.tree.names.idOf(name)));
  if (binding === undefined || owner === undefined || binding.kind !== 'annotated') return undefined;
  const context = e.context(owner.module, owner.frame);
  const node = assignedValue(context.tree, binding.node);
  const maker = fieldCall(e, context, node);
  const alias = maker === NONE ? undefined : aliasOf(e, context, maker);
  const fallback = maker === NONE ? node : defaultIn(context, maker);
  const variable = alias ?? `${prefixOf(e, classes)}${name}`.toUpperCase();
  return environment(variable, fallback === NONE ? null : e.evaluate(context, fallback));
}

function declared(classes: readonly ClassValue[], name: string) {
  for (const { module, node } of classes) {
    const bindings = module.scopes.of(node).bindings.get(module.tree.names.idOf(name));
    if (bindings !== undefined) return bindings;
  }
  return [];
}

function fieldCall(e: Evaluator, context: Context, node: Node): Node {
  const { tree } = context;
  if (node === NONE || tree.kind(node) !== Kind.Call) return NONE;
  const maker = e.evaluate(context, callee(tree, node));
  return maker.kind === 'external' && /^pydantic\.(?:fields\.)?Field$/.test(maker.path) ? node : NONE;
}

function aliasOf(e: Evaluator, context: Context, call: Node): string | undefined {
  const { tree } = context;
  for (const name of ['validation_alias', 'env', 'alias']) {
    const node = keywordArgument(tree, call, tree.names.idOf(name));
    const text = node === NONE ? undefined : stringOf(e.evaluate(context, node));
    if (text !== undefined) return text;
  }
  return undefined;
}

function defaultIn({ tree }: Context, call: Node): Node {
  const named = keywordArgument(tree, call, tree.names.idOf('default'));
  if (named !== NONE) return named;
  const first = positionalArgument(tree, call, 0);
  return first !== NONE && tree.kind(first) === Kind.Ellipsis ? NONE : first;
}

/** The `env_prefix` of `model_config = SettingsConfigDict(…)` or of an inner `class Config`. */
function prefixOf(e: Evaluator, classes: readonly ClassValue[]): string {
  for (const owner of classes) {
    const { tree, scopes } = owner.module;
    const context = e.context(owner.module, owner.frame);
    const [config] = scopes.of(owner.node).bindings.get(tree.names.idOf('model_config')) ?? [];
    const value = config === undefined ? NONE : assignedValue(tree, config.node);
    if (value !== NONE && tree.kind(value) === Kind.Call) {
      const node = keywordArgument(tree, value, tree.names.idOf('env_prefix'));
      if (node !== NONE) return stringOf(e.evaluate(context, node)) ?? '';
    }
    const [inner] = scopes.of(owner.node).bindings.get(tree.names.idOf('Config')) ?? [];
    if (inner?.kind !== 'class') continue;
    const [prefix] = scopes.of(inner.node).bindings.get(tree.names.idOf('env_prefix')) ?? [];
    if (prefix?.kind === 'assignment') return stringOf(e.evaluate(context, assignedValue(tree, prefix.node))) ?? '';
  }
  return '';
}
