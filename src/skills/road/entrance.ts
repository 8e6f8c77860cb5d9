import { type Answer, met, missing, notApplicable } from './answer.ts';
import { entrance, ofKind } from './resource-kinds.ts';
import type { Standing } from './standing.ts';
import { requestLibrary } from './takes-requests.ts';

/** Files that name the processes of a platform which brings its own router. */
export const isProcfile: RegExp = /(^|\/)Procfile$/;

/** Whether something takes requests before a service does: a gateway, a balancer, a proxy, the platform's own entrance. */
export function entranceOf(standing: Standing): Answer {
  const { service, itself, own, near, text } = standing;
  const { triggers, cloud, compute, definition, definedIn } = service;
  const reached = triggers.filter(({ invocation }) => invocation === 'synchronous').map((trigger) => trigger.evidence);
  if (reached.length > 0) return met('Requests reach it through an entrance of the platform.', ...reached);
  if (triggers.length > 0) return notApplicable('Events or a schedule start it: nobody sends it requests.');
  if (compute === 'job' || compute === 'data-pipeline' || compute === 'ml')
    return notApplicable('Its platform starts it: nobody sends it requests.');
  const web = requestLibrary(standing);
  if (web === undefined) return notApplicable('It takes no requests, as far as its code says.');
  const defined = ofKind(own, entrance);
  if (defined.length > 0) return met('Its stack defines an entrance.', ...defined);
  if (definition === null && cloud === 'gcp') return met('Cloud Run takes its requests.', itself);
  if (isProcfile.test(definedIn.file)) return met('The router of the platform takes its requests.', itself);
  const proxy = /^[ \t]*(?:- )?["']?(?:image: *["']?(?:\S*\/)?(?:traefik|nginx|caddy|haproxy|envoy)|traefik\.\S+)/m;
  const written = /compose/.test(definedIn.file) ? text(definedIn.file) : null;
  if (written !== null && proxy.test(written)) return met('A proxy stands before it.', itself);
  const beside = ofKind(near(), entrance);
  if (beside.length > 0) return met('The infrastructure code around it defines an entrance.', ...beside);
  return missing('It takes requests, and nothing stands before it.', web.evidence);
}
