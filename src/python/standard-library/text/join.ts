import { constant, unknown } from '../../values/make.ts';
import { concatenate } from '../../values/text.ts';
import type { Value } from '../../values/value.ts';

const mostParts = 256;

/** `separator.join(parts)`, of a sequence or a dictionary whose elements are all known. */
export function joined(separator: Value, parts: Value): Value {
  const elements = elementsOf(parts);
  if (elements === undefined) return unknown('dynamic-value');
  if (elements.length > mostParts) return unknown('bound-reached');
  return concatenate(elements.flatMap((element, index) => (index === 0 ? [element] : [separator, element])));
}

function elementsOf(parts: Value): readonly Value[] | undefined {
  if (parts.kind === 'sequence') return parts.exact ? parts.elements() : undefined;
  if (parts.kind !== 'mapping' || parts.rest() !== undefined) return undefined;
  return parts.keys().map((key) => constant(key));
}
