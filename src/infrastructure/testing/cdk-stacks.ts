import { memoryRepository } from '../../repository/memory.ts';
import { read } from '../cdk-python/index.ts';
import type { Resource, Stack } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { appOfOneStack } from './cdk-app.ts';

/** What the apps of tests import. */
export const imports = `
import os
import aws_cdk as cdk
from aws_cdk import (
    App, Arn, ArnComponents, ArnFormat, Aws, Duration, Fn, RemovalPolicy, Stack, Stage, Tags, aws_apigateway as apigw, aws_dynamodb as dynamodb,
    aws_events as events, aws_events_targets as targets, aws_iam as iam, aws_lambda as lambda_, aws_s3 as s3,
    aws_lambda_event_sources as sources, aws_s3_notifications as s3n, aws_sns as sns, aws_sns_subscriptions as subs, aws_sqs as sqs,
)
from constructs import Construct
`;

/** An app of one stack with these statements. */
export const inStack = (body: string): string => appOfOneStack(imports, body);

/** The stacks that an app of the CDK makes. */
async function stacksOf(files: Record<string, string>): Promise<readonly Stack[]> {
  const { stacks } = await read({ repository: memoryRepository(files), kindOf: (type) => type.toLowerCase() });
  return stacks;
}

/** The resources of all stacks, by id. */
export async function resourcesOf(files: Record<string, string>): Promise<Map<string, Resource>> {
  return new Map((await stacksOf(files)).flatMap((stack) => [...stack.resources]));
}

/** A value as plain data: references in angle brackets, unknown values as their reason. */
export function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case 'literal':
      return value.value;
    case 'map':
      return Object.fromEntries([...value.entries].map(([name, entry]) => [name, plain(entry.value)]));
    case 'list':
      return value.items.map(plain);
    case 'reference':
      return `<${value.resource}${value.attribute === null ? '' : `.${value.attribute}`}>`;
    case 'joined':
      return value.parts.map((part) => String(plain(part))).join('');
    case 'choice':
      return { either: value.options.map(plain) };
    case 'parameter':
      return value.fallback === null ? `\${${value.name}}` : { [value.name]: plain(value.fallback) };
    case 'unknown':
      return `?${value.reason}`;
    default:
      return null;
  }
}
