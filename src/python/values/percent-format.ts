// https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting
import type { Evaluation } from '../model-provider.ts';
import { constant, stringOf, unknown } from './make.ts';
import { concatenate } from './text.ts';
import type { Value } from './value.ts';

const conversion = /%(?:\((?<name>[^)]*)\))?[#0\- +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?(?<type>[diouxXeEfFgGcrsa%])/g;

/** `template % value`. */
export function percentFormat(evaluation: Evaluation, template: Value, value: Value): Value {
  const text = stringOf(template);
  if (text === undefined) return unknown('dynamic-value');
  const parts: Value[] = [];
  let at = 0;
  let index = 0;
  for (const match of text.matchAll(conversion)) {
    parts.push(constant(text.slice(at, match.index)));
    at = match.index + match[0].length;
    if (match.groups?.['type'] === '%') parts.push(constant('%'));
    else parts.push(fieldValue(evaluation, value, match.groups?.['name'], index++));
  }
  return concatenate([...parts, constant(text.slice(at))]);
}

function fieldValue(evaluation: Evaluation, value: Value, name: string | undefined, index: number): Value {
  if (name !== undefined) return evaluation.item(value, constant(name));
  if (value.kind === 'sequence') return value.elements()[index] ?? unknown('dynamic-value');
  return index === 0 ? value : unknown('dynamic-value');
}
