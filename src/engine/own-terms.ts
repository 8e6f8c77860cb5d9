import type { ServicePermissions } from '../report/documents/permissions.ts';

/** The permissions of a service with the resources in other words, wherever they are named. */
export function inTerms(service: ServicePermissions, rename: (resource: string) => string): ServicePermissions {
  const renamed = <Row extends { readonly resources: readonly string[] }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, resources: row.resources.map(rename) }));
  const needed = (rows: ServicePermissions['needed']): ServicePermissions['needed'] =>
    renamed(rows).map((row) => ({
      ...row,
      wildcards: row.wildcards.map((one) => ({ ...one, resource: rename(one.resource) })),
    }));
  return {
    ...service,
    needed: needed(service.needed),
    also: needed(service.also),
    otherIdentities: service.otherIdentities.map((one) => ({ ...one, needed: needed(one.needed) })),
    declared: renamed(service.declared).map((row) => ({ ...row, exceptResources: row.exceptResources.map(rename) })),
    missing: renamed(service.missing),
    excess: renamed(service.excess),
    narrowable: service.narrowable.map((one) => ({ ...one, to: renamed(one.to) })),
  };
}
