import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Cloud } from '../../evidence/vocabulary.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import { type Answer, met, missing, notApplicable, unknown } from './answer.ts';
import { dataWanted } from './data-wanted.ts';
import { entranceOf, isProcfile } from './entrance.ts';
import { hostOf, type PlatformDeploy } from './platform-deploys.ts';
import { computing, identity, isOfKind, type Kinds, network, ofKind, storage } from './resource-kinds.ts';
import type { Rung } from './rung.ts';
import type { Standing } from './standing.ts';
import { statedIdentity } from './stated-identity.ts';
import { statedKey } from './stated-key.ts';
import { requestLibrary } from './takes-requests.ts';
import { usesOfKind } from './used-resources.ts';

export const foundations: Rung = {
  rung: 1,
  title: 'A primary cloud and its foundations',
  notFor: () => null,
  requirements: [
    {
      id: 'cloud',
      toldBy: 'infrastructure',
      what: 'A primary cloud',
      step: 'Choose a cloud, and define the service there',
      checks: [],
      tell: cloudOf,
    },
    {
      id: 'compute',
      toldBy: 'infrastructure',
      what: 'Compute that is defined',
      step: 'Define what runs it: a function, a container service, a machine',
      checks: ['entry-point-missing'],
      tell: computeOf,
    },
    {
      id: 'identity',
      toldBy: 'infrastructure',
      what: 'An identity of its own',
      step: 'Give it an identity of its own, with the least privilege that it needs',
      checks: ['identity-undeclared'],
      tell: identityOf,
    },
    {
      id: 'storage',
      toldBy: 'infrastructure',
      what: 'Cloud storage or a cloud database',
      step: 'Define its storage or database in the same infrastructure code',
      checks: ['environment-unset'],
      tell: storageOf,
    },
    {
      id: 'network',
      toldBy: 'infrastructure',
      what: 'An endpoint or a network',
      step: 'Define its endpoint: a gateway, a load balancer, a network with rules',
      checks: ['endpoint-public'],
      tell: networkOf,
    },
  ],
};

const primary: ReadonlySet<Cloud> = new Set(['aws', 'azure', 'gcp']);
const titles: Readonly<Record<string, string>> = { aws: 'AWS', azure: 'Azure', gcp: 'Google Cloud' };

function cloudOf(standing: Standing): Answer {
  const { service, itself, near, works, unreadInfrastructure } = standing;
  const { cloud } = service;
  if (primary.has(cloud)) return met(`${titles[cloud]} runs it.`, itself);
  const sdk = service.sdkImports.imports.find((one) => primary.has(one.cloud));
  if (sdk !== undefined) return met(`Its code calls ${titles[sdk.cloud]}.`, sdk.evidence);
  const around = near().find((resource) => primary.has(resource.cloud));
  if (around !== undefined)
    return met(
      `The infrastructure around it is of ${titles[around.cloud]}.`,
      evidence(around.key, `${around.type} ${around.id}`),
    );
  const deploy = works().find(({ tool }) => /^(aws|az|azd|gcloud|google-github-actions|azure)\b/i.test(tool));
  if (deploy !== undefined)
    return met('A pipeline works on it with the tools of a cloud.', evidence(deploy.place, deploy.text));
  const unread = unreadInfrastructure();
  if (unread?.file.endsWith('cdk.json') === true)
    return met('The CDK that is beside it makes resources of AWS.', unread);
  const hosted = hostOf(standing);
  if (hosted !== undefined) return ofHost(hosted);
  return missing('Neither infrastructure code nor its calls name AWS, Azure or Google Cloud.', itself);
}

/** The cloud of the platform that code is handed to; some platforms are none of the three. */
function ofHost({ cloud, evidence: at }: PlatformDeploy): Answer {
  if (cloud !== null) return met(`A command hands it to ${titles[cloud]}.`, at);
  const why = `\`${at.text}\` hands it to a platform that is none of AWS, Azure and Google Cloud.`;
  return {
    ...missing(why, at),
    step: 'Keep its platform, or define it in infrastructure code of AWS, Azure or Google Cloud',
  };
}

function computeOf(standing: Standing): Answer {
  const { service, itself, near } = standing;
  const { definition, cloud, compute, definedIn } = service;
  if (definition !== null) return met('Infrastructure code defines what runs it.', itself);
  if (cloud !== 'none' && compute !== null) return met('A file of the platform says what runs it.', itself);
  if (isProcfile.test(definedIn.file)) return met('A Procfile says which processes the platform runs.', itself);
  const hosted = hostOf(standing);
  if (hosted !== undefined) return met('A command hands it to a platform that runs it.', hosted.evidence);
  const [other] = ofKind(near(), computing);
  if (other !== undefined) return runBeside(standing, other);
  if (compute !== null) return missing('It can be run from an image, and nothing says on which cloud.', itself);
  return missing('Nothing says what runs it.', itself);
}

/** Containers that something beside a Dockerfile runs, by their kinds. */
const runners: Kinds = { kinds: /^(cluster|container-service|task-definition)$/ };

/** Infrastructure code that runs something, where nothing says what: an image is taken for what a runner of containers runs. */
function runBeside(standing: Standing, other: Evidence): Answer {
  const [runner] = ofKind(runnersBeside(standing), runners);
  return runner === undefined
    ? unknown('There is infrastructure code that runs code; which of it runs this, is not said.', other)
    : met('The infrastructure code beside it runs containers.', { ...runner, how: 'guessed' });
}

function runnersBeside({ service: { compute, definition }, near }: Standing): Resource[] {
  if (compute !== 'container' || definition !== null) return [];
  return near().filter((resource) => isOfKind(resource, runners));
}

/** The identity that a runner of containers is given. */
function identityBeside(standing: Standing): Evidence | undefined {
  return runnersBeside(standing)
    .map(({ properties }) => statedKey(properties, /^(task_?role(_?arn)?|identity|service_?account(_?name)?)$/i))
    .find((stated) => stated !== undefined);
}

function identityOf(standing: Standing): Answer {
  const { service, itself, near } = standing;
  const stated = statedIdentity(standing);
  if (stated !== undefined) return met('An identity is declared for it.', stated);
  if (service.identity !== null)
    return missing(
      'It runs with the rights that the platform gives to everybody.',
      service.identity.evidence,
      'identity-undeclared',
    );
  const [other] = service.definition === null ? ofKind(near(), identity) : [];
  const lent = identityBeside(standing);
  if (lent !== undefined) return met('What runs containers beside it has an identity.', { ...lent, how: 'guessed' });
  if (other !== undefined)
    return unknown('There are identities in the infrastructure code; which is its own, is not said.', other);
  return missing('Nothing says with whose rights it runs.', itself, 'identity-undeclared');
}

function storageOf(standing: Standing): Answer {
  const { service, own, near } = standing;
  const uses = usesOfKind(standing, storage);
  if (uses.length > 0) return met('It works on data that the infrastructure code defines.', ...uses);
  const wanted = dataWanted(standing, false);
  if (wanted === undefined) {
    if (standing.unread() !== null)
      return storedBeside(standing) ?? notApplicable('Its code is not here, and nothing says that it keeps data.');
    return notApplicable('It keeps no data, as far as its code says.');
  }
  const defined = [...ofKind(own, storage), ...ofKind(near(), storage)];
  if (defined.length > 0) return met('What keeps its data is defined beside it.', ...defined);
  const named = service.environment.find(({ name }) => dataNames.test(name));
  if (named !== undefined && service.definition !== null)
    return met('Its definition tells it where its data is kept.', evidence(named.place, named.name));
  if (wanted.ofCloud) return met('Its code works on storage of the cloud.', wanted.evidence);
  return missing('Its code asks for data that no infrastructure code defines.', wanted.evidence);
}

/** Names of variables that say where data is. */
const dataNames = /(BUCKET|TABLE|DATABASE|DB_(HOST|URL|NAME)|(MONGO|POSTGRES|PG|MYSQL|REDIS|COSMOS|SQL)\w*)/i;

function storedBeside({ own }: Standing): Answer | null {
  const defined = ofKind(own, storage);
  return defined.length === 0 ? null : met('Its stack defines what keeps data.', ...defined);
}

/** Web applications of a platform, which gives them an address with TLS. */
const webApplication =
  /^(Microsoft\.Web\/sites|azurerm_(linux_|windows_)?(web_app|app_service)|AWS::ElasticBeanstalk::)/;

function networkOf(standing: Standing): Answer {
  const { service, itself, own, near } = standing;
  const { triggers, compute, cloud, definition } = service;
  const reached = triggers.filter(({ invocation }) => invocation === 'synchronous').map((trigger) => trigger.evidence);
  if (reached.length > 0) return met('Its definition says how it is reached.', ...reached);
  const around = ofKind(own, network);
  if (around.length > 0) return met('Its stack defines a network or what leads to it.', ...around);
  if (compute === 'function' || compute === 'job')
    return notApplicable('Nobody sends it requests, and the platform gives it the network that it needs.');
  if (triggers.length > 0) return notApplicable('Events start it: nobody sends it requests.');
  if (definition === null && cloud === 'gcp') return met('Cloud Run gives it an address with TLS.', itself);
  if (webApplication.test(definition?.resource.type ?? ''))
    return met('Its platform gives it an address with TLS.', itself);
  if (requestLibrary(standing) === undefined) return notApplicable('It takes no requests, as far as its code says.');
  const beside = ofKind(near(), network);
  if (beside.length > 0) return met('The infrastructure code around it defines a network.', ...beside);
  const before = entranceOf(standing);
  return before.state === 'met' ? before : missing('Nothing says how it is reached.', itself);
}
