// https://developer.hashicorp.com/terraform/language/files/override
import { labelText, type SourceBlock, type SourceItem } from './source.ts';

/**
 * The blocks with those of override files merged into the ones of the same type and labels: attributes replace those of
 * the same name, nested blocks all of the same type. An override of nothing is a block like others.
 */
export function merged(blocks: readonly SourceBlock[], overrides: readonly SourceBlock[]): SourceBlock[] {
  const result = [...blocks];
  for (const override of overrides) {
    const key = keyOf(override);
    const index = result.findIndex((block) => keyOf(block) === key);
    const original = result[index];
    if (original === undefined) result.push(override);
    else result[index] = over(original, override);
  }
  return result;
}

function keyOf(from: SourceBlock): string {
  return [from.block.type, ...from.block.labels.map((_, index) => labelText(from, index))].join(' ');
}

function over(original: SourceBlock, override: SourceBlock): SourceBlock {
  const replaced = new Set(override.items.map(nameOf));
  return { ...original, items: [...original.items.filter((item) => !replaced.has(nameOf(item))), ...override.items] };
}

function nameOf({ item }: SourceItem): string {
  return item.kind === 'attribute' ? `attribute ${item.name}` : `block ${item.type}`;
}
