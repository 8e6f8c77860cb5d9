import type { Resource, Stack } from '../infrastructure/model/resource.ts';
import type { Service } from '../services/service.ts';

/** Finds the resources that define a service or that it works on, in its stack or in another (`FILE#ID`). */
export function serviceResources(stacks: readonly Stack[]): (service: Service) => readonly Resource[] {
  const found = new Map<Service, readonly Resource[]>();
  return (service) => {
    let own = found.get(service);
    if (own === undefined) {
      own = resourcesOf(service, stacks);
      found.set(service, own);
    }
    return own;
  };
}

function resourcesOf({ definition, uses }: Service, stacks: readonly Stack[]): Resource[] {
  if (definition === null) return [];
  const { resource, stack } = definition;
  const used = uses.flatMap(({ resource: id }) => {
    const own = stack.resources.get(id);
    if (own !== undefined) return [own];
    const hash = id.indexOf('#');
    const other = hash < 0 ? undefined : stacks.find(({ file }) => file === id.slice(0, hash));
    return other?.resources.get(id.slice(hash + 1)) ?? [];
  });
  // What is only looked up is made, and tagged, elsewhere.
  return [...new Set([resource, ...used])].filter(
    ({ existing, type }) => existing !== true && !type.startsWith('data.'),
  );
}
