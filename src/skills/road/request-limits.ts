import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { type Answer, met, missing, notApplicable, unknown } from './answer.ts';
import { hostOf } from './platform-deploys.ts';
import type { Standing } from './standing.ts';
import { statedKey } from './stated-key.ts';
import { requestLibrary } from './takes-requests.ts';

/** Settings of platforms for how much there may be at once. */
const atOnce = /concurrency|concurrent_?requests|max_?(instances?|replicas?|scale)(_?count)?$|maxScale$/i;

/** Settings of web frameworks and servers for how large a request may be. */
const sizes = ['MAX_CONTENT_LENGTH', 'DATA_UPLOAD_MAX', 'client_max_size', 'max_body_size', 'max_request_size'];

/** Whether a container that takes requests says how many and how large; platforms of functions bound both. */
export function requestLimits(standing: Standing): Answer {
  const { service, itself } = standing;
  const { compute, definition } = service;
  if (compute === 'function' || compute === 'job') return notApplicable('Its platform bounds what it is handed.');
  if (requestLibrary(standing) === undefined) return notApplicable('It takes no requests, as far as its code says.');
  const stated = definition === null ? undefined : statedKey(definition.resource.properties, atOnce);
  if (stated !== undefined) return met('Its definition bounds how much there is at once.', stated);
  const held = standing.holding(sizes);
  if (held !== undefined) return met('Its code bounds the size of requests.', evidence(startOf(held), held, 'guessed'));
  const shipped = hostOf(standing);
  if (shipped !== undefined && /--(concurrency|max-instances|max-replicas)\b/.test(shipped.text))
    return met('What deploys it bounds how much there is at once.', shipped.evidence);
  if (standing.unread() !== null) return unknown('Its code is not here.', itself);
  return missing('Nothing bounds its requests: the defaults of its platform hold.', itself);
}
