// https://developer.hashicorp.com/terraform/language/expressions/strings
import type { Template, TemplatePart } from '../../syntax/hcl/index.ts';
import type { Value } from '../model/value.ts';
import type { Evaluation, Scope } from './evaluation.ts';
import { choice, joined, literal, unknown } from './make.ts';
import { itemsOf, truthOf } from './settled.ts';
import { placeholderIn, placeOf, shown } from './source.ts';

/** A text with what is interpolated; a single interpolation gives its value as it is. */
export function template(node: Template, scope: Scope, evaluation: Evaluation): Value {
  const place = placeOf(scope.source, node);
  const [first] = node.parts;
  if (node.parts.every((part) => part.kind === 'text') && placeholderIn(scope.source, node) === undefined) {
    const text = node.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
    return { kind: 'literal', value: text, text, place, shared: scope.shared };
  }
  if (node.parts.length === 1 && first?.kind === 'interpolation' && node.style !== 'heredoc') {
    return evaluation.value(first.expression, scope);
  }
  return joined(partsOf(node.parts, scope, evaluation), place);
}

/** The values that the parts of a template give, in order. */
export function partsOf(parts: readonly TemplatePart[], scope: Scope, evaluation: Evaluation): Value[] {
  const found: Value[] = [];
  for (const part of parts) {
    if (!evaluation.spend(1)) return [...found, unknown('bound-reached', '…', placeOf(scope.source, part))];
    for (const value of partOf(part, scope, evaluation)) found.push(value);
  }
  return found;
}

function partOf(part: TemplatePart, scope: Scope, evaluation: Evaluation): Value[] {
  const place = placeOf(scope.source, part);
  switch (part.kind) {
    case 'text': {
      const filled = placeholderIn(scope.source, part);
      return filled === undefined
        ? [literal(part.text, place)]
        : [unknown('unsupported-construct', shown(scope.source, part), place)];
    }
    case 'interpolation':
      return [evaluation.value(part.expression, scope)];
    case 'if': {
      const condition = truthOf(evaluation.value(part.condition, scope), evaluation);
      if (condition !== undefined) return partsOf(condition ? part.whenTrue : part.whenFalse, scope, evaluation);
      const branches = [part.whenTrue, part.whenFalse].map((branch) =>
        joined(partsOf(branch, scope, evaluation), place),
      );
      return [choice(branches, place)];
    }
    case 'for':
      return repeated(part, scope, evaluation);
  }
}

function repeated(part: Extract<TemplatePart, { kind: 'for' }>, scope: Scope, evaluation: Evaluation): Value[] {
  const items = itemsOf(evaluation.value(part.collection, scope), evaluation);
  if (items === undefined || items.rest !== undefined) {
    return [unknown('dynamic-value', shown(scope.source, part.collection), placeOf(scope.source, part))];
  }
  const found: Value[] = [];
  for (const { key, keyPlace, value } of items.items) {
    const names = new Map(scope.names).set(part.value, value);
    if (part.key !== null) names.set(part.key, literal(key ?? null, keyPlace));
    for (const inner of partsOf(part.parts, { ...scope, names, shared: true }, evaluation)) found.push(inner);
    if (!evaluation.spend(1)) return found;
  }
  return found;
}
