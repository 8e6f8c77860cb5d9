import type { Resource } from '../../infrastructure/model/resource.ts';
import type { Trigger } from '../../services/service.ts';

/** What Lambda does to read each kind of sender, by a word of the sender's type. */
const polled: readonly (readonly [RegExp, RegExp])[] = [
  [/sqs/i, /^sqs:(?:Receive|Delete|ChangeMessageVisibility|GetQueue|\*)/i],
  // A stream of which nothing tells the kind counts as one of Kinesis.
  [
    /kinesis/i,
    /^(?:kinesis:(?:Describe|Get|List|SubscribeToShard|\*)|dynamodb:(?:DescribeStream|GetRecords|GetShardIterator|ListStreams)$)/i,
  ],
  [/dynamo/i, /^dynamodb:(?:DescribeStream|GetRecords|GetShardIterator|List|\*)/i],
  [/msk|kafka/i, /^(?:kafka(?:-cluster)?:|secretsmanager:GetSecretValue|ec2:)/i],
  [/mq/i, /^(?:mq:|secretsmanager:GetSecretValue|ec2:)/i],
  [/doc-?db/i, /^(?:rds:|secretsmanager:GetSecretValue|ec2:)/i],
];

const network = /^ec2:\w*(?:NetworkInterface|PrivateIp|Subnet|Vpc|SecurityGroup|\*)/i;

/** A test for the actions that the platform uses in a unit's name: to read what triggers it, and to join its network. */
export function sparedActions(resource: Resource, triggers: readonly Trigger[]): (action: string) => boolean {
  const patterns = triggers
    .filter(({ invocation }) => invocation === 'queue' || invocation === 'stream')
    .flatMap(({ type }) => polled.flatMap(([sender, actions]) => (sender.test(type) ? [actions] : [])));
  if (isInNetwork(resource)) patterns.push(network);
  return (action) => patterns.some((pattern) => pattern.test(action));
}

/** True for a function that joins a network of the account. */
export function isInNetwork({ properties: { entries } }: Resource): boolean {
  return ['VpcConfig', 'vpc_config', 'vpc', 'vpc_subnet_ids', 'cdk:vpc'].some((name) => entries.has(name));
}
