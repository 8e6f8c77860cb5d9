import { openCatalogue } from '../catalogue/catalogue.ts';
import { type Iam, openIam } from '../catalogue/iam/iam.ts';
import { openPlatformNeeds, type PlatformNeeds } from '../catalogue/iam/platform-needs.ts';
import type { Cloud } from '../evidence/vocabulary.ts';
import { type Binding, unbound } from '../permissions/bound-value.ts';
import { neededPermissions, type Permission, type ServiceNeeds } from '../permissions/needed.ts';
import { platformUses } from '../permissions/platform.ts';
import type { PermissionJson, PermissionsDocument, ServicePermissions } from '../report/documents/permissions.ts';
import type { Repository } from '../repository/repository.ts';
import type { ReachedCall } from '../sdk/program-calls.ts';
import { environmentOf } from '../services/bind/environment.ts';
import { triggersOf } from '../services/bind/triggers/triggers.ts';
import { isApart } from '../services/discover/apart.ts';
import { type UnitEntries } from './call-programs.ts';
import { identityJson, unresolvedRows } from './call-rows.ts';
import type { CallsRequest, EntryRequest } from './request.ts';
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
  const facts: Facts = { iam: openIam(catalogue), platform: openPlatformNeeds(catalogue) };
  const found = await searchPrograms(repository, { ...request, catalogue }, true);
  const { entry } = request;
  const services =
    entry === undefined ? found.units.flatMap((one) => ofUnit(one, found, facts)) : [ofEntry(entry, found, facts)];
  return { schemaVersion: 1, services, unreadable: found.unreadable };
}

/** What the permissions are derived from. */
interface Facts {
  readonly iam: Iam;
  readonly platform: (feature: string) => PlatformNeeds | undefined;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly cloud: Cloud;
}

function ofUnit({ unit, entries }: UnitEntries, found: CallSearchResult, facts: Facts): ServicePermissions[] {
  if (unit.cloud !== 'aws') return [];
  const labels = new Set(entries.map(({ file, function: name }) => `${file}:${name}`));
  const calls = found.calls.filter(({ reachedFrom }) => reachedFrom.some((label) => labels.has(label)));
  const { definition } = unit;
  const binding: Binding =
    definition === null
      ? unbound
      : { environment: environmentOf(definition.resource, definition.stack), stack: definition.stack };
  const uses =
    definition === null
      ? []
      : platformUses(
          definition.resource,
          definition.stack,
          triggersOf(definition.resource, definition.stack),
          facts.platform,
        );
  return [ofCalls(unit, calls, found, neededPermissions(calls, facts.iam, binding, uses))];
}

function ofEntry(
  { file, function: name, cloud }: EntryRequest,
  found: CallSearchResult,
  { iam }: Facts,
): ServicePermissions {
  const calls = found.calls.filter(({ reachedFrom }) => reachedFrom.includes(`${file}:${name}`));
  return ofCalls({ id: `${file}#${name}`, name, cloud }, calls, found, neededPermissions(calls, iam, unbound));
}

function ofCalls(
  { id, name, cloud }: Named,
  calls: readonly ReachedCall[],
  found: CallSearchResult,
  { needed, also, others, unknown }: ServiceNeeds,
): ServicePermissions {
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
