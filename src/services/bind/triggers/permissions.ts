// https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
import { evidence } from '../../../evidence/evidence.ts';
import { readText } from '../../../infrastructure/model/reading.ts';
import type { Resource, Stack } from '../../../infrastructure/model/resource.ts';
import type { Value } from '../../../infrastructure/model/value.ts';
import type { Invocation, Trigger } from '../../service.ts';
import { firstAt, referencesIn, resourceIn, valuesAt } from '../values-at.ts';
import { type Sender, senderOf } from './sender.ts';

/** What a service of AWS is when it is allowed to start a function. */
interface Principal {
  readonly type: string;
  readonly invocation: Invocation;
}

const principals: Readonly<Record<string, Principal>> = {
  'alexa-appkit': { type: 'Alexa::ASK::Skill', invocation: 'synchronous' },
  apigateway: { type: 'AWS::ApiGateway::RestApi', invocation: 'synchronous' },
  appsync: { type: 'AWS::AppSync::GraphQLApi', invocation: 'synchronous' },
  bedrock: { type: 'AWS::Bedrock::Agent', invocation: 'synchronous' },
  'cognito-idp': { type: 'AWS::Cognito::UserPool', invocation: 'synchronous' },
  connect: { type: 'AWS::Connect::Instance', invocation: 'synchronous' },
  elasticloadbalancing: { type: 'AWS::ElasticLoadBalancingV2::TargetGroup', invocation: 'synchronous' },
  events: { type: 'AWS::Events::Rule', invocation: 'asynchronous' },
  iot: { type: 'AWS::IoT::TopicRule', invocation: 'asynchronous' },
  lex: { type: 'AWS::Lex::Bot', invocation: 'synchronous' },
  lexv2: { type: 'AWS::Lex::Bot', invocation: 'synchronous' },
  logs: { type: 'AWS::Logs::LogGroup', invocation: 'asynchronous' },
  pinpoint: { type: 'AWS::Pinpoint::App', invocation: 'synchronous' },
  s3: { type: 'AWS::S3::Bucket', invocation: 'asynchronous' },
  ses: { type: 'AWS::SES::ReceiptRule', invocation: 'asynchronous' },
  sns: { type: 'AWS::SNS::Topic', invocation: 'asynchronous' },
  'vpc-lattice': { type: 'AWS::VpcLattice::TargetGroup', invocation: 'synchronous' },
};

/** Types of senders that a principal stands for, by a word in their names. */
const families: Readonly<Record<string, RegExp>> = {
  apigateway: /api_?gateway|Serverless::(Http)?Api|serverless:api/i,
  elasticloadbalancing: /ElasticLoadBalancing|aws_(lb|alb|elb)/,
  events: /Events::|cloudwatch_event|Scheduler|EventBus/,
  s3: /S3|s3_bucket/,
  sns: /SNS|sns_topic/,
};

/** True if a trigger is of the kind that a permission speaks of. */
export function isOfFamily(trigger: Trigger, permitted: Trigger): boolean {
  if (trigger.resource !== null && trigger.resource === permitted.resource) return true;
  const family = Object.values(families).find((one) => one.test(permitted.type));
  return family === undefined ? trigger.type === permitted.type : family.test(trigger.type);
}

/** Who is allowed to start a function, by the function, of a resource that allows it. */
export function permissionsIn(resource: Resource, stack: Stack): [target: string, Trigger][] {
  switch (resource.type) {
    case 'AWS::Lambda::Permission':
      return permission(resource, stack, ['FunctionName', 'cdk:Of'], ['Principal', 'Principal.Service'], 'SourceArn');
    case 'aws_lambda_permission':
      return permission(resource, stack, ['function_name'], ['principal'], 'source_arn');
    default:
      return [];
  }
}

function permission(
  resource: Resource,
  stack: Stack,
  target: readonly string[],
  principal: readonly string[],
  source: string,
): [string, Trigger][] {
  const service = principal
    .flatMap((path) => valuesAt(resource.properties, path))
    .find(({ kind }) => kind === 'literal');
  const found = service && permittedBy(readText(service).text, firstAt(resource, source), stack);
  if (found === undefined) return [];
  const targets = target
    .flatMap((path) => valuesAt(resource.properties, path))
    .flatMap((value) => referencesIn(value).map(({ resource: id }) => resourceIn(stack, id)?.id ?? id));
  const shown = { name: resource.id, evidence: evidence(resource.key, `${resource.type} ${resource.id}`) };
  return targets.map((id) => [id, { ...found, ...shown }]);
}

/** Where a rule, or a module's rule of the name that is asked for, has its schedule. */
function schedulesOf(source: Value | undefined): string[] {
  const [first] = source === undefined ? [] : referencesIn(source);
  const attribute = first?.value.kind === 'reference' ? (first.value.attribute ?? '') : '';
  const rule = /^eventbridge_rule_arns\W+(?<name>[\w-]+)/.exec(attribute)?.groups?.['name'];
  const own = ['ScheduleExpression', 'schedule_expression', 'cdk:schedule'];
  return rule === undefined ? own : [`rules.${rule}.schedule_expression`];
}

/** Who a principal is, and how it starts a function; undefined for one that is not known. */
export function permittedBy(
  principal: string,
  source: Value | undefined,
  stack: Stack,
): (Sender & Principal) | undefined {
  const known = principals[principal.replace(/\.amazon(aws)?\.com$/, '')];
  if (known === undefined) return undefined;
  const sender = senderOf(source, known.type, stack);
  const rule = sender.resource === null ? undefined : stack.resources.get(sender.resource);
  const isScheduled = rule !== undefined && schedulesOf(source).some((path) => firstAt(rule, path) !== undefined);
  // What a module makes is of the kind that the principal says.
  const type = sender.type.startsWith('module:') ? known.type : sender.type;
  return { resource: sender.resource, type, invocation: isScheduled ? 'scheduled' : known.invocation };
}
