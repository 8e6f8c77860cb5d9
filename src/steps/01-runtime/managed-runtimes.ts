import type { RuntimePlatform } from '../../catalogue/dataset.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Service } from '../../services/service.ts';
import type { Subject } from '../define.ts';

/** A service's managed runtime, as it is stated. */
export interface ManagedRuntime extends Subject {
  readonly platform: RuntimePlatform;
  readonly id: string;
  readonly statement: Evidence;
}

/** The managed runtime of a service; none for images, virtual machines and code alone. */
export function managedRuntimes(service: Service): ManagedRuntime[] {
  const { managed, evidence } = service.runtime;
  const [statement] = evidence;
  if (managed === null || statement === undefined) return [];
  return [{ name: service.id.slice(service.id.lastIndexOf('#') + 1), ...managed, statement }];
}
