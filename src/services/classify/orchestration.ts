import type { LibraryRole } from '../../catalogue/dataset.ts';
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { type Orchestration, orchestrations } from '../../evidence/vocabulary.ts';
import type { Invocation, Service, Trigger } from '../service.ts';
import { type Axis, collected } from './classification.ts';

/** How each way of handing work over is called on the axis. */
const byInvocation: Readonly<Record<Invocation, Orchestration>> = {
  synchronous: 'request-response',
  asynchronous: 'event-driven',
  queue: 'event-driven',
  stream: 'event-driven',
  scheduled: 'scheduled',
};

/** Senders that run a service as a step of a workflow. */
const workflows =
  /StateMachine$|_state_machine$|state-machine$|sfn_state_machine|workflows_workflow|azure:durable|CodePipeline::Pipeline|_codepipeline$/;

/** How work reaches what imports a library of a role. */
const byRole: ReadonlyMap<LibraryRole, Orchestration> = new Map([
  ['web', 'request-response'],
  ['web-page', 'request-response'],
  ['rpc', 'request-response'],
  ['worker', 'event-driven'],
  ['workflow', 'workflow'],
]);

/** The roles of libraries that tell how work reaches a service. */
export const tellingRoles: readonly LibraryRole[] = [...byRole.keys()];

/** How work reaches a service: by its triggers; where there are none, by the frameworks that its code imports. */
export function orchestrationOf(service: Service, imports: readonly Imported[]): Axis<Orchestration> {
  const { triggers, compute } = service;
  const pieces: (readonly [Orchestration, Evidence])[] = triggers.map((trigger) => [
    ofTrigger(trigger),
    trigger.evidence,
  ]);
  if (pieces.length === 0 && compute !== 'function') {
    for (const { roles, evidence: piece } of imports)
      for (const role of roles) {
        const known = byRole.get(role);
        if (known !== undefined) pieces.push([known, piece]);
      }
  }
  const found = collected(orchestrations, pieces);
  if (found.length > 0) return { found, reason: null };
  if (compute === 'data-pipeline' && service.definition !== null) {
    const { resource } = service.definition;
    if (/MWAA|mwaa|composer/.test(resource.type))
      return { found: [{ is: 'workflow', because: [evidence(resource.key, resource.id)] }], reason: null };
  }
  return { found: [], reason: 'nothing in the repository says what starts it' };
}

function ofTrigger({ type, invocation }: Trigger): Orchestration {
  return workflows.test(type) ? 'workflow' : byInvocation[invocation];
}

/** A library that a service's code imports. */
export interface Imported {
  readonly roles: readonly LibraryRole[];
  readonly evidence: Evidence;
}
