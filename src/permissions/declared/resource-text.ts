import type { Value } from '../../infrastructure/model/value.ts';
import { itemsOf } from './alternatives.ts';
import type { GrantedResource } from './grant.ts';

/** The resources that a statement names, each in the words of its template. */
export function resourcesOf(value: Value): GrantedResource[] {
  return itemsOf(value).map(({ value: item, sure }) => {
    const written = writtenText(item);
    return { text: written.text, known: written.known && sure };
  });
}

const deepest = 12;

/** A text as its template has it: `${Table.Arn}` for a reference, `${Name}` for a parameter, `*` for what cannot be told. */
export function writtenText(value: Value, depth = 0): GrantedResource {
  switch (value.kind) {
    case 'literal':
      return { text: value.text, known: true };
    case 'reference':
      return {
        text: value.attribute === null ? `\${${value.resource}}` : `\${${value.resource}.${value.attribute}}`,
        known: true,
      };
    case 'parameter':
      return parameterText(value, depth);
    case 'unknown':
      return /^AWS::\w+$/.test(value.text) ? { text: `\${${value.text}}`, known: true } : { text: '*', known: false };
    case 'joined': {
      const parts = depth > deepest ? [] : value.parts.map((part) => writtenText(part, depth + 1));
      const text = parts.map((part) => part.text).join('');
      return depth > deepest ? { text: '*', known: false } : { text, known: parts.every(({ known }) => known) };
    }
    default:
      return { text: '*', known: false };
  }
}

/** A parameter that something of the tree is given for is that; any other is its name. */
function parameterText({ name, fallback }: Extract<Value, { kind: 'parameter' }>, depth: number): GrantedResource {
  if (fallback?.kind === 'reference' && depth <= deepest) return writtenText(fallback, depth + 1);
  return { text: `\${${name}}`, known: true };
}
