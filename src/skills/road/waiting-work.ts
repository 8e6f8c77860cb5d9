import type { Evidence } from '../../evidence/evidence.ts';
import type { Standing } from './standing.ts';

/** Work that a service does for nobody who waits: handed to it by an event, a queue or a clock; undefined where none is seen. */
export function waitingWork({ service: { triggers }, libraries }: Standing): Evidence | undefined {
  const event = triggers.find(({ invocation }) => invocation !== 'synchronous');
  return event?.evidence ?? libraries('worker', 'workflow', 'scheduler')[0]?.evidence;
}
