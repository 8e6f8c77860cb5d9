import { hostOf } from './platform-deploys.ts';
import { isOfKind, type Kinds } from './resource-kinds.ts';
import type { Standing } from './standing.ts';

/** Containers that a platform starts for requests and stops when there are none, by the provider's own type. */
const onDemand =
  /cloud_run|run\.googleapis|serving\.knative|containerApps|container[-_]app|apprunner|AppRunner|app_engine_standard|App\/jobs/;

/** True for a service that its platform starts when there is work. */
export function runsOnDemand(standing: Standing): boolean {
  const { compute, definition, cloud } = standing.service;
  if (compute === 'function' || compute === 'job') return true;
  if (definition !== null) return onDemand.test(definition.resource.type);
  if (compute === 'container' && cloud === 'gcp') return true; // `gcloud run deploy`
  return compute !== 'vm' && (hostOf(standing)?.onDemand === true || onlyOnDemandNear(standing));
}

/** What runs containers, or may. */
const running: Kinds = {
  kinds: /^(cluster|container-service|instance|scaling-group|task-definition|web-application)$/,
};

/** All that runs containers near it is such a platform: whichever of them runs this one, it does so on demand. */
function onlyOnDemandNear({ near, service }: Standing): boolean {
  if (service.compute !== 'container') return false;
  const runners = near().filter((resource) => isOfKind(resource, running) || onDemand.test(resource.type));
  return runners.length > 0 && runners.every(({ type }) => onDemand.test(type));
}
