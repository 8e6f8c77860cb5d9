import type { Resource } from '../../infrastructure/model/resource.ts';
import type { MapEntry, MapValue } from '../../infrastructure/model/value.ts';
import type { Service } from '../../services/service.ts';
import type { Subject } from '../define.ts';
import type { Facts } from '../facts.ts';
import type { TagRule } from '../tag-policy.ts';

/** A resource of a service, and a rule of the policy that speaks of it. */
export interface RuledResource extends Subject {
  readonly resource: Resource;
  readonly rule: TagRule;
  /** What it carries; null where it states no tags. */
  readonly tags: MapValue | null;
  /** The tag of the rule's name, in whatever case. */
  readonly found: { readonly name: string; readonly entry: MapEntry } | null;
}

/** Said by each check of the step where it has no subject. */
export const noPolicy =
  'The repository has no policy for tags that speaks of its resources: give one in tag-policy.toml (docs/tag-policy.md), or put a tag policy of AWS at its root as tag-policy.json.';

/** The resources of a service with the rules of the policy that speak of them; those whose type takes no tags are left out. */
export function ruledResources(service: Service, { tagPolicy, catalogue, resourcesOf }: Facts): RuledResource[] {
  if (tagPolicy === null) return [];
  const taggable = new Set(catalogue.load('aws/taggable-types').facts.map(({ id }) => id));
  const carrying = resourcesOf(service).filter(({ type, tags }) => tags !== null || taggable.has(type));
  return carrying.flatMap((resource) =>
    tagPolicy.rules
      .filter(({ resources }) => resources === null || matchesAny(resource.type, resources))
      .map((rule) => ({
        name: `${resource.id} ${rule.name}`,
        resource,
        rule,
        tags: resource.tags,
        found: tagNamed(resource.tags, rule.name),
      })),
  );
}

function tagNamed(tags: MapValue | null, name: string): RuledResource['found'] {
  const exact = tags?.entries.get(name);
  if (exact !== undefined) return { name, entry: exact };
  const other = [...(tags?.entries ?? [])].find(([key]) => key.toLowerCase() === name.toLowerCase());
  return other === undefined ? null : { name: other[0], entry: other[1] };
}

/** True where one of the patterns fits: `*` stands for anything. */
export function matchesAny(text: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const [first = '', ...others] = pattern.split('*');
    const last = others.pop();
    if (last === undefined) return text === pattern;
    if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
    let at = first.length;
    for (const part of others) {
      const next = text.indexOf(part, at);
      if (next < 0 || next + part.length > text.length - last.length) return false;
      at = next + part.length;
    }
    return true;
  });
}
