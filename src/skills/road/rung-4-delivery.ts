import type { Evidence } from '../../evidence/evidence.ts';
import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Work } from '../../pipelines/model.ts';
import { folderOf, isBelow } from '../../repository/paths.ts';
import { type Answer, met, missing, notApplicable, unknown } from './answer.ts';
import { automation, platformTests } from './automation.ts';
import { byChecks } from './by-checks.ts';
import { deploymentsOf, provisioning } from './deployments.ts';
import { platformDeploy } from './platform-deploys.ts';
import type { Rung } from './rung.ts';
import type { Standing } from './standing.ts';

export const delivery: Rung = {
  rung: 4,
  title: 'Infrastructure as code, shipped by a pipeline',
  notFor: () => null,
  requirements: [
    {
      id: 'automation',
      toldBy: 'pipelines',
      what: 'Automated checks or builds',
      step: 'Write one command that checks and builds it',
      checks: [],
      tell: (standing) => {
        const found = automation(standing) ?? projectCommand(standing);
        return found === undefined
          ? missing('No pipeline or script works on it.', standing.itself)
          : met('A pipeline or a script works on it.', found);
      },
    },
    {
      id: 'tests',
      toldBy: 'pipelines',
      what: 'Tests in a pipeline',
      step: 'Run its tests in a pipeline on every change, before deployment',
      checks: ['pipeline-tests-missing'],
      tell: testsOf,
    },
    {
      id: 'infrastructure',
      toldBy: 'infrastructure',
      what: 'Infrastructure as code',
      step: 'Define it in infrastructure code',
      checks: ['infrastructure-unvalidated'],
      tell: infrastructureOf,
    },
    {
      id: 'shipped',
      toldBy: 'pipelines',
      what: 'Deployment by one command or a pipeline',
      step: 'Provision and deploy it by a pipeline',
      checks: ['pipeline-missing', 'pipeline-never-runs'],
      tell: shippedOf,
    },
    {
      id: 'test-environment',
      toldBy: 'pipelines',
      what: 'A test environment, separate from production',
      step: 'Deploy every change to a test environment before production',
      checks: [],
      tell: testEnvironmentOf,
    },
    {
      id: 'gate',
      toldBy: 'pipelines',
      what: 'Tests that gate the deployment',
      step: 'Make the deployment wait for the tests, and stop where they fail',
      checks: ['check-not-gating', 'check-after-deploy'],
      isSign: true,
      tell: gateOf,
    },
  ],
};

function infrastructureOf(standing: Standing): Answer {
  const { service, itself, near, unreadInfrastructure } = standing;
  if (service.definition !== null) return met('Infrastructure code defines it.', itself);
  const provisioned = provisioning(standing);
  if (provisioned !== undefined) return met('A pipeline provisions it.', evidence(provisioned.place, provisioned.text));
  const command = fileAround(standing, azd);
  if (command !== undefined && near().length > 0)
    return met(`azd provisions the infrastructure code beside it by ${command}.`, evidence(startOf(command), command));
  const [around] = unreadInfrastructure() === null ? near() : [];
  if (around !== undefined)
    return unknown(
      'There is infrastructure code, and which of it defines this service is not said.',
      evidence(around.key, around.id),
    );
  return missing('No infrastructure code defines it.', itself);
}

/** Files by which one command provisions, builds and deploys the project in their folder. */
const oneCommand = /(^|\/)(azure\.ya?ml|skaffold\.ya?ml|samconfig\.toml)$/;
const azd = /(^|\/)azure\.ya?ml$/;

/** The nearest file of such a name in a folder around a service; undefined for none. */
function fileAround({ service: { definedIn, codeRoot }, files }: Standing, name: RegExp): string | undefined {
  const around = files(name).filter(
    (path) => isBelow(definedIn.file, folderOf(path)) || (codeRoot !== null && isBelow(codeRoot, folderOf(path))),
  );
  return around.reduce<string | undefined>(
    (nearest, path) => (nearest === undefined || path.length > nearest.length ? path : nearest),
    undefined,
  );
}

function projectCommand(standing: Standing): Evidence | undefined {
  const file = fileAround(standing, oneCommand);
  return file === undefined ? undefined : evidence(startOf(file), file);
}

function shippedOf(standing: Standing): Answer {
  const { itself, otherPipelines, text } = standing;
  const shipping = deploymentsOf(standing);
  if (shipping.length > 0)
    return met('A pipeline deploys it.', ...shipping.map(({ place, text }) => evidence(place, text)));
  const command = fileAround(standing, oneCommand);
  if (command !== undefined) return met(`One command deploys it by ${command}.`, evidence(startOf(command), command));
  const hosted = platformDeploy(standing);
  if (hosted !== undefined) return met('A pipeline hands it to a platform that runs it.', hosted.evidence);
  const declared = otherPipelines().find(
    ({ file, text: name }) =>
      name.includes('AWS::CodePipeline') && /^[ \t]*Category: *["']?Deploy/m.test(text(file) ?? ''),
  );
  if (declared !== undefined)
    return met('A pipeline that is defined here deploys it.', { ...declared, how: 'guessed' });
  const [other] = [...otherPipelines(), ...pipelinesElsewhere(standing)];
  if (other !== undefined) return unknown(`${other.file} may deploy it: what it runs is not read.`, other);
  return missing('No pipeline deploys it.', itself, 'pipeline-missing');
}

/** Resources that ship what is pushed, wherever in the repository they stand. */
const runsPipelines = /^(AWS::CodePipeline::Pipeline|aws_codepipeline|google_clouddeploy_delivery_pipeline)$/;

function pipelinesElsewhere({ everywhere }: Standing): Evidence[] {
  return everywhere().flatMap(({ type, id, key }) =>
    runsPipelines.test(type) ? [evidence(key, `${type} ${id}`)] : [],
  );
}

/** Names of what runs tests, in what a check says of an order. */
const testTools = /\b(pytest|unittest|nose2?|tox|nox|behave|robot|tests?)\b/i;

function testsOf(standing: Standing): Answer {
  const ran = standing.works().find(({ purpose }) => purpose === 'test');
  if (ran !== undefined) return met('A pipeline runs its tests.', evidence(ran.place, ran.text));
  const hosted = platformTests(standing);
  if (hosted !== undefined) return met("The platform's own CI runs its tests.", hosted);
  const said = byChecks(standing, ['pipeline-tests-missing']);
  if (said !== null) return said;
  const [other] = standing.otherPipelines();
  if (other !== undefined) return unknown(`${other.file} may run its tests: what it runs is not read.`, other);
  return missing('No pipeline runs tests of it.', standing.itself, 'pipeline-tests-missing');
}

/** Whether the tests that a pipeline runs hold back what fails them; where nothing ships it, they have nothing to hold back. */
function gateOf(standing: Standing): Answer {
  const tested = standing.works().find(({ purpose }) => purpose === 'test');
  if (tested === undefined) return notApplicable('No pipeline that is read runs tests of it.');
  // These speak of analysers and audits too: of tests the first does by its severity, the second by its words.
  const idle = byChecks(standing, ['check-not-gating'], 'risk');
  if (idle?.state === 'missing') return idle;
  const late = byChecks(standing, ['check-after-deploy']);
  if (late?.state === 'missing' && testTools.test(late.why)) return late;
  const shipping = deploymentsOf(standing)[0] ?? standing.works().find(({ purpose }) => purpose === 'release');
  const handed = platformDeploy(standing);
  if (shipping === undefined && handed === undefined) return notApplicable('Nothing that is read ships it.');
  if (late?.state === 'met' && shipping !== undefined)
    return met('What ships it comes after the tests.', evidence(tested.place, tested.text));
  const at = shipping === undefined ? handed?.evidence : evidence(shipping.place, shipping.text);
  return unknown('Whether what ships it waits for the tests is not said.', at ?? standing.itself);
}

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

function testEnvironmentOf(standing: Standing): Answer {
  const { itself, pipelines, files, service } = standing;
  const shipping = deploymentsOf(standing);
  const named = pipelines().flatMap(({ jobs }) =>
    jobs.flatMap(({ environment, place, id, steps }): Evidence[] => {
      const text = environment?.known === true ? environment.value : '';
      const deploys = steps.some(({ works }) => works.some((work) => shipping.includes(work)));
      return (forTests.test(text) && !forMeasuring.test(text)) || (deploys && forTests.test(id))
        ? [evidence(place, text === '' ? id : text)]
        : [];
    }),
  );
  if (named.length > 0) return met('A pipeline deploys to an environment for tests.', ...named.toSorted(byDeployment));
  const flagged = shipping.find(({ text, place }) => forTests.test(text) || testEnvironmentFile.test(place.file));
  if (flagged !== undefined)
    return met('A pipeline deploys to an environment for tests.', evidence(flagged.place, flagged.text));
  const target = releaseTarget(standing, shipping);
  if (target !== undefined) return met('Its releases go to a target for tests.', target);
  const file = nearest(
    files(settingsFile).filter((path) => forTests.test(path)),
    service,
  );
  if (file !== undefined) return met('There are settings for an environment for tests.', evidence(startOf(file), file));
  const live = standing
    .nearPipelines()
    .flatMap(({ jobs }) => jobs)
    .find(({ environment }) => environment?.known === true && forProduction.test(environment.value));
  if (live !== undefined)
    return missing('A pipeline deploys it to production, and to no environment before.', evidence(live.place, live.id));
  const project = fileAround(standing, azd);
  if (project !== undefined)
    return met('Each environment of azd is a deployment of its own.', evidence(startOf(project), project));
  const copied = platformDeploy(standing);
  if (copied?.text.includes('BUILD_ID') === true)
    return met('A pipeline deploys a copy of it for each build.', copied.evidence);
  const hosted = platformTests(standing);
  if (hosted !== undefined) return met("The platform's own CI runs it apart from production.", hosted);
  const variable = service.environment.find(
    ({ name, value }) => value.kind === 'parameter' && environmentParameter.test(name),
  );
  if (variable !== undefined)
    return met('Its definition takes the name of the environment.', evidence(variable.place, variable.name));
  const [first] = shipping;
  if (first === undefined && standing.otherPipelines().length === 0 && pipelinesElsewhere(standing).length === 0)
    return missing('Nothing deploys it to an environment for tests.', itself);
  const chosen = shipping.find(({ text }) => choosesPlace.test(text));
  if (chosen !== undefined)
    return met('The place that it is deployed to is a parameter.', evidence(chosen.place, chosen.text));
  if (first !== undefined && !shipping.some(({ text }) => text.includes('$')))
    return missing('What deploys it knows one place alone.', evidence(first.place, first.text));
  return unknown(
    'Whether what it is deployed to is for tests is not said.',
    first === undefined ? itself : evidence(first.place, first.text),
  );
}
