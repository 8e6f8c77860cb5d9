import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Place } from '../../evidence/place.ts';
import type { UnknownReason } from '../../evidence/vocabulary.ts';
import type { Job, Pipeline, Step, Work } from '../../pipelines/index.ts';
import { isOfOtherLanguage } from '../../services/bind/pipelines/work-reach.ts';

/** A work with the step and the job that it stands in. */
export interface PlacedWork {
  readonly work: Work;
  readonly step: Step;
  /** The place of the step among those of its job. */
  readonly at: number;
  readonly job: Job;
}

/** Everything that the steps of a pipeline do, in order. */
export function worksOf({ jobs }: Pipeline): PlacedWork[] {
  return jobs.flatMap((job) => job.steps.flatMap((step, at) => step.works.map((work) => ({ work, step, at, job }))));
}

/** Copies that may as well fetch something, and packages that are built to look at them. */
const noShipping =
  /^(aws s3|gsutil|gcloud storage|az storage|azcopy|rsync|scp|zip|tar|git|gh|python|build|poetry|flit|hatch|uv|pip|pdm)\b/;

/** Commands that make the place for a service, and put nothing there: https://learn.microsoft.com/azure/developer/azure-developer-cli/reference#azd-provision */
const preparing = /^azd provision\b|^kubectl (apply|create) .*-f -(\s|$)|^kubectl create (namespace|ns)\b/;

/** True for a work that puts the service where others use it, or makes the image or archive for that. */
export function isShipping(placed: PlacedWork): boolean {
  const { purpose, tool, text } = placed.work;
  if (preparing.test(text)) return false;
  if (purpose === 'deploy' || purpose === 'release' || purpose === 'package') {
    return !noShipping.test(tool) && concernsPython(placed);
  }
  return false;
}

/** Tools that look at other things than Python: scripts, documents, workflows, infrastructure, the spelling. */
const ofOtherThings =
  /(hadolint|actionlint|lychee|markdown|mdformat|yamllint|shellcheck|prettier|eslint|stylelint|tflint|checkov|tfsec|terrascan|kics|scorecard|commitlint|codespell|cspell|proselint|misspell|typos|linkcheck|semantic-pull|zizmor|addlicense|pip-licenses|end-of-file|trailing-whitespace|mixed-line|line-ending|large-files|merge-conflict|case-conflict|check-(yaml|json|toml|xml|symlinks|executables|shebang|manifest)|detect-(private|aws|secrets)|no-commit-to|psrule)/i;

/** Steps of documentation, whatever they do. */
export const documentation = /\b(mike|mkdocs|sphinx|gh-pages|gh-deploy|pages)\b/i;

/** True for a work that is about Python code or what is made of it. */
export function concernsPython({ work, step }: PlacedWork): boolean {
  if (isOfOtherLanguage(work.tool) || documentation.test(work.tool)) return false;
  if (work.purpose === 'analyse' && ofOtherThings.test(work.tool)) return false;
  return !isCodeqlOfOthers(step);
}

/** CodeQL says in its first step which languages it looks at. */
function isCodeqlOfOthers({ action }: Step): boolean {
  const languages = action?.inputs['languages'];
  return languages?.known === true && !/python/i.test(languages.value);
}

/** True if the catalogue's fact of a tool was confirmed by what the tool itself says. */
export function isConfirmed(catalogue: Catalogue, tool: string): boolean {
  return datasets.some((dataset) =>
    catalogue.load(dataset).facts.some(({ id, confirmed }) => id === tool && confirmed !== false),
  );
}

const datasets = [
  'pipelines/commands',
  'pipelines/actions',
  'pipelines/hooks',
  'pipelines/images',
  'pipelines/tasks',
  'pipelines/templates',
] as const;

/** Tools whose sessions are Python: what a function of theirs runs is not seen. */
const halfRead = /\b(nox|inv|invoke)\b/;

/** A step of which it cannot be said whether it does what is looked for. */
export interface Doubt {
  readonly text: string;
  readonly place: Place;
  readonly reason: UnknownReason;
}

/** Commands that run whatever somebody wrote elsewhere. */
const opaque =
  /^(docker (compose )?(run|exec|up)|docker-compose|kubectl exec|make|invoke|inv|task|just|nox|tox|hatch|bazel|pants|earthly|dagger|act|python -m invoke)\b|\b(ci|all|checks?|verify)\.(sh|ps1)\b/i;

/** Commands that run a file of anybody's. */
const interpreters = /^(python|bash|sh|pwsh|powershell|node|google.com\/cloudsdktool\/cloud-sdk)$/;

/** What in a pipeline may do what is looked for, by its words; none where every step is understood or about something else. */
export function doubtsIn({ jobs, faults }: Pipeline, words: RegExp): Doubt[] {
  const steps = jobs.flatMap((job) => job.steps);
  const unfollowed = steps.flatMap((step) =>
    step.unfollowed.filter(({ text }) => !isOfOtherLanguage(text) && (words.test(text) || opaque.test(text))),
  );
  const others = steps.flatMap(({ works }) =>
    works
      .filter(
        ({ purpose, text, tool }) =>
          purpose === 'other' && (opaque.test(text) || (interpreters.test(tool) && words.test(text))),
      )
      .map(({ text, place }) => ({ text, place, reason: 'external-code' as const })),
  );
  const inPython = steps.flatMap(({ works }) =>
    works
      .filter(({ tool, through }) => halfRead.test(tool) || through.some((call) => halfRead.test(call)))
      .map(({ text, place, through }) => ({
        text: through[0] ?? text,
        place,
        reason: 'unsupported-construct' as const,
      })),
  );
  const unread = faults.map(({ place, message }) => ({ text: message, place, reason: 'unreadable-file' as const }));
  return [...unfollowed, ...others, ...inPython, ...unread];
}
