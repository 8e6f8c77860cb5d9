import type { Strength } from '../../catalogue/market/skill.ts';
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Purpose } from '../../evidence/vocabulary.ts';
import type { Stack } from '../../infrastructure/model/resource.ts';
import type { Manifest } from '../../manifests/manifest.ts';
import type { Job, Pipeline, Pipelines, Work } from '../../pipelines/model.ts';
import { baseName, folderOf, foldersUp } from '../../repository/paths.ts';
import type { Service } from '../../services/service.ts';
import type { Deployments } from './deployments.ts';
import type { FileRole } from './file-role.ts';
import { typesOfModule } from './registry-modules.ts';
import type { Sighting } from './sighting.ts';
import type { Signs } from './signs.ts';
import { isDeployment, isFetched, isHandedOver, isTrial } from './trials.ts';

type RoleOf = (file: string) => FileRole;

/** Lists of what others may have: the constraints of a family of projects, and what a service's own run-time brings. */
const ofOthers =
  /(?:^|\/)(?:global-requirements|(?:upper|lower)-constraints|constraints)[^/]*\.txt$|(?:^|\/)(?:glue|emr|dbr|databricks|mwaa|composer|synapse|colab|kaggle)[-_][^/]*\d[^/]*\.txt$/i;

/** The distributions that manifests ask for; what was resolved besides (`isResolved`, a lock) is nobody's choice. */
export function declaredSightings(
  signs: Signs,
  manifests: readonly Manifest[],
  roleOf: RoleOf,
  isResolved: (manifest: Manifest) => boolean,
): Sighting[] {
  const asked = manifests.filter(
    (one) =>
      one.role === 'declaration' &&
      roleOf(one.file) !== 'foreign' &&
      roleOf(one.file) !== 'test' &&
      !ofOthers.test(one.file) &&
      !isResolved(one),
  );
  return asked.flatMap(({ dependencies }) =>
    dependencies.flatMap(({ name, specifier, place }) =>
      signs
        .distributions(name)
        .map((skill) => sighting(skill, 'declared', 'declares', evidence(place, `${name}${specifier}`))),
    ),
  );
}

/** What tells whose a stack is. */
interface StackContext {
  readonly roleOf: RoleOf;
  readonly deployments: Deployments;
  /** The repository has an app of the CDK. */
  readonly hasOwnApp: boolean;
}

/** Folders of stacks that tests bring up, beside those of tests themselves, which hold data. */
const triedStacks = /^(?!(?:.*\/)?(?:test[-_]?data|fixtures)\/).*(?<![^/])tests?[-_][^/]+\//i;

/**
 * The resources that infrastructure code declares: it deploys them, unless it is a sample, serves tests, or is a construct
 * of the CDK that no app of the repository uses. Test data shows nothing.
 */
export function resourceSightings(
  signs: Signs,
  stacks: readonly Stack[],
  { roleOf, deployments, hasOwnApp }: StackContext,
): Sighting[] {
  const mains = new Set(stacks.flatMap(({ file }) => (/^main\.bicep$/i.test(baseName(file)) ? [folderOf(file)] : [])));
  return stacks.flatMap((stack) => {
    if (isIdleModule(stack, mains)) return [];
    const formats =
      stack.format === 'kubernetes' && isForNoCluster(stack) ? [] : (signs.formats.get(stack.format) ?? []);
    return [...stack.resources.values()].flatMap((resource) => {
      const { type, kind, cloud, existing, key, id, properties } = resource;
      const role = roleOf(key.file);
      if (existing || role === 'foreign' || (role === 'test' && !triedStacks.test(key.file))) return [];
      const isUsed = (stack.format !== 'cdk-python' || hasOwnApp) && deployments.runsFrom(key.file);
      const strength: Strength = role === 'own' && isUsed ? 'deployed' : 'exercised';
      const made = typesOfModule(type).flatMap((one) => signs.resource(one, null, cloud));
      const skills = new Set([...signs.resource(type, kind, cloud), ...made, ...formats]);
      const shown = [...skills].filter((skill) => {
        const needed = signs.facts.get(skill)?.needs?.[type];
        return needed === undefined || properties.entries.has(needed);
      });
      return shown.map((skill) => sighting(skill, strength, 'resource', evidence(key, `${type} ${id}`)));
    });
  });
}

/** Objects written as Kubernetes writes them, which no cluster keeps: of catalogues, of tools that deploy, of Dapr's own hosts. */
const ofNoCluster =
  /^(?:backstage\.io|blueprints\.cloud\.google\.com|kpt\.dev|dapr\.io|deploy\.cloud\.google\.com|score\.dev|skaffold)\//;

function isForNoCluster({ resources }: Stack): boolean {
  return [...resources.values()].every(({ type }) => ofNoCluster.test(type));
}

/** A module of Bicep that no file calls, below the folder of a main file: it is there to be used, and nobody does. */
function isIdleModule({ file, format }: Stack, mains: ReadonlySet<string>): boolean {
  return (
    format === 'bicep' &&
    foldersUp(folderOf(folderOf(file))).some((folder) => mains.has(folder)) &&
    !mains.has(folderOf(file))
  );
}

/** The pipelines of each system, and the tools that they run. */
export function pipelineSightings(signs: Signs, { pipelines, unread }: Pipelines, roleOf: RoleOf): Sighting[] {
  const limit = (file: string, strength: Strength): Strength =>
    roleOf(file) === 'own' || strength !== 'deployed' ? strength : 'exercised';
  const systems = [
    ...pipelines.flatMap((pipeline) => {
      const { system, file, name, jobs } = pipeline;
      const [first] = jobs;
      const at =
        first === undefined ? evidence(startOf(file), name ?? file) : evidence(first.place, first.name ?? first.id);
      const strength: Strength = isIdle(system, file) ? 'imported' : 'deployed';
      const rank = rankOf(pipeline);
      return (signs.systems.get(system) ?? []).map((skill) => ({
        ...sighting(skill, limit(file, strength), 'pipeline', at),
        rank,
      }));
    }),
    ...unread.flatMap(({ system, file }) =>
      (signs.systems.get(system) ?? []).map((skill) =>
        sighting(skill, limit(file, 'deployed'), 'pipeline', evidence(startOf(file), system)),
      ),
    ),
  ];
  const tools = pipelines.flatMap((pipeline) =>
    pipeline.jobs.flatMap((job) =>
      job.steps.flatMap(({ works }) =>
        works.flatMap((work) => {
          const found = evidence(work.place, work.text);
          const strength = limit(pipeline.file, strengthOf(pipeline, job, work));
          return signs.tools.flatMap(({ skill, name }) =>
            name.test(work.tool) ? [sighting(skill, strength, 'pipeline', found)] : [],
          );
        }),
      ),
    ),
  );
  return [...systems, ...tools];
}

/** What pipelines do, by how much that says of them. */
const deeds: readonly ReadonlySet<Purpose>[] = [
  new Set(['test']),
  new Set(['build', 'package', 'release', 'deploy']),
  new Set(['analyse', 'audit', 'scan', 'infrastructure-validate']),
];

/** A pipeline that deploys, tests or builds says more than one that looks after issues. */
function rankOf(pipeline: Pipeline): number {
  const works = pipeline.jobs.flatMap((job) => job.steps.flatMap((step) => step.works.map((work) => ({ job, work }))));
  if (works.some(({ job, work }) => isDeployment(pipeline, job, work))) return 0;
  const best = deeds.findIndex((purposes) => works.some(({ work }) => purposes.has(work.purpose)));
  return 1 + (best < 0 ? deeds.length : best);
}

/** A file that its system does not read where it stands. */
function isIdle(system: string, file: string): boolean {
  return system === 'gitlab-ci' && file.includes('/');
}

/** What a pipeline deploys, releases, or makes for that is deployed; what it asks, checks or only tries is exercised. */
function strengthOf(pipeline: Pipeline, job: Job, work: Work): Strength {
  const { purpose } = work;
  if (isTrial(pipeline, job) || isFetched(work)) return 'exercised';
  if (purpose === 'release' || isDeployment(pipeline, job, work)) return 'deployed';
  return making.has(purpose) && pipeline.jobs.some((one) => one.steps.some(isHandedOver)) ? 'deployed' : 'exercised';
}

const making: ReadonlySet<Purpose> = new Set(['build', 'package']);

/** Containers of one repository that make a system of services. */
const several = 3;

/** The containers that make a system: several code roots in one file that defines them, or below one folder. */
function systemOf(deployed: readonly Service[]): Set<Service> {
  const containers = deployed.filter(({ compute, codeRoot }) => compute === 'container' && codeRoot !== null);
  const groups = [
    ...Map.groupBy(containers, ({ definedIn }) => definedIn.file).values(),
    ...Map.groupBy(containers, ({ codeRoot }) => codeRoot?.split('/', 1)[0]).values(),
  ];
  return new Set(groups.filter((group) => new Set(group.map(({ codeRoot }) => codeRoot)).size >= several).flat());
}

/** What units are that something in the tree deploys. */
export function unitSightings(signs: Signs, services: readonly Service[], deployments: Deployments): Sighting[] {
  const deployed = services.filter(
    (service) => deployments.isDeployed(service) && deployments.runsFrom(service.definedIn.file),
  );
  const system = systemOf(deployed);
  return deployed.flatMap((service) => {
    const { compute, cloud, artifact, definedIn, name } = service;
    const keys = [`${compute}`, `${compute}:${cloud}`, `${artifact}`, ...(system.has(service) ? ['several'] : [])];
    const skills = new Set(keys.flatMap((key) => signs.units.get(key) ?? []));
    return [...skills].map((skill) => sighting(skill, 'deployed', 'unit', evidence(definedIn, name)));
  });
}

function sighting(skill: string, strength: Strength, by: Sighting['by'], found: Evidence): Sighting {
  return { skill, strength, by, evidence: found };
}
