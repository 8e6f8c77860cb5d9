import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { RuntimePlatform } from '../../catalogue/dataset.ts';
import { platformTitles, type RuntimeLifeCycle, runtimeLifeCycle } from '../../catalogue/life-cycle.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Service } from '../../services/service.ts';
import type { Subject } from '../define.ts';
import { type Judgement, unknown } from '../judgement.ts';

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

/**
 * What `judge` says of a runtime's life cycle and its platform's name; unknown for a runtime that the catalogue does not
 * know, or that its platform has not released.
 */
export function judgeLifeCycle(
  { platform, id, statement }: ManagedRuntime,
  catalogue: Catalogue,
  judge: (lifeCycle: RuntimeLifeCycle, title: string) => Judgement,
): Judgement {
  const lifeCycle = runtimeLifeCycle(catalogue, platform, id);
  const title = platformTitles[platform];
  if (lifeCycle === undefined) {
    return unknown('not-in-catalogue', `The catalogue does not know ${title}'s runtime ${id}.`, statement);
  }
  if (!lifeCycle.released) {
    const message = `${title} has not released ${id} for production, and announces no life cycle.`;
    return unknown('not-in-catalogue', message, statement);
  }
  return judge(lifeCycle, title);
}
