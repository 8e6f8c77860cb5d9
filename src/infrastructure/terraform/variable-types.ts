// https://developer.hashicorp.com/terraform/language/expressions/type-constraints
import type { Expression } from '../../syntax/hcl/index.ts';
import type { MapEntry, Value } from '../model/value.ts';
import { entry } from './entries.ts';
import type { Evaluation, Scope } from './evaluation.ts';
import { list, literal } from './make.ts';
import { isNull } from './settled.ts';
import { placeOf } from './source.ts';

/** A value as a type constraint makes it: attributes of objects that are left out have their defaults, or are null. */
export function withType(value: Value, type: Expression, scope: Scope, evaluation: Evaluation): Value {
  if (type.kind === 'parentheses') return withType(value, type.inner, scope, evaluation);
  if (type.kind !== 'call' || !evaluation.spend(1) || isNull(value)) return value;
  const [inner] = type.arguments;
  if (inner === undefined) return value;
  if (value.kind === 'parameter' && value.fallback !== null) {
    return { ...value, fallback: withType(value.fallback, type, scope, evaluation) };
  }
  switch (type.name) {
    case 'object':
      return inner.kind === 'object' ? withAttributes(value, inner, scope, evaluation) : value;
    case 'map':
      if (value.kind !== 'map') return value;
      return {
        ...value,
        entries: new Map([...value.entries].map(([name, old]) => [name, typed(old, inner, scope, evaluation)])),
      };
    case 'list':
    case 'set':
      if (value.kind !== 'list') return value;
      return list(
        value.items.map((item) => withType(item, inner, scope, evaluation)),
        value.place,
      );
    case 'optional':
      return withType(value, inner, scope, evaluation);
    default:
      return value;
  }
}

function typed(old: MapEntry, type: Expression, scope: Scope, evaluation: Evaluation): MapEntry {
  const compute = (): Value => withDefault(old.value, type, scope, evaluation);
  return entry(old.key, evaluation.cell(compute, old.key, 'a value'));
}

/** `optional(type, default)`: the default where the attribute is null. */
function withDefault(value: Value, type: Expression, scope: Scope, evaluation: Evaluation): Value {
  const fallback = type.kind === 'call' && type.name === 'optional' ? type.arguments[1] : undefined;
  const used = fallback !== undefined && isNull(value) ? evaluation.value(fallback, { ...scope, shared: true }) : value;
  return withType(used, type, scope, evaluation);
}

function withAttributes(
  value: Value,
  attributes: Extract<Expression, { kind: 'object' }>,
  scope: Scope,
  evaluation: Evaluation,
): Value {
  if (value.kind !== 'map') return value;
  const entries = new Map(value.entries);
  for (const { name, value: type } of attributes.entries) {
    const old = name === null ? undefined : entries.get(name);
    if (name === null) continue;
    if (old !== undefined) entries.set(name, typed(old, type, scope, evaluation));
    else if (type.kind === 'call' && type.name === 'optional' && value.open === null) {
      const place = placeOf(scope.source, type);
      entries.set(name, typed({ key: place, value: literal(null, place) }, type, scope, evaluation));
    }
  }
  return { ...value, entries };
}
