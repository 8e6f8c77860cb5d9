import type { Value } from '../model/value.ts';

/**
 * A value in short, for tests: a literal as it is, `&resource.attribute`, `?` and the text of what is unknown, a parameter
 * as `{ name: default }`, parts of a text in a list, `{ or: … }` for a choice, null for what is absent.
 */
export function shown(value: Value | null | readonly (Value | null)[]): unknown {
  if (value === null) return null;
  if (isList(value)) return value.map(shown);
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'reference':
      return `&${value.resource}${value.attribute === null ? '' : `.${value.attribute}`}`;
    case 'parameter':
      return { [value.name]: shown(value.fallback) };
    case 'joined':
      return value.parts.map(shown);
    case 'choice':
      return { or: value.options.map(shown) };
    case 'list':
      return value.items.map(shown);
    case 'map': {
      const entries = [...value.entries].map(([name, entry]) => [name, shown(entry.value)] as const);
      return Object.fromEntries(value.open === null ? entries : [...entries, ['…', value.open.text]]);
    }
    case 'absent':
      return null;
    case 'unknown':
      return `?${value.text}`;
  }
}

function isList(value: Value | readonly (Value | null)[]): value is readonly (Value | null)[] {
  return Array.isArray(value);
}
