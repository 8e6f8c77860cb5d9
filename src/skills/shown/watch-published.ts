// https://packaging.python.org/en/latest/specifications/core-metadata/#classifier-multiple-use
import type { Pipeline } from '../../pipelines/model.ts';
import { baseName, folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Onlooker } from '../../repository/survey.ts';
import type { FileRole } from './file-role.ts';
import { isTrial } from './trials.ts';

/** Folders of what others install from an index. */
export interface WatchedPublished {
  readonly onlooker: Onlooker;
  /** With what pipelines publish. */
  folders(pipelines: readonly Pipeline[]): ReadonlySet<string>;
}

/** Classifiers that only readers of an index want. */
const classifiers = ['Development Status ::', 'Intended Audience ::'];

/** Watches a survey for distributions that describe themselves to an index; the template of a CDK app does so too, and is none. */
export function watchPublished(repository: Repository, roleOf: (file: string) => FileRole): WatchedPublished {
  const described = new Set<string>();
  return {
    onlooker: {
      wants: (file) => /^(?:setup\.(?:py|cfg)|pyproject\.toml)$/.test(baseName(file)) && roleOf(file) === 'own',
      see(file, content) {
        const app = joinPath(folderOf(file), 'cdk.json');
        if (!content.ok || (app !== undefined && repository.has(app))) return;
        const buffer = Buffer.from(content.bytes.buffer, content.bytes.byteOffset, content.bytes.byteLength);
        if (classifiers.some((one) => buffer.includes(one))) described.add(folderOf(file));
      },
    },
    folders: (pipelines) => new Set([...described, ...pipelines.flatMap(publishedBy)]),
  };
}

const upload = /gh-action-pypi-publish|twine upload|(?:poetry|flit|hatch|uv|maturin|pdm) publish/;
const image = /docker|buildx|helm|kaniko|buildah/i;

/** The folders that a pipeline builds distributions in and uploads to an index. */
function publishedBy(pipeline: Pipeline): string[] {
  const works = pipeline.jobs.flatMap((job) => (isTrial(pipeline, job) ? [] : job.steps.flatMap((step) => step.works)));
  const uploads = works.filter(({ tool }) => upload.test(tool));
  if (uploads.length === 0) return [];
  const builds = works.filter(({ purpose, tool }) => purpose === 'package' && !image.test(tool));
  return (builds.length === 0 ? uploads : builds).map(({ folder }) => folder);
}
