import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Job, Work } from '../../pipelines/model.ts';
import { type Answer, met, missing, unknown } from './answer.ts';
import { platformTests } from './automation.ts';
import { deploymentsOf } from './deployments.ts';
import { azd, fileAround, isHandedOver } from './one-command.ts';
import { platformDeploy } from './platform-deploys.ts';
import { pipelinesElsewhere } from './shipped.ts';
import type { Standing } from './standing.ts';

/** Names of environments that are for trying; to stage something is none. */
const forTests =
  /(^|[^a-z])(staging|stage(?=$|["'/.]|[-_](env|deploy))|test(ing)?|dev(elopment|elop)?|qa|preview|sandbox|uat|nonprod|preprod|pr)([^a-z]|$)/i;

/** Pipelines that say by their name that they make an environment for tests. */
const testEnvironmentFile = /(test|staging|preview|qa|dev)[-_]?env[^/]*$/i;

/** Names of environments in which something is measured, for nobody to try. */
const forMeasuring = /perf|load|bench/i;

/** Names of environments that users see. */
const forProduction = /^(prod(uction)?|live)$/i;

/** A command that is told where to deploy: a project, an account, a stack, an environment. */
const choosesPlace =
  /\$[({]*\s*_?[\w.]*(PROJECT|ACCOUNT|SUBSCRIPTION|STAGE|ENV(IRONMENT)?|STACK_?NAME|WORKSPACE|RESOURCE_?GROUP|CLUSTER|NAMESPACE)/i;

/** Parameters by which one definition makes several environments. */
const environmentParameter =
  /^(p|param)?_?-?(env(ironment)?_?-?(name|type|prefix|tag)?|stage(_?name)?|deployment_?env\w*)$/i;

/** Files that hold the settings of one environment. */
const settingsFile =
  /\.(tfvars|bicepparam)$|(^|\/)env(ironment)?s?([-_][\w-]+|\/[^/]+\/.*)\.tf$|(^|\/)overlays\/[^/]+\/kustomization\.ya?ml$|(^|\/)values[-.][\w-]+\.ya?ml$/;

/** Files that say by their name that they deploy come first. */
function byDeployment(a: Evidence, b: Evidence): number {
  return Number(/deploy/i.test(b.file)) - Number(/deploy/i.test(a.file));
}

/** Where Cloud Deploy brings releases: https://docs.cloud.google.com/deploy/docs/config-files */
const deployTarget = /^google_clouddeploy_target$|^deploy\.cloud\.google\.com\/\S+ Target$/;

/** The target for tests of what a command hands to Cloud Deploy; undefined for none. */
function releaseTarget({ everywhere }: Standing, shipping: readonly Work[]): Evidence | undefined {
  if (
    !shipping.some(({ text, tool }) => /\bdeploy releases create\b|create-cloud-deploy-release/.test(`${tool} ${text}`))
  )
    return undefined;
  const target = everywhere().find(({ type, id }) => deployTarget.test(type) && forTests.test(id));
  return target && evidence(target.key, `${target.type} ${target.id}`);
}

/** The path that has most of its folders in common with where a service is defined; undefined for none. */
function nearest(paths: readonly string[], { definedIn }: Standing['service']): string | undefined {
  const own = definedIn.file.split('/');
  const shared = (path: string): number => {
    const differs = path.split('/').findIndex((part, index) => part !== own[index]);
    return differs < 0 ? own.length : differs;
  };
  return paths.toSorted((a, b) => shared(b) - shared(a))[0];
}

/** Whether a service is deployed to an environment for trying before users see it. */
export function testEnvironmentOf(standing: Standing): Answer {
  const named = namedEnvironment(standing) ?? settingsBeside(standing);
  if (named !== null) return named;
  const live = standing
    .nearPipelines()
    .flatMap(({ jobs }) => jobs)
    .find(isProductionAlone);
  if (live !== undefined && !isHandedOver(standing))
    return missing('A pipeline deploys it to production, and to no environment before.', evidence(live.place, live.id));
  return manyEnvironments(standing) ?? chosenPlace(standing);
}

/** A job that deploys to the environment that users see, and is not told to which of several. */
function isProductionAlone({ environment, steps }: Job): boolean {
  if (environment?.known !== true || !forProduction.test(environment.value)) return false;
  return (
    steps.some(({ purposes }) => purposes.includes('deploy')) && !steps.some(({ text }) => choosesPlace.test(text))
  );
}

/** An environment that a pipeline names where it deploys. */
function namedEnvironment(standing: Standing): Answer | null {
  const shipping = deploymentsOf(standing);
  const jobs = standing.pipelines().flatMap((pipeline) => pipeline.jobs);
  const named = jobs.flatMap(({ environment, place, id, steps }): Evidence[] => {
    const text = environment?.known === true ? environment.value : '';
    const deploys = steps.some(({ works }) => works.some((work) => shipping.includes(work)));
    const isNamed = (forTests.test(text) && !forMeasuring.test(text)) || (deploys && forTests.test(id));
    return isNamed ? [evidence(place, text === '' ? id : text)] : [];
  });
  const [first, ...others] = named.toSorted(byDeployment);
  if (first !== undefined) return met('A pipeline deploys to an environment for tests.', first, ...others);
  const flagged = shipping.find(({ text, place }) => forTests.test(text) || testEnvironmentFile.test(place.file));
  if (flagged !== undefined)
    return met('A pipeline deploys to an environment for tests.', evidence(flagged.place, flagged.text));
  const target = releaseTarget(standing, shipping);
  return target === undefined ? null : met('Its releases go to a target for tests.', target);
}

function settingsBeside({ files, service }: Standing): Answer | null {
  const fitting = files(settingsFile).filter((path) => forTests.test(path));
  const file = nearest(fitting, service);
  return file === undefined
    ? null
    : met('There are settings for an environment for tests.', evidence(startOf(file), file));
}

/** What makes an environment of its own for each name, build or change. */
function manyEnvironments(standing: Standing): Answer | null {
  const project = fileAround(standing, azd);
  if (project !== undefined)
    return met('Each environment of azd is a deployment of its own.', evidence(startOf(project), project));
  const copied = platformDeploy(standing);
  if (copied?.text.includes('BUILD_ID') === true)
    return met('A pipeline deploys a copy of it for each build.', copied.evidence);
  const hosted = platformTests(standing);
  if (hosted !== undefined) return met("The platform's own CI runs it apart from production.", hosted);
  const variable = standing.service.environment.find(
    ({ name, value }) => value.kind === 'parameter' && environmentParameter.test(name),
  );
  return variable === undefined
    ? null
    : met('Its definition takes the name of the environment.', evidence(variable.place, variable.name));
}

/** Whether what deploys it is told where to. */
function chosenPlace(standing: Standing): Answer {
  const handed = platformDeploy(standing);
  const shipping = [
    ...deploymentsOf(standing).map(({ text, place }) => ({ text, at: evidence(place, text) })),
    ...(handed === undefined ? [] : [{ text: handed.text, at: handed.evidence }]),
  ];
  const chosen = shipping.find(({ text }) => choosesPlace.test(text));
  if (chosen !== undefined) return met('The place that it is deployed to is a parameter.', chosen.at);
  const [first] = shipping;
  if (first !== undefined && !shipping.some(({ text }) => text.includes('$')))
    return missing('What deploys it knows one place alone.', first.at);
  if (first === undefined && standing.otherPipelines().length === 0 && pipelinesElsewhere(standing).length === 0)
    return missing('Nothing deploys it to an environment for tests.', standing.itself);
  return unknown('Whether what it is deployed to is for tests is not said.', first?.at ?? standing.itself);
}
