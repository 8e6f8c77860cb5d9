import type { Catalogue } from '../catalogue/catalogue.ts';
import { didYouMean } from '../evidence/nearest.ts';
import type { Stack } from '../infrastructure/model/resource.ts';
import { matchesAny } from '../steps/09-tags/tagged.ts';
import type { TagPolicy } from '../steps/tag-policy.ts';

/** The datasets whose ids are types of resources. */
const datasets = [
  'aws/taggable-types',
  'aws/resource-kinds',
  'aws/terraform-resource-kinds',
  'azure/resource-kinds',
  'azure/terraform-resource-kinds',
  'gcp/terraform-resource-kinds',
] as const;

/** The types that rules for tags name and that neither the repository nor the catalogue has, as sentences. */
export function idleTagTypes(policy: TagPolicy | null, catalogue: Catalogue, stacks: readonly Stack[]): string[] {
  const named =
    policy?.rules.flatMap(({ resources, place }) => (resources ?? []).map((type) => ({ type, place }))) ?? [];
  if (named.length === 0) return [];
  const known = new Set(stacks.flatMap(({ resources }) => [...resources.values()].map(({ type }) => type)));
  for (const name of datasets) for (const { id } of catalogue.load(name).facts) known.add(id);
  const all = [...known];
  return named
    .filter(({ type }) => !all.some((one) => matchesAny(one, [type])))
    .map(
      ({ type, place }) =>
        `${place.file}:${place.line}: no type of resources is known as ${type}.${didYouMean(type, all)}`,
    );
}
