import type { PlatformNeeds } from '../catalogue/iam/platform-needs.ts';
import { type Evidence, evidence } from '../evidence/evidence.ts';
import { readText } from '../infrastructure/model/reading.ts';
import { property, type Resource, type Stack } from '../infrastructure/model/resource.ts';
import type { Trigger } from '../services/service.ts';
import type { BoundValue } from './bound-value.ts';
import { settingValues } from './setting-value.ts';

/** Something that the platform does in a service's name: what it needs, on what, and where that is configured. */
export interface PlatformUse {
  readonly needs: PlatformNeeds;
  /** What its parameters are. */
  readonly values: ReadonlyMap<string, readonly BoundValue[]>;
  readonly evidence: Evidence;
}

/** The features of the catalogue by the type of what Lambda reads. */
const sources: Readonly<Record<string, string>> = {
  'AWS::SQS::Queue': 'lambda.source.sqs',
  'AWS::Kinesis::Stream': 'lambda.source.kinesis',
  'AWS::DynamoDB::Table': 'lambda.source.dynamodb',
  'AWS::MSK::Cluster': 'lambda.source.msk',
  'AWS::AmazonMQ::Broker': 'lambda.source.mq',
  'AWS::DocDB::DBCluster': 'lambda.source.documentdb',
};

const functions = new Set(['AWS::Lambda::Function', 'AWS::Serverless::Function']);

/** What Lambda does in the name of a function of CloudFormation or SAM: it reads queues and streams, traces, joins a network. */
export function platformUses(
  resource: Resource,
  stack: Stack,
  triggers: readonly Trigger[],
  needsOf: (feature: string) => PlatformNeeds | undefined,
): PlatformUse[] {
  if (!functions.has(resource.type)) return [];
  const uses: PlatformUse[] = [];
  const add = (feature: string, values: PlatformUse['values'], where: Evidence): void => {
    const needs = needsOf(feature);
    if (needs !== undefined) uses.push({ needs, values, evidence: where });
  };
  const own = evidence(resource.key, resource.id);
  add('lambda.logs', new Map([['logGroup', [{ text: `/aws/lambda/\${${resource.id}}` }]]]), own);
  for (const trigger of triggers) {
    const feature =
      trigger.invocation === 'queue' || trigger.invocation === 'stream' ? sources[trigger.type] : undefined;
    if (feature !== undefined) add(feature, new Map([['source', [sourceArn(trigger)]]]), trigger.evidence);
  }
  if (isTraced(resource)) add('lambda.tracing', new Map(), own);
  if (property(resource, 'VpcConfig') !== undefined) add('lambda.vpc', new Map(), own);
  const target =
    property(resource, 'DeadLetterConfig', 'TargetArn') ?? property(resource, 'DeadLetterQueue', 'TargetArn');
  if (target !== undefined) {
    const stated = property(resource, 'DeadLetterQueue', 'Type');
    const isTopic = stated === undefined ? /topic|:sns:/i.test(readText(target).text) : readText(stated).text === 'SNS';
    const values = new Map([['target', settingValues(target, stack)]]);
    add(
      isTopic ? 'lambda.dead-letter.sns' : 'lambda.dead-letter.sqs',
      values,
      evidence(target.place, readText(target).text),
    );
  }
  return uses;
}

/** A table is read by its stream. */
function sourceArn({ resource, type }: Trigger): BoundValue {
  if (resource === null) return { unknown: 'dynamic-value' };
  return { arn: type === 'AWS::DynamoDB::Table' ? `\${${resource}.StreamArn}` : `\${${resource}.Arn}` };
}

function isTraced(resource: Resource): boolean {
  const mode = property(resource, 'Tracing') ?? property(resource, 'TracingConfig', 'Mode');
  return mode !== undefined && readText(mode).text === 'Active';
}
