import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Dependency } from '../../manifests/index.ts';
import type { SdkImport, Service } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { functionFiles } from '../examples.ts';
import type { Facts } from '../facts.ts';
import { fail, pass } from '../judgement.ts';
import { compareReleases, isBelow, oldestRelease } from '../release-order.ts';

interface Retried extends Subject {
  readonly sdk: SdkImport;
}

const withSdk = (
  requirements: string,
  client = 'boto3.client("s3")',
  ...properties: string[]
): Record<string, string> => ({
  ...functionFiles(
    `import boto3\nfrom botocore.config import Config\n\ns3 = ${client}\n\ndef handler(event, context):\n    return s3.list_buckets()\n`,
    ...properties,
  ),
  'requirements.txt': requirements,
});

export const check = defineCheck({
  id: 'retries-implicit',
  scope: 'service',
  step: 'resilience',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other'],
  severity: 'improvement',
  title: 'Say in which mode SDK calls are retried',
  docs: {
    why: 'Every release of boto3 retries, and the one that is installed decides how. Below 1.44 the default is the legacy mode: five attempts (ten for DynamoDB), fewer kinds of errors, and no limit over all calls of a client, so that an outage is met with more load. The standard mode, which AWS advises, has been the default since 1.44: three attempts (four for DynamoDB), more kinds of errors, and a quota of retries. An update over that line changes how long a call may take, and how often it is made.',
    fix: 'Pass `config=Config(retries={"mode": "standard", "total_max_attempts": 3})` to the clients, or set `AWS_RETRY_MODE` where the service is defined. `max_attempts` in `Config` leaves out the first call, `total_max_attempts` and `AWS_MAX_ATTEMPTS` count it.',
    whenNone: 'Its code does not import boto3 or botocore.',
    bad: [
      { title: 'A pin below 1.44', files: withSdk('boto3==1.40.1\n') },
      { title: 'A range below 1.44', files: withSdk('boto3>=1.34,<1.41\n') },
    ],
    good: [
      { title: 'The standard mode is the default', files: withSdk('boto3==1.44.5\n') },
      {
        title: 'The client says it',
        files: withSdk('boto3==1.40.1\n', 'boto3.client("s3", config=Config(retries={"mode": "standard"}))'),
      },
      {
        title: 'The environment says it',
        files: withSdk(
          'boto3==1.40.1\n',
          'boto3.client("s3")',
          'Environment:',
          '  Variables:',
          '    AWS_RETRY_MODE: standard',
        ),
      },
      { title: 'The copy of the runtime retries as well', files: withSdk('requests==2.32.3\n') },
    ],
    sources: [
      'https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html',
      'https://boto3.amazonaws.com/v1/documentation/api/latest/guide/retries.html',
      'https://github.com/boto/botocore/blob/develop/CHANGELOG.rst',
    ],
  },
  subjects: ({ compute, sdkImports }): Retried[] => {
    const sdk = sdkImports.imports.find(({ distribution }) => /^boto(3|core)$/.test(distribution));
    return compute === null || sdk === undefined ? [] : [{ name: sdk.distribution, sdk }];
  },
  judge: ({ sdk }, service, facts) => {
    const [legacy, standard] = facts.catalogue.load('python/sdk-retries').facts;
    const asked = askedOf(service);
    if (legacy === undefined || standard === undefined || asked.length === 0)
      return pass(
        'The copy of boto3 that runs retries by itself; which one that is, the deployment does not say.',
        sdk.evidence,
      );
    const below = asked.find(({ specifier }) => isBelow(specifier, standard.since));
    if (below !== undefined) {
      const stated = statedIn(service, facts);
      if (stated !== undefined) return pass('It says how calls are retried.', sdk.evidence, stated);
      const text = `${below.name}${below.specifier}`;
      const message = `${text} retries in the ${legacy.id} mode, ${legacy.attempts} attempts in all (${legacy.dynamodb} for DynamoDB); ${standard.id}, with ${standard.attempts}, is what AWS advises and the default since ${standard.since}.`;
      return fail(message, [evidence(below.place, text), sdk.evidence], {
        fix: { title: 'Set the retry mode where the clients are built, or AWS_RETRY_MODE.', safe: false, intents: [] },
      });
    }
    const oldest = asked
      .flatMap(({ specifier }) => oldestRelease(specifier) ?? [])
      .sort(compareReleases)
      .at(-1);
    const isStandard = oldest !== undefined && compareReleases(oldest, standard.since) >= 0;
    const mode = isStandard ? `the ${standard.id} mode` : 'a mode of its own';
    return pass(`What is installed retries in ${mode}.`, sdk.evidence);
  },
});

/** What a service asks for of botocore and boto3, which bear the same numbers. */
function askedOf({ manifests }: Service): Dependency[] {
  return manifests
    .flatMap(({ dependencies }) => dependencies)
    .filter(({ name, group, specifier }) => /^boto(3|core)$/.test(name) && group === null && specifier !== '');
}

/** Where the mode or the number of attempts is stated; undefined for nowhere. */
function statedIn(service: Service, facts: Facts): Evidence | undefined {
  const variable = service.environment.find(({ name }) => /^AWS_(RETRY_MODE|MAX_ATTEMPTS)$/.test(name));
  if (variable !== undefined) return evidence(variable.place, variable.name);
  const inImage = service.image?.shape.environment;
  if (inImage?.has('AWS_RETRY_MODE') === true || inImage?.has('AWS_MAX_ATTEMPTS') === true) return service.image?.base;
  const texts = ['retries', 'AWS_RETRY_MODE', 'AWS_MAX_ATTEMPTS', 'retry_mode'];
  const file = facts.code(service).holding(texts, ['boto3', 'botocore', 'os']);
  return file === undefined ? undefined : evidence(startOf(file), 'retries', 'guessed');
}
