// How the formats of infrastructure code spell what these checks ask of functions on Lambda.
import { type Presence, presenceAt } from '../../infrastructure/model/presence.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import type { Service } from '../../services/service.ts';

interface Spelling {
  readonly tracing: readonly (readonly string[])[];
  readonly name: string;
  /** Paths at which the function itself says how long logs are kept. */
  readonly retention: readonly (readonly string[])[];
  /** Paths to the log group that it names. */
  readonly group: readonly (readonly string[])[];
}

const cloudformation: Spelling = {
  tracing: [['TracingConfig', 'Mode'], ['Tracing'], ['cdk:tracing']],
  name: 'FunctionName',
  retention: [['cdk:log_retention']],
  group: [['LoggingConfig', 'LogGroup'], ['cdk:log_group']],
};

const spellings: Readonly<Record<string, Spelling>> = {
  'AWS::Lambda::Function': cloudformation,
  'AWS::Serverless::Function': cloudformation,
  'serverless:function': {
    tracing: [['tracing']],
    name: 'name',
    retention: [['logRetentionInDays']],
    group: [['logs', 'logGroup']],
  },
  aws_lambda_function: {
    tracing: [['tracing_config', 'mode']],
    name: 'function_name',
    retention: [],
    group: [['logging_config', 'log_group']],
  },
  'module:terraform-aws-modules/lambda/aws': {
    tracing: [['tracing_mode']],
    name: 'function_name',
    retention: [['cloudwatch_logs_retention_in_days']],
    group: [['logging_log_group']],
  },
};

/** How a type of function is spelled; undefined for what is no function on Lambda. */
export function functionSettings(type: string): Spelling | undefined {
  return spellings[type];
}

/**
 * The id of a function on Lambda; undefined for other services, and at the edge of CloudFront, where functions are traced
 * by nobody and log in the region of each visitor.
 */
export function lambdaFunction({ definition, triggers }: Service): string | undefined {
  if (definition === null || functionSettings(definition.resource.type) === undefined) return undefined;
  const isAtEdge = triggers.some(({ type }) => /cloudfront/i.test(type)) || /edge/i.test(definition.resource.type);
  return isAtEdge ? undefined : definition.resource.id;
}

/** The first of some paths at which something stands or may stand; undefined where nothing does. */
export function firstPresence(resource: Resource, paths: readonly (readonly string[])[]): Presence | undefined {
  const found = paths.map((path) => presenceAt(resource.properties, ...path));
  return found.find(({ stated }) => stated.length > 0) ?? found.find(({ unknown }) => unknown !== null);
}

/** A setting of Serverless' provider, which stands beside the function. */
export function providerSetting({ metadata }: Resource, ...path: readonly string[]): Value | undefined {
  return presenceAt(metadata, 'provider', ...path).stated[0];
}
