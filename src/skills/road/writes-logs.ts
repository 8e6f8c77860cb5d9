import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import type { Standing } from './standing.ts';

/** Definitions whose tool gives a function the right to write its logs, unless it is told to use another role. */
const givesRights = /^(AWS::Serverless::Function|serverless:function)$/;

/** Policies and actions by which a function of AWS writes its logs. */
const logRights =
  /AWSLambda(Basic|VPCAccess|DynamoDB|Kinesis|SQSQueue|MSK)\w*ExecutionRole|^logs:(\*|Put\*|PutLogEvents|CreateLogStream)$|^\*$/;

/**
 * What lets a function of AWS write to CloudWatch, which keeps its logs and counts its runs and errors without being asked:
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html. Undefined where nothing here does.
 */
export function writesLogs({ service, itself, own }: Standing): Evidence | undefined {
  const { definition, compute, cloud } = service;
  if (definition === null || compute !== 'function' || cloud !== 'aws') return undefined;
  const { type, properties } = definition.resource;
  if (givesRights.test(type) && !['Role', 'role'].some((key) => properties.entries.has(key))) return itself;
  const granting = own.find(
    ({ kind, properties: its }) => (kind === 'role' || kind === 'policy') && holdsText(its, logRights),
  );
  return granting && evidence(granting.key, `${granting.type} ${granting.id}`);
}

/** A bound for what is looked at: an alias can make a small file mean a huge value. */
const mostValues = 2000;

function holdsText(value: Value, wanted: RegExp): boolean {
  const open: Value[] = [value];
  for (let looked = 0, one = open.pop(); one !== undefined && looked < mostValues; looked += 1, one = open.pop()) {
    if (one.kind === 'list') open.push(...one.items);
    else if (one.kind === 'choice') open.push(...one.options);
    else if (one.kind === 'map') open.push(...[...one.entries.values()].map((entry) => entry.value));
    else if (wanted.test(readText(one).text)) return true;
  }
  return false;
}
