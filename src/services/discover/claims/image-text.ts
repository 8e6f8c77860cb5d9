import { type Resource, type Stack, valueAt } from '../../../infrastructure/model/resource.ts';
import type { Value } from '../../../infrastructure/model/value.ts';

const deepest = 6;

/**
 * The name of an image, with `${…}` for what is not known. What refers to a registry's repository, or to an image that is
 * looked up, counts with the name of that.
 */
export function imageText(value: Value, stack: Stack, depth = 0): string {
  const inner = (one: Value): string => (depth > deepest ? unknown('…') : imageText(one, stack, depth + 1));
  switch (value.kind) {
    case 'literal':
      return value.value === null ? '' : value.text.slice(0, 1000);
    case 'parameter':
      return value.fallback === null ? unknown(value.name) : inner(value.fallback);
    case 'joined':
      return value.parts.slice(0, 20).map(inner).join('').slice(0, 1000);
    case 'choice': {
      const texts = value.options.slice(0, 8).map(inner);
      return texts.find((text) => text !== '' && !text.includes('${')) ?? texts.find((text) => text !== '') ?? '';
    }
    case 'reference': {
      const named = nameOf(stack.resources.get(value.resource), value.attribute);
      return named === undefined ? unknown(value.resource) : `${unknown('registry')}/${inner(named)}`;
    }
    case 'unknown':
      return value.text.includes('{{') ? value.text : unknown(value.text);
    default:
      return '';
  }
}

const unknown = (text: string): string => `\${${text.replaceAll(/[{}$]/g, '').slice(0, 100)}}`;

/** The property that a reference means, or the name of the repository that it gives the address of. */
function nameOf(resource: Resource | undefined, attribute: string | null): Value | undefined {
  if (resource === undefined) return undefined;
  return ['name', 'RepositoryName', 'repository_id', attribute ?? '']
    .map((key) => valueAt(resource.properties, key))
    .find((value) => value !== undefined);
}
