import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { type Answer, met, missing, notApplicable, unknown } from './answer.ts';
import { automation, platformTests } from './automation.ts';
import { byChecks } from './by-checks.ts';
import { deploymentsOf, provisioning } from './deployments.ts';
import { azd, fileAround, projectCommand } from './one-command.ts';
import type { Rung } from './rung.ts';
import { shippedOf } from './shipped.ts';
import type { Standing } from './standing.ts';
import { testEnvironmentOf } from './test-environment.ts';

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
  const [shipping] = deploymentsOf(standing);
  if (late?.state === 'met' && shipping !== undefined)
    return met('What ships it comes after the tests.', evidence(tested.place, tested.text));
  const shipped = shippedOf(standing);
  const [at = standing.itself] = shipped.evidence;
  return shipped.state === 'missing'
    ? notApplicable('Nothing that is read ships it.')
    : unknown('Whether what ships it waits for the tests is not said.', at);
}
