import type { Job, Pipeline, Step, Work } from '../../pipelines/model.ts';

/** Words for what is set up to be tried and thrown away; environments for tests are set up to stay. */
const trial = /(?:^|[-_./ ])(?:tests?|testing|smoke|e2e|integration|perf|benchmarks?|checks?|\w+tests)(?:[-_./ ]|$)/i;
const lasting = /(?:^|[-_])env(?:ironments?)?(?:[-_]|$)/i;

/** True if a job only tries what it makes: by its own name, or that of the pipeline that it stands in. */
export function isTrial({ file }: Pipeline, { id }: Job): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  return [name, ...id.split(' / ')].some((part) => trial.test(part) && !lasting.test(part));
}

/** Starting the containers of a compose file deploys them where the job says that it deploys. */
const composeUp = /^docker[ -]compose\b.*\bup\b/;
/** Tools that deploy only where the job says so: for the rest they prepare, or call what runs. */
const named = /^ansible-playbook|invoke|kustomize edit|kubectl create|^bobheadxi/;
/** Tools that publish pages and files, and no service. */
const noService = /pages|mike|mkdocs|docs|hugo|netlify|surge|^aws s3/i;

/** Copying from a bucket to the runner takes what others have put there. */
const download = /^aws s3 (?:cp|sync|mv)\s+(?:-\S+\s+)*["']?s3:\/\/\S+\s+(?:-\S+\s+)*["']?(?!s3:|\$)\S/;

/** True if a work only fetches what it names. */
export function isFetched({ text }: Work): boolean {
  return download.test(text);
}

/** True if a work of a job puts a service where it runs. */
export function isDeployment(pipeline: Pipeline, job: Job, { purpose, tool, text }: Work): boolean {
  if (isTrial(pipeline, job) || noService.test(tool)) return false;
  const saysSo = job.environment !== null || /deploy/i.test(`${pipeline.file} ${job.id}`);
  if (composeUp.test(text)) return saysSo;
  return purpose === 'deploy' && (saysSo || !named.test(tool));
}

/** A script that is named after what it does with what a job makes. */
const publisher = /\b(?:publish|upload|release)[\w-]*\.(?:py|sh)\b/;

/** True if a step gives what it makes to others: it releases or deploys, or pushes the image that it builds. */
export function isHandedOver({ action, works }: Step): boolean {
  if (works.some(({ purpose }) => purpose === 'release' || purpose === 'deploy')) return true;
  if (works.some(({ text }) => /\s--push\b|\btype=registry\b/.test(text) || publisher.test(text))) return true;
  const push = action?.inputs['push'];
  return push !== undefined && !(push.known && push.value === 'false');
}
