import type { Compute } from '../evidence/vocabulary.ts';
import type { Service } from '../services/service.ts';
import { isDevelopmentImage } from './development-image.ts';

const started: ReadonlySet<Compute | null> = new Set(['function', 'container', 'job', 'vm']);

/**
 * True of a unit whose code runs somewhere: what a platform is told to run, and, where no platform is known, an image that
 * is there to run it or to be started by a compose file. Libraries, scripts and images to develop in are none.
 */
export function runsCode(service: Service): boolean {
  if (service.cloud !== 'none') return service.compute !== null;
  return started.has(service.compute) && !isDevelopmentImage(service);
}
