import type { Evidence } from '../../evidence/evidence.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import { isOfKind, type Kinds } from './resource-kinds.ts';
import type { Standing } from './standing.ts';

/** Where the definition of a service gives it resources of a kind to work on. */
export function usesOfKind({ service, own }: Standing, kinds: Kinds): Evidence[] {
  const byId = new Map(own.map((resource): [string, Resource] => [resource.id, resource]));
  return service.uses.flatMap(({ resource, evidence }) => {
    const used = byId.get(resource);
    return used !== undefined && isOfKind(used, kinds) ? [evidence] : [];
  });
}
