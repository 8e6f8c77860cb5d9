import { evidence } from '../../evidence/evidence.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import type { CodeLocation } from './unit.ts';

/** Code that is not in the repository, or not known to be; `detail` says why. */
export function elsewhere(resource: Resource, value: Value | undefined, detail: string): CodeLocation {
  const place = value?.place ?? resource.key;
  return { kind: 'elsewhere', reason: 'external-code', detail, evidence: evidence(place, detail, 'guessed') };
}
