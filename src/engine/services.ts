import { openCatalogue } from '../catalogue/catalogue.ts';
import { loadSettings } from '../configuration/load.ts';
import type { ServiceJson, ServicesDocument, VariableJson } from '../report/documents/services.ts';
import { excludeFiles } from '../repository/exclude.ts';
import type { Repository } from '../repository/repository.ts';
import { classify } from '../services/classify/classify.ts';
import { discoverUnits } from '../services/discover/discover.ts';
import { joinServices } from '../services/join-all.ts';
import type { EntryPoint, Identity, Service, Variable } from '../services/service.ts';
import type { Workspace } from '../services/workspace.ts';
import { checks } from '../steps/registry.ts';
import { parseToml } from '../syntax/toml/index.ts';
import { memoryCache } from './cache.ts';
import { classesJson } from './class-rows.ts';
import { gather } from './gather.ts';
import type { ServicesRequest } from './request.ts';
import { selectServices } from './selection.ts';
import { settingJson } from './setting-json.ts';
import { startTimer } from './timer.ts';

/**
 * The deployable units of a repository and how each was joined; those among tests and samples are marked.
 * @throws ConfigurationError for a broken configuration, UsageError for a service that is not there.
 */
export async function findServices(repository: Repository, request: ServicesRequest = {}): Promise<ServicesDocument> {
  const timer = startTimer(request.onTiming);
  const ids = checks.map((one) => one.id);
  const readable = excludeFiles(repository, loadSettings(repository, parseToml, ids).exclude);
  const { workspace, unreadable } = await gather(readable, request.catalogue ?? openCatalogue(), memoryCache());
  timer.lap('read');
  const units = selectServices(await discoverUnits(workspace), request.services ?? []);
  const services = (await joinServices(units, workspace)).map((service) => serviceJson(service, workspace));
  timer.lap('join');
  const faults = workspace.modules.faults.map(({ file, line, message }) => ({ file, line, reason: message }));
  return { schemaVersion: 1, services, unreadable: [...unreadable, ...faults] };
}

function serviceJson(service: Service, workspace: Workspace): ServiceJson {
  const { id, name, cloud, definedIn, runtime, codeRoot, layers, apart } = service;
  return {
    id,
    name,
    cloud,
    ...classesJson(classify(service, workspace, null)),
    file: definedIn.file,
    line: definedIn.line,
    type: service.definition?.resource.type ?? null,
    runtime: { python: runtime.python, managed: runtime.managed?.id ?? null },
    codeRoot,
    entryPoints: service.entryPoints.map(entryPointJson),
    layers,
    environment: Object.fromEntries(service.environment.map((one) => [one.name, variableJson(one)])),
    identity: service.identity && identityJson(service.identity),
    triggers: service.triggers.map(({ evidence, ...trigger }) => ({
      name: trigger.name,
      type: trigger.type,
      resource: trigger.resource,
      invocation: trigger.invocation,
      file: evidence.file,
      line: evidence.line,
    })),
    resources: [...new Set(service.uses.map(({ resource }) => resource))],
    uses: service.uses.map(({ resource, through, evidence: { file, line } }) => ({ resource, through, file, line })),
    pipelines: (service.pipelines ?? []).map(({ file }) => file),
    manifests: service.manifests.map(({ file }) => file),
    apart,
  };
}

function variableJson({ name, value, resource }: Variable): VariableJson {
  const setting = settingJson(name, value);
  return resource === null ? setting : { ...setting, resource };
}

function identityJson({ kind, role, resource, assumes, shared }: Identity): ServiceJson['identity'] {
  return {
    kind,
    role: role && settingJson('role', role),
    resource,
    shared,
    ...(assumes !== null && { assumes: settingJson('role', assumes) }),
  };
}

function entryPointJson(entry: EntryPoint): ServiceJson['entryPoints'][number] {
  if (entry.found) return { file: entry.file, line: entry.definition.line, function: entry.function, reason: null };
  return { file: null, line: null, function: entry.function, reason: entry.detail };
}
