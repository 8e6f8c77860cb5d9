// https://developer.hashicorp.com/terraform/language/functions
import type { Call } from '../../syntax/hcl/index.ts';
import type { Value } from '../model/value.ts';
import { isError } from './below.ts';
import type { Evaluation, Scope } from './evaluation.ts';
import { functions } from './functions/index.ts';
import { unknown } from './make.ts';
import { itemsOf } from './settled.ts';
import { placeOf, shown } from './source.ts';

/** Functions that look at errors of their arguments rather than fail with them. */
const catching = new Set(['try', 'can']);

/** `name(…)`. A function that Terraform does not have, or whose arguments are not known, gives an unknown value. */
export function call(node: Call, scope: Scope, evaluation: Evaluation): Value {
  const place = placeOf(scope.source, node);
  const text = shown(scope.source, node);
  const name = node.name.replace(/^core::/, '');
  if (name.includes('::')) return unknown('external-code', text, place);
  const entry = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (entry === undefined) return unknown('unsupported-construct', `the function ${name}`, place);
  const values = argumentsOf(node, scope, evaluation);
  if (values === undefined) return unknown('dynamic-value', text, place);
  const error = catching.has(name) ? undefined : values.find(isError);
  if (error !== undefined) return error;
  return entry(values, { place, text, evaluation }) ?? unknown(reasonOf(values), text, place);
}

/** The arguments, with the items of one that is spread; undefined where these are in unknown number. */
function argumentsOf(node: Call, scope: Scope, evaluation: Evaluation): Value[] | undefined {
  const values = node.arguments.map((argument) => evaluation.value(argument, scope));
  const last = node.spread ? values.pop() : undefined;
  if (last === undefined) return values;
  const items = itemsOf(last, evaluation);
  if (items === undefined) return undefined;
  const spread = items.items.map(({ value }) => value);
  return items.rest === undefined ? [...values, ...spread] : [...values, ...spread, items.rest];
}

/** Unknown for the reason for which an argument is. */
function reasonOf(values: readonly Value[]): 'dynamic-value' | 'bound-reached' | 'unreadable-file' {
  for (const value of values) {
    if (value.kind === 'unknown' && (value.reason === 'bound-reached' || value.reason === 'unreadable-file')) {
      return value.reason;
    }
  }
  return 'dynamic-value';
}
