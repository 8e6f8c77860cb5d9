import { openCatalogue } from '../catalogue/catalogue.ts';
import { loadSettings } from '../configuration/load.ts';
import { loadTagPolicy } from '../configuration/tag-policy.ts';
import { resolveFix } from '../fixes/resolve-fix.ts';
import type { Stack } from '../infrastructure/model/resource.ts';
import { parseOnce } from '../python/program/parse-once.ts';
import type { Report } from '../report/report.ts';
import { counted } from '../report/text.ts';
import { excludeFiles } from '../repository/exclude.ts';
import type { Repository } from '../repository/repository.ts';
import { discoverUnits } from '../services/discover/discover.ts';
import { unitOfEntry } from '../services/discover/entry.ts';
import type { Unit } from '../services/discover/unit.ts';
import { joinService } from '../services/join.ts';
import type { Service } from '../services/service.ts';
import type { Workspace } from '../services/workspace.ts';
import type { Check } from '../steps/define.ts';
import type { Facts, PipelineFacts } from '../steps/facts.ts';
import { checks as allChecks } from '../steps/registry.ts';
import { parseToml } from '../syntax/toml/index.ts';
import { type Cache, memoryCache } from './cache.ts';
import { secretFiles } from './code-facts/secret-files.ts';
import { serviceCode } from './code-facts/service-code.ts';
import { composeReport, type Run } from './compose-report.ts';
import { credentialFiles } from './credential-files.ts';
import { gather } from './gather.ts';
import { idleTagTypes } from './idle-tag-types.ts';
import { type FixResolver, inOrder, judgeRepository, judgeService } from './judge.ts';
import type { CheckRequest } from './request.ts';
import { requireEntry } from './require-entry.ts';
import { idleOverrides, openRules, type Rules } from './rules.ts';
import { selectServices } from './selection.ts';
import { serviceResources } from './service-resources.ts';
import { stackAlarms } from './stack-alarms.ts';
import { applySuppressions } from './suppressions/apply-suppressions.ts';
import { startTimer } from './timer.ts';
import { findCodeFaults, type JudgedUnit } from './unread/code-faults.ts';
import { limitedServices } from './unread/limited-services.ts';
import { listFaults } from './unread/list-faults.ts';
import { unreadFolders, withUnread } from './unread/unproven-steps.ts';
import { watchParse } from './unread/watched-parse.ts';
import { usagePlanKeys } from './usage-plan-keys.ts';
import { requireChecks, validateRequest } from './validate-request.ts';

/** A request with its day. */
export type DatedRequest = CheckRequest & { readonly today: string };

/** Reads a repository, joins its services and runs the checks; `check` says more. */
export async function judgeSnapshot(repository: Repository, request: DatedRequest): Promise<Report> {
  validateRequest(request);
  const { baseline } = request;
  if (baseline === undefined) return composeReport(await runChecks(repository, request), null);
  const { applyBaseline, readBaseline } = await import('./baseline/index.ts'); // only where there is one
  const known = readBaseline(baseline);
  return applyBaseline(await runChecks(repository, request), known, baseline.file);
}

/** A run with what it judged by, for what else is asked of the same facts. */
export interface JudgedRun extends Run {
  readonly facts: Facts;
  readonly stacks: readonly Stack[];
  readonly repository: Repository;
}

/** Everything that is said of a repository, before it is decided what counts and is shown. */
export async function runChecks(repository: Repository, request: DatedRequest): Promise<JudgedRun> {
  const timer = startTimer(request.onTiming);
  const catalogue = request.catalogue ?? openCatalogue();
  const settings = loadSettings(
    repository,
    parseToml,
    allChecks.map((one) => one.id),
  );
  const readable = excludeFiles(repository, settings.exclude);
  if (request.entry !== undefined) requireEntry(request.entry, readable);
  const watched = watchParse(parseOnce());
  const { parse } = watched;
  const secrets = secretFiles(catalogue.load('secret-formats').facts);
  const gathered = await gather(readable, catalogue, cacheOf(request), parse, [secrets.onlooker]);
  timer.lap('read');
  const { units, judged, apart } = await servicesOf(gathered.workspace, request);
  timer.lap('services');
  const rules = openRules(settings, request);
  requireChecks(rules, allChecks);
  const selected = checksToRun(rules);
  const asked = judged.some(({ cloud, definition }) => cloud === 'aws' && definition !== null);
  const rights =
    asked && selected.some(({ step }) => step === 'permissions')
      ? (await import('./service-rights.ts')).serviceRights(units, gathered.workspace, parse, settings.libraryModels)
      : { granted: nobody, rights: nobody };
  const code = serviceCode(units, gathered.workspace, parse, secrets.mayHold);
  const tagPolicy = loadTagPolicy(readable);
  const pipelines = selected.some(({ step }) => step === 'pipeline' || (step === 'tags' && tagPolicy !== null))
    ? (await import('./service-pipelines.ts')).servicePipelines(units, gathered.workspace)
    : () => noPipelines;
  const facts: Facts = {
    services: judged,
    catalogue,
    paths: [...repository.files, ...repository.links],
    today: request.today,
    ...rights,
    pipelines,
    code,
    tagPolicy,
    resourcesOf: serviceResources(gathered.workspace.stacks),
    credentialFiles: credentialFiles(readable, catalogue.load('secret-formats').facts),
    alarms: stackAlarms(gathered.workspace.stacks, readable),
    usagePlanKey: usagePlanKeys(gathered.workspace.stacks),
  };
  const resolve: FixResolver = (fix) => resolveFix(fix, gathered.editable);
  const said = judged.map((service) => ({ service, findings: judgeService(service, selected, facts, resolve) }));
  const common = [...judgeRepository(selected, facts, resolve), ...unreadFolders(readable, selected)].sort(inOrder);
  const judgedUnits = judged.flatMap((service): JudgedUnit[] => {
    const unit = units.find(({ id }) => id === service.id);
    return unit === undefined ? [] : [{ unit, service }];
  });
  const inTemplates = findCodeFaults(judgedUnits, gathered.workspace, watched);
  const unreadable = listFaults(readable, gathered, inTemplates);
  const limited = limitedServices(judgedUnits, unreadable, gathered.workspace);
  const found = [
    { service: null, findings: common },
    ...said.map(({ service, findings }) => ({ service, findings: withUnread(service, findings, limited, selected) })),
  ];
  timer.lap('checks');
  const whole = request.entry === undefined && (request.services ?? []).length === 0;
  const verdicts = await applySuppressions(found, {
    repository: readable,
    stacks: gathered.workspace.stacks,
    selected,
    known: allChecks.map(({ id }) => id),
    whole,
  });
  timer.lap('suppressions');
  const idleTypes = idleTagTypes(tagPolicy, catalogue, gathered.workspace.stacks);
  const idle = request.entry === undefined ? [...idleOverrides(settings, readable.files, units), ...idleTypes] : [];
  return {
    verdicts,
    rules,
    ran: new Set(selected.map(({ id }) => id)),
    whole,
    today: facts.today,
    catalogue: catalogue.date,
    unreadable,
    limited,
    notes: [...notesOf(readable, judged, apart), ...idle],
    facts,
    stacks: gathered.workspace.stacks,
    repository: readable,
  };
}

/** Whether a suppression is needed is known when all checks ran; what was not asked for is left out of the report. */
function checksToRun({ runs, usual: { selection } }: Rules): Check[] {
  const ofSuppressions = allChecks.some(({ scope, id }) => scope === 'suppressions' && selection.only.includes(id));
  return allChecks.filter((check) => runs(check) || (ofSuppressions && !selection.skip.includes(check.id)));
}

function cacheOf({ cache = true }: CheckRequest): Cache {
  return typeof cache === 'boolean' ? memoryCache() : cache;
}

/** The services to judge, and those left apart because they stand among tests, samples or documentation. */
async function servicesOf(
  workspace: Workspace,
  { services = [], entry }: CheckRequest,
): Promise<{ units: Unit[]; judged: Service[]; apart: Service[] }> {
  const units = entry === undefined ? await discoverUnits(workspace) : [unitOfEntry(entry)];
  const selected = selectServices(units, services).map((unit) => joinService(unit, workspace));
  const named = services.length > 0 || entry !== undefined;
  return {
    units,
    judged: selected.filter((service) => named || !service.apart),
    apart: selected.filter((service) => !named && service.apart),
  };
}

/** Where no check asks for pipelines, there are none. */
const noPipelines: PipelineFacts = {
  all: [],
  unread: [],
  of: () => [],
  isAbout: () => false,
  testsOf: () => null,
  silencedTests: () => null,
  analysedByHand: () => null,
  isUnbound: () => false,
  watchers: [],
  declared: () => [],
};

/** Where no service runs on AWS by infrastructure code, nobody is granted anything. */
const nobody = (): null => null;

function notesOf(repository: Repository, judged: readonly Service[], apart: readonly Service[]): string[] {
  const notes: string[] = [];
  if (judged.length === 0 && apart.length === 0) {
    const python = repository.files.some((file) => file.endsWith('.py'));
    const unlisted = repository.unreadable.length;
    if (python) notes.push('No service found: all Python here is tests, samples or tools.');
    else if (unlisted === 0) notes.push('No Python here: there is nothing to judge.');
    else notes.push(`No Python in what could be read: ${counted(unlisted, 'folder')} could not be.`);
  }
  if (judged.some((service) => service.definition === null && service.compute === null)) {
    notes.push('No template (CloudFormation, SAM) or Dockerfile defines a service here: the code is judged by itself.');
  }
  if (apart.length > 0) {
    notes.push(
      `${counted(apart.length, 'service')} in folders of tests and samples left out (${someOf(apart)}): name one with --service, or give its folder.`,
    );
  }
  return notes;
}

/** Services that are named before the rest is counted. */
const fewNamed = 3;

function someOf(services: readonly Service[]): string {
  const ids = services.slice(0, fewNamed).map(({ id }) => id);
  return [...ids, ...(services.length > fewNamed ? ['…'] : [])].join(', ');
}
