import { openCatalogue } from '../catalogue/catalogue.ts';
import type { Cloud } from '../evidence/vocabulary.ts';
import { unbound } from '../permissions/bound-value.ts';
import { inOwnTerms } from '../permissions/handed-in.ts';
import { neededPermissions, type Permission, type ServiceNeeds } from '../permissions/needed.ts';
import { deployedName } from '../permissions/policy/deployed-name.ts';
import type { PermissionJson, PermissionsDocument, ServicePermissions } from '../report/documents/permissions.ts';
import type { Repository } from '../repository/repository.ts';
import type { UnresolvedCall } from '../sdk/collect-calls.ts';
import { entryPointsOf } from '../services/bind/entry-point.ts';
import { isApart } from '../services/discover/apart.ts';
import type { Unit } from '../services/discover/unit.ts';
import type { Workspace } from '../services/workspace.ts';
import { identityJson, unresolvedRows } from './call-rows.ts';
import { type DeclaredPart, declaredPart, reasonJson } from './difference-json.ts';
import { inTerms } from './own-terms.ts';
import type { CallsRequest, EntryRequest } from './request.ts';
import { type CallSearchResult, searchPrograms } from './search-programs.ts';
import {
  openPermissionFacts,
  type PermissionFacts,
  type UnitPermissions,
  unitPermissions,
} from './unit-permissions.ts';

/**
 * The permissions that the code of each service on AWS needs, by the calls that its entry points reach, what its identity
 * is granted, and how the two differ; units among tests and samples are marked.
 * @throws ConfigurationError for a broken configuration, UsageError for a service or entry point that is not there.
 */
export async function findPermissions(
  repository: Repository,
  request: CallsRequest = {},
): Promise<PermissionsDocument> {
  const catalogue = request.catalogue ?? openCatalogue();
  const facts = openPermissionFacts(catalogue);
  const found = await searchPrograms(repository, { ...request, catalogue }, true);
  const { entry } = request;
  const services =
    entry === undefined
      ? unitPermissions(found, facts).map((one) => ofUnit(one, found.workspace))
      : [ofEntry(entry, found, facts)];
  return { schemaVersion: 1, services, unreadable: found.unreadable };
}

function ofUnit(one: UnitPermissions, workspace: Workspace | null): ServicePermissions {
  const { unit, needs, declared, difference, unresolved, sharedWith } = one;
  const deployedAs = unit.definition === null ? null : deployedName(unit.definition.resource);
  const named = { id: unit.id, name: unit.name, cloud: unit.cloud, deployedAs };
  const service = serviceJson(named, needs, unresolved, declaredPart(declared, difference, sharedWith));
  const lost = workspace === null ? [] : lostEntries(unit, workspace);
  const stack = unit.definition?.stack ?? null;
  const rename = (resource: string): string => inOwnTerms(resource, stack, workspace?.stacks ?? []);
  return inTerms({ ...service, unresolved: [...lost, ...service.unresolved] }, rename);
}

/** The entry points that are not there, or of which it cannot be said where they are: what they call is not known. */
function lostEntries(unit: Unit, workspace: Workspace): ServicePermissions['unresolved'] {
  return entryPointsOf(unit, workspace).flatMap((entry) => {
    if (entry.found) return [];
    const { file, line, text } = entry.handler;
    return [{ file, line, text, reason: entry.problem }];
  });
}

function ofEntry(
  { file, function: name, cloud }: EntryRequest,
  found: CallSearchResult,
  { iam }: PermissionFacts,
): ServicePermissions {
  const calls = found.calls.filter(({ reachedFrom }) => reachedFrom.includes(`${file}:${name}`));
  const files = new Set(calls.map(({ place }) => place.file));
  const unresolved = found.unresolved.filter(({ place }) => files.has(place.file));
  const needs = neededPermissions(calls, iam, unbound);
  return serviceJson(
    { id: `${file}#${name}`, name, cloud, deployedAs: null },
    needs,
    unresolved,
    declaredPart(null, null, []),
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly cloud: Cloud;
  readonly deployedAs: string | null;
}

function serviceJson(
  { id, name, cloud, deployedAs }: Named,
  { needed, also, others, platform, unknown }: ServiceNeeds,
  unresolved: readonly UnresolvedCall[],
  declared: DeclaredPart,
): ServicePermissions {
  return {
    id,
    name,
    cloud,
    deployedAs,
    apart: isApart(id.slice(0, id.lastIndexOf('#'))),
    needed: needed.map(permissionJson),
    also: also.map(permissionJson),
    otherIdentities: [
      ...others.map(({ identity, needs }) => ({
        identity: identityJson(identity),
        needed: needs.needed.map(permissionJson),
      })),
      ...platform.map(({ role, holder, needs }) => ({
        identity: { kind: role, resource: holder },
        needed: needs.needed.map(permissionJson),
      })),
    ],
    ...declared,
    unresolved: [
      ...unresolvedRows(unresolved).map(({ file, line, text, reason }) => ({ file, line, text, reason })),
      ...unknown.map(({ place, operation }) => ({
        file: place.file,
        line: place.line,
        text: `${operation.service}.${operation.operation}`,
        reason: 'not-in-catalogue' as const,
      })),
    ],
  };
}

function permissionJson({ action, resources, wildcards, certainty, because }: Permission): PermissionJson {
  return { action, resources, wildcards, certainty, because: because.map(reasonJson) };
}
