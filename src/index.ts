// The library: the same path as the command line.

import { findCalls as findCallsOpened } from './engine/calls.ts';
import { check as checkOpened } from './engine/check.ts';
import { classifyServices as classifyServicesOpened } from './engine/classify.ts';
import { type NamedAd, readJobs as readJobsOpened } from './engine/job.ts';
import { type DraftRequest, draftJob as draftJobOpened } from './engine/job-draft.ts';
import { findLibraries as findLibrariesOpened } from './engine/libraries.ts';
import { findPermissions as findPermissionsOpened } from './engine/permissions.ts';
import type { CallsRequest, CheckRequest, LibrariesRequest, RoadRequest, ServicesRequest } from './engine/request.ts';
import { findRoad as findRoadOpened } from './engine/road.ts';
import { findServices as findServicesOpened } from './engine/services.ts';
import { type NamedRepository, type SkillsRequest, showSkills as showSkillsOpened } from './engine/skills.ts';
import type { CallsDocument } from './report/documents/calls.ts';
import type { ClassifyDocument } from './report/documents/classify.ts';
import type { JobDocument } from './report/documents/job.ts';
import type { JobDraftDocument } from './report/documents/job-draft.ts';
import type { LibrariesDocument } from './report/documents/libraries.ts';
import type { PermissionsDocument } from './report/documents/permissions.ts';
import type { RoadDocument } from './report/documents/road.ts';
import type { ServicesDocument } from './report/documents/services.ts';
import type { SkillsDocument } from './report/documents/skills.ts';
import type { Report } from './report/report.ts';
import { openRepository } from './repository/disk.ts';
import type { Repository } from './repository/repository.ts';

/**
 * Judges a repository, given as a folder's path or opened already (`memoryRepository` for one in memory).
 * @throws UsageError for a folder, service or entry point that is not there, ConfigurationError for a broken configuration.
 */
export async function check(repository: string | Repository, request: CheckRequest = {}): Promise<Report> {
  const opened = typeof repository === 'string' ? openRepository(repository) : repository;
  return checkOpened(opened, request);
}

/**
 * Finds the calls of cloud SDKs in a repository, given as a folder's path or opened already.
 * @throws UsageError for a folder, service or entry point that is not there, ConfigurationError for a broken configuration.
 */
export async function findCalls(repository: string | Repository, request: CallsRequest = {}): Promise<CallsDocument> {
  return findCallsOpened(typeof repository === 'string' ? openRepository(repository) : repository, request);
}

/**
 * Finds the deployable units of a repository, given as a folder's path or opened already, and what belongs to each.
 * @throws UsageError for a folder or service that is not there, ConfigurationError for a broken configuration.
 */
export async function findServices(
  repository: string | Repository,
  request: ServicesRequest = {},
): Promise<ServicesDocument> {
  return findServicesOpened(typeof repository === 'string' ? openRepository(repository) : repository, request);
}

/**
 * Classifies the services of a repository, given as a folder's path or opened already, on four axes.
 * @throws UsageError for a folder or service that is not there, ConfigurationError for a broken configuration.
 */
export async function classifyServices(
  repository: string | Repository,
  request: ServicesRequest = {},
): Promise<ClassifyDocument> {
  return classifyServicesOpened(typeof repository === 'string' ? openRepository(repository) : repository, request);
}

/**
 * Derives the permissions on AWS that the calls of each service need, in a repository given as a folder's path or opened
 * already.
 * @throws UsageError for a folder, service or entry point that is not there, ConfigurationError for a broken configuration.
 */
export async function findPermissions(
  repository: string | Repository,
  request: CallsRequest = {},
): Promise<PermissionsDocument> {
  return findPermissionsOpened(typeof repository === 'string' ? openRepository(repository) : repository, request);
}

/**
 * Finds the skills that repositories show together, each given as a folder's path or opened already.
 * @throws UsageError for a folder that is not there or where nothing could be read, ConfigurationError for a broken
 * configuration.
 */
export async function showSkills(
  repositories: readonly (string | Repository)[],
  request: SkillsRequest = {},
): Promise<SkillsDocument> {
  return showSkillsOpened(named(repositories), request);
}

function named(repositories: readonly (string | Repository)[]): NamedRepository[] {
  return repositories.map((one, index) =>
    typeof one === 'string'
      ? { root: one, repository: openRepository(one) }
      : { root: one.disk?.root ?? `repository ${index + 1}`, repository: one },
  );
}

/**
 * Reads what job advertisements ask for, from their bytes, and what repositories show of that, each given as a folder's path
 * or opened already.
 * @throws UsageError for a folder that is not there, ConfigurationError for a broken configuration.
 */
export function readJobs(
  ads: readonly NamedAd[],
  against: readonly (string | Repository)[] = [],
  request: SkillsRequest = {},
): Promise<JobDocument> {
  return readJobsOpened(ads, named(against), request);
}

/**
 * Drafts a job description from what a repository, given as a folder's path or opened already, uses in earnest.
 * @throws UsageError for a folder that is not there, ConfigurationError for a broken configuration.
 */
export async function draftJob(repository: string | Repository, request: DraftRequest = {}): Promise<JobDraftDocument> {
  const [one] = named([repository]) as [NamedRepository];
  return draftJobOpened(one, request);
}

/**
 * Places the services of a repository, given as a folder's path or opened already, on the five rungs to cloud-first.
 * @throws UsageError for a folder or service that is not there, ConfigurationError for a broken configuration.
 */
export async function findRoad(repository: string | Repository, request: RoadRequest = {}): Promise<RoadDocument> {
  return findRoadOpened(typeof repository === 'string' ? openRepository(repository) : repository, request);
}

/**
 * Finds what a repository, given as a folder's path or opened already, uses for each need of a cloud service.
 * @throws UsageError for a folder that is not there or where nothing could be read, ConfigurationError for a broken
 * configuration.
 */
export function findLibraries(repository: string | Repository, request: LibrariesRequest = {}): LibrariesDocument {
  return findLibrariesOpened(typeof repository === 'string' ? openRepository(repository) : repository, request);
}

export { type Catalogue, openCatalogue } from './catalogue/catalogue.ts';
export { type Cache, memoryCache } from './engine/cache.ts';
export type { NamedAd } from './engine/job.ts';
export type { DraftRequest } from './engine/job-draft.ts';
export type {
  BaselineText,
  CallsRequest,
  CheckRequest,
  EntryRequest,
  LibrariesRequest,
  ServicesRequest,
} from './engine/request.ts';
export type { NamedRepository, SkillsRequest } from './engine/skills.ts';
export { ConfigurationError, UsageError } from './evidence/errors.ts';
export { version } from './evidence/version.ts';
export * from './evidence/vocabulary.ts';
export type * from './report/documents/calls.ts';
export type * from './report/documents/classify.ts';
export type * from './report/documents/job.ts';
export type * from './report/documents/job-draft.ts';
export type * from './report/documents/libraries.ts';
export type * from './report/documents/permissions.ts';
export type * from './report/documents/road.ts';
export type * from './report/documents/services.ts';
export type * from './report/documents/skills.ts';
export { renderJson } from './report/renderers/json.ts';
export { renderMarkdown } from './report/renderers/markdown.ts';
export { renderSarif } from './report/renderers/sarif.ts';
export { renderTerminal, type TerminalOptions } from './report/renderers/terminal.ts';
export type * from './report/report.ts';
export { allFindings } from './report/report.ts';
export { openRepository } from './repository/disk.ts';
export { memoryRepository } from './repository/memory.ts';
export type { FileContent, Repository, TextContent, UnreadableFile } from './repository/repository.ts';
export type { Check } from './steps/define.ts';
export { checks } from './steps/registry.ts';
export { type StepId, steps } from './steps/steps.ts';
