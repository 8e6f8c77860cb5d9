// What starts a unit by its own definition: that it takes requests, a schedule, an event that it names.
import type { Invocation } from '../../service.ts';

/** What a definition states of its own start. */
export interface OwnTrigger {
  /** The path at which it is stated; null where things of the type are always started so. */
  readonly when: string | null;
  /** Only where nothing stands at this path. */
  readonly unless?: string;
  /** Only where the text at a path fits. */
  readonly where?: readonly [path: string, text: RegExp];
  /** Only where nothing else starts it. */
  readonly otherwise?: true;
  readonly name: string;
  /** Paths below the statement that name the sender. */
  readonly sender?: readonly string[];
  /** The sender's type; the unit's own where it is left out. */
  readonly type?: string;
  readonly invocation: Invocation;
}

const takesRequests: OwnTrigger = { when: null, name: 'http', invocation: 'synchronous' };
const schedule = (when: string): OwnTrigger => ({ when, name: 'schedule', invocation: 'scheduled' });
const balancer = (when: string, sender: string, type: string): OwnTrigger => ({
  when,
  name: 'load balancer',
  sender: [sender],
  type,
  invocation: 'synchronous',
});
const containerApp = (ingress: string): OwnTrigger => ({ when: ingress, name: 'ingress', invocation: 'synchronous' });
const notFunctionApp: OwnTrigger = { ...takesRequests, where: ['kind', /^(?!.*functionapp)/i] };
const event = (unless: string, ...sender: string[]): readonly OwnTrigger[] => [
  { when: unless, name: 'event', sender, type: 'google:event', invocation: 'asynchronous' },
  { ...takesRequests, unless, otherwise: true },
];
const unlessStarted: OwnTrigger = { ...takesRequests, otherwise: true };

/** By the provider's own type. */
export const ownTriggers: Readonly<Record<string, readonly OwnTrigger[]>> = {
  'AWS::AppRunner::Service': [takesRequests],
  'AWS::ECS::Service': [balancer('LoadBalancers', 'TargetGroupArn', 'AWS::ElasticLoadBalancingV2::TargetGroup')],
  'AWS::Serverless::Function': [
    { when: 'FunctionUrlConfig', name: 'url', type: 'AWS::Lambda::Url', invocation: 'synchronous' },
  ],
  'AWS::ECS::TaskDefinition': [schedule('cdk:schedule')],
  aws_apprunner_service: [takesRequests],
  aws_ecs_service: [balancer('load_balancer', 'target_group_arn', 'aws_lb_target_group')],

  'Microsoft.App/containerApps': [containerApp('properties.configuration.ingress')],
  'Microsoft.App/jobs': [
    schedule('properties.configuration.scheduleTriggerConfig'),
    { when: 'properties.configuration.eventTriggerConfig', name: 'event', invocation: 'queue' },
  ],
  'Microsoft.Web/sites': [notFunctionApp],
  'module:br/public:avm/res/app/container-app': [{ ...takesRequests, unless: 'disableIngress' }],
  'module:br/public:avm/res/web/site': [notFunctionApp],
  azurerm_app_service: [takesRequests],
  azurerm_container_app: [containerApp('ingress')],
  azurerm_container_app_job: [
    schedule('schedule_trigger_config'),
    { when: 'event_trigger_config', name: 'event', invocation: 'queue' },
  ],
  azurerm_linux_web_app: [takesRequests],

  google_app_engine_flexible_app_version: [takesRequests],
  google_app_engine_standard_app_version: [takesRequests],
  google_cloud_run_service: [unlessStarted],
  google_cloud_run_v2_service: [unlessStarted],
  google_cloudfunctions2_function: event('event_trigger', 'pubsub_topic', 'event_filters.value'),
  google_cloudfunctions_function: event('event_trigger', 'resource'),

  'batch/v1 CronJob': [schedule('spec.schedule')],
  'batch/v1beta1 CronJob': [schedule('spec.schedule')],
  'serving.knative.dev/v1 Service': [unlessStarted],
};
