import { baseName } from '../repository/paths.ts';
import type { PipelineSystem } from './model.ts';

/** Where each system keeps its pipelines, by its own documentation; paths in lower case. */
const rules: readonly (readonly [RegExp, PipelineSystem])[] = [
  [/^\.github\/workflows\/[^/]+\.ya?ml$/, 'github-actions'],
  [/(^|\/)\.gitlab-ci\.ya?ml$/, 'gitlab-ci'],
  [
    /(^|\/)azure-pipelines?([-_.][^/]*)?\.ya?ml$|^(.*\/)?\.(azuredevops|azdo|azure-pipelines|vsts|pipelines)\/(.*\/)?[^/]+\.ya?ml$|(^|\/)\.vsts-ci\.ya?ml$/,
    'azure-pipelines',
  ],
  [/(^|\/)cloudbuild([-_.][^/]*)?\.(ya?ml|json)$|(^|\/)[^/]*[-_.]cloudbuild\.(ya?ml|json)$/, 'cloud-build'],
  [/(^|\/)buildspec([-_.][^/]*)?\.ya?ml$|(^|\/)[^/]*[-_.]buildspec\.ya?ml$/, 'codebuild'],
  [/(^|\/)amplify\.ya?ml$/, 'amplify'],
];

const unreadRules: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)jenkinsfile([-_.][^/]*)?$/, 'Jenkins'],
  [/^\.circleci\/config\.ya?ml$/, 'CircleCI'],
  [/^\.travis\.ya?ml$/, 'Travis CI'],
  [/^bitbucket-pipelines\.ya?ml$/, 'Bitbucket Pipelines'],
  [/^\.drone\.(ya?ml|jsonnet)$/, 'Drone'],
  [/^\.woodpecker(\.ya?ml$|\/[^/]+\.ya?ml$)/, 'Woodpecker'],
  [/^\.buildkite\/[^/]*pipeline[^/]*\.(ya?ml|json)$/, 'Buildkite'],
  [/^\.?appveyor\.ya?ml$/, 'AppVeyor'],
  [/^\.cirrus\.(ya?ml|star)$/, 'Cirrus CI'],
  [/^\.semaphore\/[^/]+\.ya?ml$/, 'Semaphore'],
  [/^\.teamcity\/settings\.kts$/, 'TeamCity'],
  [/^\.?zuul\.(ya?ml|d\/[^/]+\.ya?ml)$/, 'Zuul'],
  [/^\.(forgejo|gitea)\/workflows\/[^/]+\.ya?ml$/, 'Forgejo Actions'],
  [/^codefresh\.ya?ml$/, 'Codefresh'],
  [/^wercker\.ya?ml$/, 'Wercker'],
  [/^bamboo-specs\/[^/]+\.ya?ml$/, 'Bamboo'],
  [/^\.harness\/.+\.ya?ml$/, 'Harness'],
  [/^\.kokoro\/.+\.cfg$/, 'Kokoro'],
];

/** Names that none of the rules above can fit are told by this alone, so that most files cost one test. */
const worthALook =
  /\.github\/workflows\/|gitlab-ci|azure-pipeline|azuredevops|\.azdo|\.pipelines|vsts|cloudbuild|buildspec|amplify\.ya?ml$|jenkinsfile|circleci|travis|bitbucket-p|\.drone|woodpecker|buildkite|appveyor|cirrus|semaphore|teamcity|zuul|forgejo|gitea|codefresh|wercker|bamboo|harness|kokoro/i;

/** The system of a pipeline file, by its path alone; undefined for every other file. */
export function pipelineSystemOf(file: string): PipelineSystem | undefined {
  if (!worthALook.test(file)) return undefined;
  const path = file.toLowerCase();
  return rules.find(([pattern]) => pattern.test(path))?.[1];
}

/** The name of a system that is known and not read, by the file's path; undefined for every other file. */
export function unreadSystemOf(file: string): string | undefined {
  if (!worthALook.test(file)) return undefined;
  const path = file.toLowerCase();
  return unreadRules.find(([pattern]) => pattern.test(path))?.[1];
}

/** True for a file that a person would not take for a pipeline of this repository, though it has the name: vendored code. */
export function isVendored(file: string): boolean {
  return /(^|\/)(node_modules|site-packages|vendor)\//.test(file) && baseName(file) !== file;
}
