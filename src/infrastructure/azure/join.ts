import type { Place } from '../../evidence/place.ts';
import type { Value } from '../model/value.ts';
import { literalOf, unknownOf } from './plain.ts';

const longest = 100_000;
const mostParts = 500;

/** Parts put together to a text: a known one where all are literals. */
export function joinedOf(parts: readonly Value[], place: Place): Value {
  const flat = parts.flatMap((part) => (part.kind === 'joined' ? part.parts : [part]));
  if (flat.length > mostParts) return unknownOf('bound-reached', 'a text of very many parts', place);
  if (!flat.every((part) => part.kind === 'literal')) return { kind: 'joined', parts: flat, place };
  const length = flat.reduce((sum, part) => sum + part.text.length, 0);
  if (length > longest) return unknownOf('bound-reached', 'a very long text', place);
  return literalOf(flat.map((part) => (part.value === null ? '' : part.text)).join(''), place);
}

/**
 * A value as a text by which two of them can be compared: the same text means the same at deployment. Undefined for what
 * is no text. What is not known stands with its name in brackets.
 */
export function rendered(value: Value): string | undefined {
  switch (value.kind) {
    case 'literal':
      return value.value === null ? undefined : value.text;
    case 'parameter':
      return `{${value.name}}`;
    case 'reference':
      return `{${value.resource}${value.attribute === null ? '' : `.${value.attribute}`}}`;
    case 'unknown':
      return `{${value.text}}`;
    case 'joined': {
      const parts = value.parts.map(rendered);
      return parts.includes(undefined) ? undefined : parts.join('');
    }
    case 'choice': {
      const options = value.options.slice(0, 8).map((option) => (option.kind === 'choice' ? '…' : rendered(option)));
      return options.includes(undefined) ? undefined : `{${options.join(' or ')}}`;
    }
    default:
      return undefined;
  }
}
