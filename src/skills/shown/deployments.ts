import type { Pipelines } from '../../pipelines/model.ts';
import { baseName, folderOf, isBelow } from '../../repository/paths.ts';
import type { Service } from '../../services/service.ts';
import type { FileRole } from './file-role.ts';
import { isDeployment } from './trials.ts';

/** What something in the tree puts where it runs. */
export interface Deployments {
  /** True if infrastructure code or a pipeline runs this unit. Handing a library or an image to others does not. */
  isDeployed(service: Service): boolean;
  /** True if infrastructure code in this file is what runs the project, and no sample of how to run it. */
  runsFrom(file: string): boolean;
}

/** What is known of a repository beside its infrastructure code. */
interface Around {
  readonly services: readonly Service[];
  readonly pipelines: Pipelines;
  /** Folders of distributions that others install. */
  readonly published: ReadonlySet<string>;
  readonly roleOf: (file: string) => FileRole;
  /** All files of Python. */
  readonly files: readonly string[];
}

/**
 * Works out what is deployed. Who writes a library ships no service by it: its infrastructure code counts where it runs a
 * unit of the tree, or where a pipeline deploys it; the rest serves tests, or shows how.
 */
export function openDeployments({ services, pipelines, published, roleOf, files }: Around): Deployments {
  const placed = pipelines.pipelines.flatMap((pipeline) => placesOf(pipeline));
  const hasCode = (root: string): boolean => files.some((file) => isBelow(file, root) && roleOf(file) === 'own');
  const isDeployed = (service: Service): boolean => {
    const { apart, definition, artifact, codeRoot, definedIn } = service;
    if (apart || roleOf(definedIn.file) !== 'own') return false;
    if (artifact !== 'image') {
      if (definition !== null) return true;
      const isLibrary = codeRoot !== null && published.has(codeRoot);
      return !isLibrary && (service.pipelines ?? []).some((one) => placesOf(one).length > 0);
    }
    if (placed.length > 0 || composed.test(baseName(definedIn.file))) return true;
    return definition !== null && codeRoot !== null && !published.has(codeRoot) && hasCode(codeRoot);
  };
  const defining = services.filter((one) => one.codeRoot !== null && isDeployed(one));
  const isLibrary = published.has('.') && !defining.some(({ codeRoot }) => codeRoot === '.');
  const folders = defining.map(({ definedIn }) => chartOf(definedIn.file));
  return {
    isDeployed,
    runsFrom: (file) => !isLibrary || [...folders, ...placed].some((folder) => isBelow(file, folder)),
  };
}

/** A compose file for where the project runs, not for who develops it. */
const composed = /^(?:docker-)?compose.*[-._](?:prod|production|deploy|deployment|live)[-._]/i;

/** The folder of a stack: that of its file, or of the chart around its templates. */
function chartOf(file: string): string {
  return folderOf(file.replace(/\/templates\/.*$/, '/'));
}

/** The folders from which a pipeline deploys. */
function placesOf(pipeline: Pipelines['pipelines'][number]): string[] {
  return pipeline.jobs.flatMap((job) =>
    job.steps.flatMap(({ works }) => works.flatMap((work) => (isDeployment(pipeline, job, work) ? [work.folder] : []))),
  );
}
