import type { ActionReference, Step, Work } from '../../../pipelines/model.ts';
import { isBelow, joinPath } from '../../../repository/paths.ts';
import type { Repository } from '../../../repository/repository.ts';

/** What a work of a pipeline is about: files and folders of the repository, or all that lies below a folder. */
export interface Reach {
  readonly work: Work;
  readonly paths: readonly string[];
  /** It speaks of everything below its folder (a test run), not of what is defined right there (a deployment). */
  readonly wide: boolean;
  readonly folder: string;
}

/** Purposes that concern a service's code or what it is deployed as. */
const concerning = new Set([
  'test',
  'analyse',
  'audit',
  'build',
  'package',
  'scan',
  'deploy',
  'release',
  'infrastructure-validate',
]);

/** Tools for other languages, and for what is no service: documentation, releases of source, messages. */
const others =
  /^(\.\/gradlew|bundle|bundler|bun|cargo|clang|cmake|ctest|composer|deno|dotnet|eslint|flutter|gh|go|golangci|gradle|jest|jekyll|make4ht|markdownlint|mkdocs|mvnw?|node|npm|npx|phpunit|pnpm|prettier|rubocop|sphinx|swift|tsc|vite|vitest|yarn)(?![a-z\d])|^(peaceiris\/|actions\/(deploy|upload|configure)-pages|softprops\/|JamesIves\/|lycheeverse\/|google(-github-actions|apis)\/release-please)/i;

/** True for a tool of another language, or for what is no service. */
export function isOfOtherLanguage(tool: string): boolean {
  return others.test(tool);
}

/** Tools that deploy or build what is defined in the folder in which they run. */
const definedThere =
  /^(aws-sam|sam|serverless|sls|terraform|tofu|terragrunt|docker|buildah|podman|kaniko|\/kaniko|func|chalice|zappa|gcloud (run|functions|app|builds)|Azure\/functions-action|azure\/functions-action|azure\/webapps-deploy|docker\/build-push-action|google-github-actions\/deploy|copilot|eb|pulumi|hashicorp)/i;

/** Tools that move files, whatever these are: they are about what they name, and nothing else. */
const movers = /^(zip|tar|rsync|aws s3|gsutil|gcloud storage|az storage|azcopy|scp|twine|gh)\b/i;

/** What a work is about; undefined where it concerns no service of Python. */
export function reachOf(work: Work, step: Step, home: string, repository: Repository): Reach | undefined {
  if (!concerning.has(work.purpose) || isOfOtherLanguage(work.tool)) return undefined;
  const folder = folderOfWork(work, step, home);
  const words = [...wordsOf(work.text), ...(step.action === null ? [] : inputsOf(step.action))];
  const paths = [...words, ...filesOf(work)].flatMap((word) => pathOf(word, folder, home, repository));
  if (paths.length === 0 && movers.test(work.tool)) return undefined;
  return { work, paths: [...new Set(paths)], wide: !definedThere.test(work.tool), folder };
}

/** The files that a tool reads without being told: https://learn.microsoft.com/azure/developer/azure-developer-cli/azd-schema */
function filesOf({ tool }: Work): readonly string[] {
  return /^azd\b/.test(tool) ? ['azure.yaml', 'azure.yml'] : [];
}

/** The folder in which a work runs; where a variable decides it, that of the pipeline. */
function folderOfWork({ folder }: Work, { workingFolder }: Step, home: string): string {
  const stated = workingFolder?.known === true ? (joinPath('.', workingFolder.value) ?? '.') : '.';
  const found = folder === '.' ? stated : folder;
  return found.includes('$') || found.includes('{') ? home : found;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s=;,'"()|&<>]+/).filter((word) => word !== '' && !word.startsWith('-') && !/[$*{}]/.test(word));
}

/** Inputs of actions that name a path. */
const pathInputs = /path|folder|directory|dir$|context|^file$|dockerfile|package|template|source|manifests|workspace/i;

function inputsOf({ inputs }: ActionReference): string[] {
  return Object.entries(inputs).flatMap(([name, value]) =>
    value.known && pathInputs.test(name)
      ? value.value.split(/\s+/).filter((word) => word !== '' && !/[$*{}]/.test(word))
      : [],
  );
}

/** A word as a path of the repository: seen from the folder of the work, from the pipeline's and from the root. */
function pathOf(word: string, folder: string, home: string, { has, hasFolder }: Repository): string[] {
  const bare = word.replace(/\/+$/, '');
  if (bare === '' || bare === '.' || /^[a-z]+:\/\//i.test(bare)) return [];
  for (const from of new Set([folder, home, '.'])) {
    const path = joinPath(from, bare);
    if (path === undefined || path === '.' || isBelow(from, path)) continue;
    if (has(path) || hasFolder(path)) return [path];
  }
  return [];
}
