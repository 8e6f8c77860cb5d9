import { property, type Resource } from '../../infrastructure/model/resource.ts';
import type { Fix, FixIntent } from '../judgement.ts';

/** Fourteen days, the longest that a queue keeps a message. */
const longest = 1_209_600;
const receives = 5;

/** Adds a dead-letter queue and lets a queue redrive to it. Not safe: it makes a resource that was not there. */
export function redriveFix(queue: Resource): Fix {
  const { name, intents } = queue.type === 'aws_sqs_queue' ? inTerraform(queue) : inTemplate(queue);
  return {
    title: `Add the queue ${name} and let ${queue.id} redrive to it after five receives.`,
    safe: false,
    intents,
  };
}

interface Redrive {
  readonly name: string;
  readonly intents: readonly FixIntent[];
}

function inTemplate(queue: Resource): Redrive {
  const name = `${queue.id}DeadLetters`;
  const resources = queue.path.slice(0, -2);
  const { file } = queue.place;
  const value = { deadLetterTargetArn: { 'Fn::GetAtt': [name, 'Arn'] }, maxReceiveCount: receives };
  const properties = { ...(isTrue(queue, 'FifoQueue') && { FifoQueue: true }), MessageRetentionPeriod: longest };
  return {
    name,
    intents: [
      { kind: 'set', file, path: [...queue.path, 'RedrivePolicy'], value },
      { kind: 'set', file, path: [...resources, name], value: { Type: queue.type, Properties: properties } },
    ],
  };
}

function inTerraform(queue: Resource): Redrive {
  const label = `${queue.path.at(-1) ?? ''}_dead_letters`;
  const name = `${queue.type}.${label}`;
  const { file } = queue.place;
  const expression = `jsonencode({ deadLetterTargetArn = ${name}.arn, maxReceiveCount = ${receives} })`;
  const value = { ...(isTrue(queue, 'fifo_queue') && { fifo_queue: true }), message_retention_seconds: longest };
  return {
    name,
    intents: [
      { kind: 'set', file, path: [...queue.path, 'redrive_policy'], value: { expression } },
      { kind: 'set', file, path: [...queue.path.slice(0, -1), label], value },
    ],
  };
}

function isTrue(queue: Resource, name: string): boolean {
  const stated = property(queue, name);
  return stated?.kind === 'literal' && stated.text === 'true';
}
