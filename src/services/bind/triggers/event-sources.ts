// https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html
import { readText } from '../../../infrastructure/model/reading.ts';
import type { Resource, Stack } from '../../../infrastructure/model/resource.ts';
import type { Value } from '../../../infrastructure/model/value.ts';
import type { Invocation } from '../../service.ts';
import { firstAt, valuesAt } from '../values-at.ts';
import { type Sender, senderOf } from './sender.ts';

/** Where a mapping says what it says; CloudFormation's and Terraform's differ in spelling alone. */
interface Spelling {
  readonly target: string;
  readonly source: string;
  readonly queues: string;
  readonly topics: string;
  readonly position: string;
}

const spellings: Readonly<Record<string, Spelling>> = {
  'AWS::Lambda::EventSourceMapping': {
    target: 'FunctionName',
    source: 'EventSourceArn',
    queues: 'Queues',
    topics: 'Topics',
    position: 'StartingPosition',
  },
  aws_lambda_event_source_mapping: {
    target: 'function_name',
    source: 'event_source_arn',
    queues: 'queues',
    topics: 'topics',
    position: 'starting_position',
  },
};

/** A mapping: which function reads, from what, and how. */
export interface SourceMapping extends Sender {
  readonly targets: readonly Value[];
  readonly invocation: Invocation;
}

/** What a resource maps to a function; undefined if it is no such mapping. */
export function sourceMapping(resource: Resource, stack: Stack): SourceMapping | undefined {
  const spelling = spellings[resource.type];
  if (spelling === undefined) return undefined;
  const source = firstAt(resource, spelling.source);
  const sender = senderOf(source, outsideType(resource, spelling, source), stack);
  return { ...sender, targets: valuesAt(resource.properties, spelling.target), invocation: readBy(sender.type) };
}

/** How a source is read, by its type: queues message by message, everything else as a stream. */
export function readBy(type: string): Invocation {
  return isQueue(type) ? 'queue' : 'stream';
}

/** True for the types of queues that Lambda reads. */
export function isQueue(type: string): boolean {
  return type === 'AWS::SQS::Queue' || type === 'aws_sqs_queue';
}

/** The type of a source outside of the stack, by its ARN or by settings that only some sources take. */
function outsideType(resource: Resource, spelling: Spelling, source: Value | undefined): string {
  const named = source === undefined ? undefined : typeInArn(readText(source).text);
  if (named !== undefined) return named;
  if (firstAt(resource, spelling.queues) !== undefined) return 'AWS::AmazonMQ::Broker';
  if (firstAt(resource, spelling.topics) !== undefined) return 'AWS::MSK::Cluster';
  // A starting position is required for streams and refused for queues.
  return firstAt(resource, spelling.position) === undefined ? 'AWS::SQS::Queue' : 'AWS::Kinesis::Stream';
}

/** The type of resource that an ARN names, of those that Lambda reads; undefined for another text. */
export function typeInArn(arn: string): string | undefined {
  return arnTypes.find(([part]) => arn.includes(part))?.[1];
}

const arnTypes = [
  [':sqs:', 'AWS::SQS::Queue'],
  [':dynamodb:', 'AWS::DynamoDB::Table'],
  [':kinesis:', 'AWS::Kinesis::Stream'],
  [':kafka:', 'AWS::MSK::Cluster'],
  [':mq:', 'AWS::AmazonMQ::Broker'],
  [':rds:', 'AWS::DocDB::DBCluster'],
] as const;
