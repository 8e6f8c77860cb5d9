// https://kubernetes.io/docs/concepts/services-networking/service/
import { evidence } from '../../../evidence/evidence.ts';
import { property, type Resource, type Stack, valueAt } from '../../../infrastructure/model/resource.ts';
import type { MapValue } from '../../../infrastructure/model/value.ts';
import type { Trigger } from '../../service.ts';
import { nameText } from '../names.ts';

/** The Services that lead requests to the pods of a workload, by its labels. */
export function kubernetesServices(resource: Resource, stack: Stack): Trigger[] {
  if (resource.cloud !== 'kubernetes') return [];
  const labels =
    property(resource, 'spec', 'template', 'metadata', 'labels') ?? property(resource, 'metadata', 'labels');
  if (labels?.kind !== 'map') return [];
  return [...stack.resources.values()].flatMap((other) => {
    if (other.type !== 'v1 Service') return [];
    const selector = property(other, 'spec', 'selector');
    if (selector?.kind !== 'map' || selector.entries.size === 0 || !isIn(selector, labels)) return [];
    return [
      {
        name: other.id,
        resource: other.id,
        type: other.type,
        invocation: 'synchronous' as const,
        evidence: evidence(other.key, `${other.type} ${other.id}`),
      },
    ];
  });
}

function isIn(selector: MapValue, labels: MapValue): boolean {
  return [...selector.entries].every(([name, { value }]) => {
    const own = valueAt(labels, name);
    const text = nameText(value);
    return own !== undefined && text !== undefined && nameText(own) === text;
  });
}
