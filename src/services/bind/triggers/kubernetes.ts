// https://kubernetes.io/docs/concepts/services-networking/service/
import { addTo } from '../../../evidence/add-to.ts';
import { evidence } from '../../../evidence/evidence.ts';
import { property, type Resource, type Stack, valueAt } from '../../../infrastructure/model/resource.ts';
import type { MapValue, Value } from '../../../infrastructure/model/value.ts';
import type { Trigger } from '../../service.ts';
import { nameText } from '../names.ts';

/** The Services that lead requests to the pods of a workload, by its labels. */
export function kubernetesServices(resource: Resource, stack: Stack): Trigger[] {
  if (resource.cloud !== 'kubernetes') return [];
  const labels =
    property(resource, 'spec', 'template', 'metadata', 'labels') ?? property(resource, 'metadata', 'labels');
  if (labels?.kind !== 'map') return [];
  const byLabel = servicesIn(stack);
  const asking = [...labels.entries].flatMap(([name, { value }]) => byLabel.get(labelOf(name, value) ?? '') ?? []);
  return asking
    .filter(({ selector }) => isIn(selector, labels))
    .map(({ service: { id, type, key } }) => ({
      name: id,
      resource: id,
      type,
      invocation: 'synchronous',
      evidence: evidence(key, `${type} ${id}`),
    }));
}

/** A Service with what it asks of the labels of pods. */
interface Selecting {
  readonly service: Resource;
  readonly selector: MapValue;
}

const indexes = new WeakMap<Stack, ReadonlyMap<string, readonly Selecting[]>>();

/** The Services of a stack by the first label that each asks for. */
function servicesIn(stack: Stack): ReadonlyMap<string, readonly Selecting[]> {
  let index = indexes.get(stack);
  if (index === undefined) {
    const found = new Map<string, Selecting[]>();
    for (const service of stack.resources.values()) {
      const selector = service.type === 'v1 Service' ? property(service, 'spec', 'selector') : undefined;
      const [first] = selector?.kind === 'map' ? selector.entries : [];
      const label = first === undefined ? undefined : labelOf(first[0], first[1].value);
      if (selector?.kind === 'map' && label !== undefined) addTo(found, label, { service, selector });
    }
    indexes.set(stack, (index = found));
  }
  return index;
}

function labelOf(name: string, value: Value): string | undefined {
  const text = nameText(value);
  return text === undefined ? undefined : `${name}=${text}`;
}

function isIn(selector: MapValue, labels: MapValue): boolean {
  return [...selector.entries].every(([name, { value }]) => {
    const own = valueAt(labels, name);
    const text = nameText(value);
    return own !== undefined && text !== undefined && nameText(own) === text;
  });
}
