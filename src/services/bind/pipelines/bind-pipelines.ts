import type { Pipeline, TriggerFilter, Work } from '../../../pipelines/model.ts';
import { folderOf, foldersUp, isBelow } from '../../../repository/paths.ts';
import type { Repository } from '../../../repository/repository.ts';
import type { Unit } from '../../discover/unit.ts';
import { type Reach, reachOf } from './work-reach.ts';

/** A pipeline with what its works are about. */
export interface ScopedPipeline {
  readonly pipeline: Pipeline;
  /** The folder that it speaks for: its own, where it does not stand where its system wants all of them. */
  readonly home: string;
  readonly reaches: readonly Reach[];
}

/**
 * The pipelines that test, check, build or deploy a unit: those that define it, and those of whose works one is about its
 * code, its definition or its image, by the folder in which it runs and the paths that it names, and whose triggers do not
 * leave it out.
 */
export function pipelinesOf(unit: Unit, pipelines: readonly ScopedPipeline[]): Pipeline[] {
  const anchors = anchorsOf(unit);
  return pipelines
    .filter(
      ({ pipeline, home, reaches }) =>
        anchors.all.some((path) => isBelow(path, home)) &&
        isTriggeredBy(pipeline, anchors) &&
        (anchors.spoken.includes(pipeline.file) || reaches.some((reach) => isAbout(reach, anchors))),
    )
    .map(({ pipeline }) => pipeline);
}

/**
 * The works of pipelines that are about a unit itself, by the folder in which they run and the paths that they name: a work
 * on another template of its folder, which may be about it when one stands in the other, is none of them.
 */
export function worksAbout(unit: Unit, pipelines: readonly ScopedPipeline[]): Work[] {
  const anchors = anchorsOf(unit);
  return pipelines.flatMap(({ reaches }) =>
    reaches.filter((reach) => isAbout(withoutOthers(reach, anchors), anchors)).map(({ work }) => work),
  );
}

const template = /\.(ya?ml|json|template|bicep|tf)$/i;

/** A reach that speaks of no template, except where that defines the unit; nothing where it speaks of others alone. */
function withoutOthers(reach: Reach, { definitions, spoken }: Anchors): Reach {
  const paths = reach.paths.filter(
    (path) => !template.test(path) || definitions.includes(path) || spoken.includes(path),
  );
  return paths.length === 0 && reach.paths.length > 0
    ? { ...reach, paths, wide: false, folder: '' }
    : { ...reach, paths };
}

/** Pipelines with what each is about. */
export function scopedPipelines(pipelines: readonly Pipeline[], repository: Repository): ScopedPipeline[] {
  return pipelines.map((pipeline) => {
    const home = homeOf(pipeline);
    const steps = pipeline.jobs.flatMap((job) => job.steps);
    const reaches = steps.flatMap((step) => step.works.flatMap((work) => reachOf(work, step, home, repository) ?? []));
    return { pipeline, home, reaches };
  });
}

/** Folders in which tools keep pipelines, whatever they are about. */
const keptApart =
  /(^|\/)(\.?(ci|cd|build|buildspecs?|cicd|cloudbuild|codebuild|deploy|deployment|devops|infra|pipelines?|scripts)|\.[\w-]+)(\/|$)/i;

function homeOf({ file }: Pipeline): string {
  const folder = folderOf(file);
  const kept = keptApart.exec(folder);
  if (kept === null) return folder;
  return folder.slice(0, kept.index) || '.';
}

/** Where a unit stands in the repository. */
interface Anchors {
  /** The folder of its code; null where that is not in the repository, or is the root. */
  readonly code: string | null;
  /** The files that define it: the resource's, the stack's, the Dockerfile. */
  readonly definitions: readonly string[];
  /** The files that speak of it besides: `azure.yaml`, another Dockerfile, a step of a pipeline. */
  readonly spoken: readonly string[];
  readonly all: readonly string[];
  /** The folder that holds all of these, if it is not the root. */
  readonly home: string | null;
}

function anchorsOf({ code, definition, definedIn, image, also }: Unit): Anchors {
  const folder = code.kind === 'folder' ? code.folder : null;
  const definitions = [
    ...new Set([
      definedIn.file,
      ...(definition === null ? [] : [definition.stack.file]),
      ...(image === null ? [] : [image.file]),
    ]),
  ];
  const all = [...definitions, ...(folder === null ? [] : [folder])];
  const [first = '.', ...rest] = [...definitions.map(folderOf), ...(folder === null ? [] : [folder])];
  const home = foldersUp(first).find((one) => rest.every((other) => isBelow(other, one))) ?? '.';
  const spoken = [definedIn.file, ...also.map(({ file }) => file)];
  return { code: folder, definitions, spoken, all, home: home === '.' ? null : home };
}

function isAbout({ paths, wide, folder }: Reach, anchors: Anchors): boolean {
  if (paths.some((path) => touches(path, anchors) || anchors.spoken.includes(path))) return true;
  if (wide) return paths.length === 0 && anchors.all.some((path) => isBelow(path, folder));
  return anchors.definitions.some((file) => folderOf(file) === folder);
}

/** True if a path is one of the unit's, has one of them below it, or lies in its folder. */
function touches(path: string, { code, all, home }: Anchors): boolean {
  const lies = (folder: string | null): boolean => folder !== null && folder !== '.' && isBelow(path, folder);
  return all.some((one) => isBelow(one, path)) || lies(code) || lies(home);
}

/** True unless all that starts the pipeline on a change is kept to paths beside the unit. */
function isTriggeredBy({ triggers }: Pipeline, anchors: Anchors): boolean {
  const filters = triggers.flatMap(({ paths }) => (paths === null ? [] : [paths]));
  if (
    filters.length === 0 ||
    filters.length < triggers.filter(({ event }) => event === 'push' || event === 'pull-request').length
  )
    return true;
  return filters.some((filter) => lets(filter, anchors));
}

function lets({ include, exclude }: TriggerFilter, anchors: Anchors): boolean {
  const isIn = (pattern: string): boolean => {
    const fixed = pattern.replace(/^\.\//, '').replace(/(^|\/)[^/]*[*?[{!].*$/, '');
    return fixed === '' || touches(fixed.replace(/\/$/, ''), anchors);
  };
  if (
    exclude.some(
      (pattern) => !pattern.startsWith('*') && anchors.all.every((one) => isBelow(one, pattern.replace(/\/\*+$/, ''))),
    )
  )
    return false;
  return include.length === 0 || include.some((pattern) => !pattern.startsWith('!') && isIn(pattern));
}
