import { openCatalogue } from '../catalogue/catalogue.ts';
import { type Iam, openIam } from '../catalogue/iam/iam.ts';
import type { Cloud } from '../evidence/vocabulary.ts';
import { type Binding, unbound } from '../permissions/bound-value.ts';
import { neededPermissions, type Permission } from '../permissions/needed.ts';
import type { PermissionJson, PermissionsDocument, ServicePermissions } from '../report/documents/permissions.ts';
import type { Repository } from '../repository/repository.ts';
import type { ReachedCall } from '../sdk/program-calls.ts';
import { environmentOf } from '../services/bind/settings.ts';
import { isApart } from '../services/discover/apart.ts';
import { type UnitEntries } from './call-programs.ts';
import { identityJson, unresolvedRows } from './call-rows.ts';
import type { CallsRequest } from './request.ts';
import { type CallSearchResult, searchPrograms } from './search-programs.ts';

/**
 * The permissions that the code of each service on AWS needs, by the calls that its entry points reach; units among tests
 * and samples are marked.
 * @throws ConfigurationError for a broken configuration, UsageError for a service or entry point that is not there.
 */
export async function findPermissions(
  repository: Repository,
  request: CallsRequest = {},
): Promise<PermissionsDocument> {
  const catalogue = request.catalogue ?? openCatalogue();
  const iam = openIam(catalogue);
  const found = await searchPrograms(repository, { ...request, catalogue }, true);
  const { entry } = request;
  const services =
    entry === undefined
      ? found.units.flatMap((one) => ofUnit(one, found, iam))
      : [
          ofCalls(
            { id: `${entry.file}#${entry.function}`, name: entry.function, cloud: entry.cloud },
            found.calls.filter(({ reachedFrom }) => reachedFrom.includes(`${entry.file}:${entry.function}`)),
            found,
            unbound,
            iam,
          ),
        ];
  return { schemaVersion: 1, services, unreadable: found.unreadable };
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly cloud: Cloud;
}

function ofUnit({ unit, entries }: UnitEntries, found: CallSearchResult, iam: Iam): ServicePermissions[] {
  if (unit.cloud !== 'aws') return [];
  const labels = new Set(entries.map(({ file, function: name }) => `${file}:${name}`));
  const calls = found.calls.filter(({ reachedFrom }) => reachedFrom.some((label) => labels.has(label)));
  const { definition } = unit;
  const binding: Binding =
    definition === null ? unbound : { environment: environmentOf(definition.resource), stack: definition.stack };
  return [ofCalls(unit, calls, found, binding, iam)];
}

function ofCalls(
  { id, name, cloud }: Named,
  calls: readonly ReachedCall[],
  found: CallSearchResult,
  binding: Binding,
  iam: Iam,
): ServicePermissions {
  const { needed, also, others, unknown } = neededPermissions(calls, iam, binding);
  const files = new Set(calls.map(({ place }) => place.file));
  const unresolved = unresolvedRows(found.unresolved.filter(({ place }) => files.has(place.file)));
  return {
    id,
    name,
    cloud,
    apart: isApart(id.slice(0, id.lastIndexOf('#'))),
    needed: needed.map(permissionJson),
    also: also.map(permissionJson),
    otherIdentities: others.map(({ identity, needs }) => ({
      identity: identityJson(identity),
      needed: needs.needed.map(permissionJson),
    })),
    unresolved: [
      ...unresolved.map(({ file, line, text, reason }) => ({ file, line, text, reason })),
      ...unknown.map(({ place, operation }) => ({
        file: place.file,
        line: place.line,
        text: `${operation.service}.${operation.operation}`,
        reason: 'not-in-catalogue' as const,
      })),
    ],
  };
}

function permissionJson({ action, resources, certainty, because }: Permission): PermissionJson {
  return {
    action,
    resources,
    certainty,
    because: because.map(({ file, line, text, how }) => ({ file, line, text, how })),
  };
}
