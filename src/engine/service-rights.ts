import type { OwnLibraryModel } from '../configuration/settings.ts';
import type { Stack } from '../infrastructure/model/resource.ts';
import { declaredOf } from '../permissions/declared/declared-of.ts';
import type { Declared } from '../permissions/declared/grant.ts';
import { inOwnTerms } from '../permissions/handed-in.ts';
import type { Parse } from '../python/program/parse-once.ts';
import type { Unit } from '../services/discover/unit.ts';
import type { Service } from '../services/service.ts';
import type { Workspace } from '../services/workspace.ts';
import type { Facts, Rights } from '../steps/facts.ts';
import { programsOfUnits } from './call-programs.ts';
import { searchIn } from './search-programs.ts';
import { openPermissionFacts, type UnitPermissions, unitPermissions } from './unit-permissions.ts';

/**
 * The facts on rights for the checks. Code is evaluated when somebody first asks what it needs, that of all units at once.
 * `libraries` are models of the team's own.
 */
export function serviceRights(
  units: readonly Unit[],
  workspace: Workspace,
  parse: Parse,
  libraries: readonly OwnLibraryModel[],
): Pick<Facts, 'granted' | 'rights'> {
  const { catalogue, repository } = workspace;
  const facts = openPermissionFacts(catalogue);
  const granted = new Map<Service, Declared | null>();
  let known: ReadonlyMap<string, UnitPermissions> | undefined;
  return {
    granted(service) {
      let found = granted.get(service);
      if (found === undefined) {
        const { definition, cloud } = service;
        found =
          cloud !== 'aws' || definition === null
            ? null
            : (declaredOf(definition.resource, definition.stack, facts.ready, workspace.stacks) ?? null);
        granted.set(service, found);
      }
      return found;
    },
    rights(service) {
      known ??= new Map(evaluated().map((one) => [one.unit.id, one]));
      return rightsOf(known.get(service.id), workspace.stacks);
    },
  };

  function evaluated(): UnitPermissions[] {
    const own = units.filter(({ cloud, definition }) => cloud === 'aws' && definition !== null);
    const found = searchIn(repository, programsOfUnits(own, workspace), catalogue, parse, libraries);
    return unitPermissions(found, facts);
  }
}

function rightsOf(found: UnitPermissions | undefined, stacks: readonly Stack[]): Rights | null {
  if (found === undefined || found.declared === null || found.difference === null) return null;
  const { unit, needs, declared, difference, unresolved, sharedWith } = found;
  const stack = unit.definition?.stack ?? null;
  const inTerms = <Row extends { readonly resources: readonly string[] }>(row: Row): Row => ({
    ...row,
    resources: row.resources.map((resource) => inOwnTerms(resource, stack, stacks)),
  });
  const missing = difference.missing.map(inTerms);
  const narrowable = difference.narrowable.map((one) => ({ ...one, to: one.to.map(inTerms) }));
  return { needs, declared, difference: { ...difference, missing, narrowable }, unresolved, sharedWith };
}
