import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { valuesAt } from '../../services/discover/claims/steps-into.ts';
import { type Answer, met, missing, notApplicable, unknown } from './answer.ts';
import type { Standing } from './standing.ts';
import { statedKey } from './stated-key.ts';

/** What a definition may bound of one run of a service. */
export type Limit = 'timeout' | 'memory';

type Paths = readonly (readonly string[])[];

interface LimitPaths {
  /** Empty where the platform has no such setting. */
  readonly timeout: Paths;
  readonly memory: Paths;
}

const lambda: LimitPaths = { timeout: [['Timeout'], ['cdk:timeout']], memory: [['MemorySize'], ['cdk:memory_size']] };
const lower: LimitPaths = { timeout: [['timeout']], memory: [['memory_size'], ['memorySize']] };

/** Where each type of resource states them. */
const limitPaths: readonly (readonly [type: RegExp, paths: LimitPaths])[] = [
  [/^AWS::(Lambda|Serverless)::Function$/, lambda],
  [/^(serverless:function|aws_lambda_function|module:terraform-aws-modules\/lambda\/aws)$/, lower],
  [
    /^google_cloudfunctions2_function$/,
    { timeout: [['service_config', 'timeout_seconds']], memory: [['service_config', 'available_memory']] },
  ],
  [/^google_cloudfunctions_function$/, { timeout: [['timeout']], memory: [['available_memory_mb']] }],
  [
    /^google_cloud_run_v2_service$/,
    { timeout: [['template', 'timeout']], memory: [['template', 'containers', 'resources']] },
  ],
  [
    /^google_cloud_run_service$/,
    {
      timeout: [['template', 'spec', 'timeout_seconds']],
      memory: [['template', 'spec', 'containers', 'resources']],
    },
  ],
  [
    /^google_cloud_run_v2_job$/,
    { timeout: [['template', 'template', 'timeout']], memory: [['template', 'template', 'containers', 'resources']] },
  ],
  [/^Microsoft\.App\/containerApps$/, { timeout: [], memory: [['properties', 'template', 'containers', 'resources']] }],
  [
    /^Microsoft\.App\/jobs$/,
    {
      timeout: [['properties', 'configuration', 'replicaTimeout']],
      memory: [['properties', 'template', 'containers', 'resources']],
    },
  ],
  [/^azurerm_container_app$/, { timeout: [], memory: [['template', 'container', 'memory']] }],
];

const texts: Readonly<Record<Limit, { readonly name: string; readonly key: RegExp; readonly flag: RegExp }>> = {
  timeout: { name: 'time-out', key: /timeout|deadline/i, flag: /--(task-)?timeout\b/ },
  memory: { name: 'memory size', key: /memory|^cpu$/i, flag: /--memory\b/ },
};

/** Whether a service's definition, or the command that deploys it, states one of the limits. */
export function limitOf(standing: Standing, limit: Limit): Answer {
  const { service, itself } = standing;
  const { definition, compute, cloud } = service;
  const { name, key } = texts[limit];
  if (definition === null) return ofCommand(standing, limit);
  const { properties, type } = definition.resource;
  const paths = limitPaths.find(([pattern]) => pattern.test(type))?.[1][limit];
  if (paths !== undefined) {
    if (paths.length === 0) return notApplicable(`Its platform has no setting for a ${name}.`);
    return paths.some((path) => valuesAt(properties, ...path).length > 0)
      ? met(`Its definition states its ${name}.`, itself)
      : missing(`Its definition states no ${name}: the platform's default holds.`, itself);
  }
  const stated = statedKey(properties, key);
  if (stated !== undefined) return met(`Its definition states its ${name}.`, stated);
  if (cloud === 'azure' && compute === 'function') return ofHost(standing, limit);
  if (limit === 'timeout' && compute !== 'function' && compute !== 'job')
    return notApplicable('It runs until it is stopped: what it answers has time-outs of its own.');
  return unknown(`Where its definition would state a ${name} is not known.`, itself);
}

const hostFile = /(^|\/)host\.json$/;

/**
 * Of functions on Azure: https://learn.microsoft.com/azure/azure-functions/functions-host-json#functiontimeout. Requests end
 * after 230 s, whatever is set: https://learn.microsoft.com/azure/azure-functions/functions-scale#timeout
 */
function ofHost({ service: { codeRoot, triggers }, itself, files, text }: Standing, limit: Limit): Answer {
  if (limit === 'memory') return notApplicable('Its plan gives the memory.');
  if (triggers.length > 0 && triggers.every(({ invocation }) => invocation === 'synchronous'))
    return notApplicable('Requests alone start it, and the load balancer of Azure ends them after 230 s.');
  const found = files(hostFile);
  const host = found.find((file) => file === `${codeRoot}/host.json`) ?? found.find((file) => file === 'host.json');
  if (host === undefined) return unknown('Its host.json is not here.', itself);
  return /functionTimeout/.test(text(host) ?? '')
    ? met('host.json states its time-out.', evidence(startOf(host), 'functionTimeout'))
    : missing(
        "host.json states no functionTimeout: the plan's default holds.",
        evidence(startOf(host), host, 'absent'),
      );
}

/** Of what a command deploys, its flags. */
function ofCommand(standing: Standing, limit: Limit): Answer {
  const { service, itself, works } = standing;
  if (service.cloud === 'azure' && service.compute === 'function') return ofHost(standing, limit);
  const { name, flag } = texts[limit];
  const shipped = works().find(({ purpose }) => purpose === 'deploy');
  if (shipped !== undefined && flag.test(shipped.text))
    return met(`What deploys it states its ${name}.`, evidence(shipped.place, shipped.text));
  if (limit === 'timeout' && service.cloud === 'none')
    return notApplicable('It runs until it is stopped: what it answers has time-outs of its own.');
  const at = shipped === undefined ? itself : evidence(shipped.place, shipped.text);
  return missing(`Nothing states its ${name}: the platform's default holds.`, at);
}
