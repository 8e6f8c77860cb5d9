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

/** Frameworks and servers by distribution: what imports them takes requests, works off events or runs steps. */
const byLibrary: readonly (readonly [RegExp, Orchestration])[] = [
  [
    /^(aiohttp\.web|bottle|chainlit|connexion|dash|django|falcon|fastapi|flask|gradio|grpc|litestar|mesop|quart|robyn|sanic|starlette|streamlit|tornado\.web|fastmcp|mcp\.server)(\.|$)/,
    'request-response',
  ],
  [/^(celery|dramatiq|faust|huey|rq|arq|kafka|confluent_kafka|aiokafka|pika|aio_pika|kombu)(\.|$)/, 'event-driven'],
  [/^(airflow|prefect|dagster|luigi|kfp|metaflow|temporalio)(\.|$)/, 'workflow'],
];

/** How work reaches a service: by its triggers; where there are none, by the frameworks that its code imports. */
export function orchestrationOf(service: Service, imports: readonly Imported[]): Axis<Orchestration> {
  const { triggers, compute } = service;
  const pieces: (readonly [Orchestration, Evidence])[] = triggers.map((trigger) => [
    ofTrigger(trigger),
    trigger.evidence,
  ]);
  if (pieces.length === 0 && compute !== 'function') {
    for (const { name, evidence: piece } of imports) {
      const known = byLibrary.find(([pattern]) => pattern.test(name));
      if (known !== undefined) pieces.push([known[1], piece]);
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

/** A module that a service's code imports. */
export interface Imported {
  /** `flask`, `aiohttp.web`. */
  readonly name: string;
  readonly evidence: Evidence;
}
