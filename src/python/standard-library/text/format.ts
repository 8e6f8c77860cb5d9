// https://docs.python.org/3/library/string.html#format-string-syntax
import type { CallArguments, Evaluation } from '../../model-provider.ts';
import { constant, stringOf, unknown } from '../../values/make.ts';
import { concatenate } from '../../values/text.ts';
import type { Value } from '../../values/value.ts';

/** A field: its first name or index, the attributes and items behind it, a conversion, a specification. */
const field =
  /\{\{|\}\}|\{(?<first>[^{}[\].!:]*)(?<path>(?:\.[^{}[\].!:]+|\[[^\]{}]+\])*)(?:!(?<conversion>[rsa]))?(?::(?<specification>(?:[^{}]|\{[^{}]*\})*))?\}/g;
const step = /\.(?<attribute>[^.[]+)|\[(?<item>[^\]]+)\]/g;

const longestTemplate = 4096;

/** `template.format(…)`. A field that cannot be told is an unknown part. */
export function format(e: Evaluation, template: Value, call: CallArguments): Value {
  return formatted(e, template, (first) => {
    const found = /^\d*$/.test(first) ? call.positional(Number(first)) : call.keyword(first);
    return found ?? unknown('dynamic-value');
  });
}

/** `template.format_map(mapping)`. */
export function formatMap(e: Evaluation, template: Value, call: CallArguments): Value {
  const mapping = call.positional(0) ?? unknown('dynamic-value');
  return formatted(e, template, (first) => e.item(mapping, constant(first)));
}

function formatted(e: Evaluation, template: Value, valueOf: (first: string) => Value): Value {
  const text = stringOf(template);
  if (text === undefined) return unknown('dynamic-value');
  if (text.length > longestTemplate) return unknown('bound-reached');
  const parts: Value[] = [];
  let at = 0;
  let automatic = 0;
  for (const match of text.matchAll(field)) {
    parts.push(constant(text.slice(at, match.index)));
    at = match.index + match[0].length;
    const { first, path = '', conversion, specification } = match.groups ?? {};
    if (first === undefined) parts.push(constant(match[0].slice(0, 1)));
    else {
      const value = behind(e, valueOf(first === '' ? String(automatic++) : first), path);
      parts.push(shown(value, conversion, specification));
    }
  }
  return concatenate([...parts, constant(text.slice(at))]);
}

/** The value behind attributes and items. An item of digits is an index. */
function behind(e: Evaluation, value: Value, path: string): Value {
  let found = value;
  for (const { groups } of path.matchAll(step)) {
    const item = groups?.['item'];
    if (item === undefined) found = e.attribute(found, groups?.['attribute'] ?? '');
    else found = e.item(found, constant(/^\d+$/.test(item) ? Number(item) : item));
  }
  return found;
}

/** Specifications that change nothing are followed: `{:s}`, `{:d}` of what is such. */
function shown(value: Value, conversion: string | undefined, specification = ''): Value {
  if (conversion === 'r' || conversion === 'a') return unknown('dynamic-value');
  if (specification === '') return value;
  const isText = stringOf(value) !== undefined || value.kind === 'text' || value.kind === 'environment';
  if (specification === 's' && isText) return value;
  if (specification === 'd' && value.kind === 'constant' && Number.isInteger(value.value)) return value;
  return unknown('dynamic-value');
}
