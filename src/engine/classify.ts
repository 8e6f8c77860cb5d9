import { openCatalogue } from '../catalogue/catalogue.ts';
import type { ClassifyDocument } from '../report/documents/classify.ts';
import { isBelow } from '../repository/paths.ts';
import type { Repository } from '../repository/repository.ts';
import type { ReachedCall } from '../sdk/calls-by-entry.ts';
import { classify } from '../services/classify/classify.ts';
import type { LayeredCall } from '../services/classify/sdk-layer.ts';
import { isTestFile } from '../services/discover/apart.ts';
import { joinServices } from '../services/join-all.ts';
import type { UnitEntries } from './call-programs.ts';
import { classEvidence, classesJson } from './class-rows.ts';
import type { ServicesRequest } from './request.ts';
import { searchPrograms } from './search-programs.ts';

/**
 * The services of a repository on the four axes: compute model, SDK layer, orchestration, artifact; each with what says
 * so, or why nothing can be said.
 * @throws ConfigurationError for a broken configuration, UsageError for a service that is not there.
 */
export async function classifyServices(
  repository: Repository,
  request: ServicesRequest = {},
): Promise<ClassifyDocument> {
  const catalogue = request.catalogue ?? openCatalogue();
  const { calls, units, workspace, unreadable } = await searchPrograms(repository, { ...request, catalogue }, true);
  if (workspace === null) return { schemaVersion: 1, services: [], unreadable };
  const joined = await joinServices(
    units.map(({ unit }) => unit),
    workspace,
  );
  const callsOf = callsByUnit(calls);
  const services = units.flatMap((one, index) => {
    const service = joined[index];
    if (service === undefined) return [];
    const { id, name, cloud, apart } = service;
    const found = classify(service, workspace, callsOf(one));
    return [{ id, name, cloud, ...classesJson(found), apart, evidence: classEvidence(found) }];
  });
  return { schemaVersion: 1, services, unreadable };
}

/** The calls of a unit: those that its entry points reach; where it names none, those in the files of its code. */
function callsByUnit(calls: readonly ReachedCall[]): (unit: UnitEntries) => LayeredCall[] {
  const byEntry = Map.groupBy(
    calls.flatMap((call) => call.reachedFrom.map((label) => ({ label, call }))),
    ({ label }) => label,
  );
  const inFiles = calls.filter(({ place }) => !isTestFile(place.file));
  return ({ unit: { code }, entries }) => {
    const own =
      entries.length > 0
        ? entries.flatMap(({ file, function: name }) => (byEntry.get(`${file}:${name}`) ?? []).map(({ call }) => call))
        : code.kind === 'folder'
          ? inFiles.filter(({ place }) => isBelow(place.file, code.folder))
          : [];
    return own.map(({ operation: { service, operation }, place }) => ({ service, operation, place }));
  };
}
