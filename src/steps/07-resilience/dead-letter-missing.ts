import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Place } from '../../evidence/place.ts';
import { isAlways, type Presence, presenceAt } from '../../infrastructure/model/presence.ts';
import { readNumber } from '../../infrastructure/model/reading.ts';
import {
  isOnConditionBeside,
  property,
  type Resource,
  referredTo,
  type Stack,
} from '../../infrastructure/model/resource.ts';
import type { UnknownValue } from '../../infrastructure/model/value.ts';
import type { Trigger } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, type Judgement, pass, type SomeEvidence, unknown } from '../judgement.ts';
import { deadLetterSource } from './dead-letter-source.ts';
import { judgeStream } from './dead-letter-streams.ts';
import { judgeSubscription, subscriptionsTo } from './dead-letter-subscriptions.ts';
import { type EventSource, eventSources } from './event-sources.ts';
import { redriveFix } from './redrive-fix.ts';
import {
  type FunctionSpelling,
  functionSpelling,
  type InvokeConfigSpelling,
  invokeConfigSpelling,
  queueSpelling,
} from './spelling.ts';

/** Work that is lost or repeated for ever if it fails: a queue's messages, a stream's records, a function's asynchronous events. */
type Work = QueueWork | StreamWork | EventWork | PushWork;

interface QueueWork extends Subject {
  readonly kind: 'queue';
  readonly trigger: Trigger;
  readonly queue: Resource | undefined;
  readonly stack: Stack;
}

interface StreamWork extends Subject {
  readonly kind: 'stream';
  readonly source: EventSource;
}

interface PushWork extends Subject {
  readonly kind: 'push';
  readonly subscription: Resource;
}

interface EventWork extends Subject {
  readonly kind: 'events';
  readonly triggers: readonly [Trigger, ...Trigger[]];
  readonly resource: Resource;
  readonly stack: Stack;
  readonly spelling: FunctionSpelling;
}

const onQueue = (...queue: string[]): Record<string, string> => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate(
    [
      'Handler: app.handler',
      'Runtime: python3.13',
      'Events:',
      '  Jobs:',
      '    Type: SQS',
      '    Properties:',
      '      Queue: !GetAtt Jobs.Arn',
    ],
    ['Jobs:', '  Type: AWS::SQS::Queue', ...queue],
  ),
});

const onUpload = (...properties: string[]): Record<string, string> => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate(
    [
      'Handler: app.handler',
      'Runtime: python3.13',
      ...properties,
      'Events:',
      '  Upload:',
      '    Type: S3',
      '    Properties:',
      '      Bucket: !Ref Uploads',
      '      Events: s3:ObjectCreated:*',
    ],
    ['Uploads:', '  Type: AWS::S3::Bucket'],
  ),
});

const onStream = (...settings: string[]): Record<string, string> => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate(
    [
      'Handler: app.handler',
      'Runtime: python3.13',
      'Events:',
      '  Clicks:',
      '    Type: Kinesis',
      '    Properties:',
      '      Stream: !GetAtt Clicks.Arn',
      '      StartingPosition: LATEST',
      ...settings.map((line) => `      ${line}`),
    ],
    ['Clicks:', '  Type: AWS::Kinesis::Stream'],
  ),
});

const onPush = (lines: string): Record<string, string> => ({
  'main.py': 'print("ready")\n',
  Dockerfile: 'FROM python:3.13-slim\nCOPY main.py .\nCMD ["python", "main.py"]\n',
  'main.tf': `resource "google_cloud_run_v2_service" "web" {\n  name     = "web"\n  location = "europe-west3"\n  template {\n    containers { image = "gcr.io/\${var.project}/web" }\n  }\n}\n\nvariable "project" {}\n\nresource "google_pubsub_subscription" "orders" {\n  name  = "orders"\n  topic = "orders"\n  push_config { push_endpoint = google_cloud_run_v2_service.web.uri }\n${lines}}\n`,
});

export const check = defineCheck({
  id: 'dead-letter-missing',
  scope: 'service',
  step: 'resilience',
  clouds: ['aws', 'azure', 'gcp'],
  severity: 'risk',
  title: 'Keep work that fails in a dead-letter queue or a failure destination',
  docs: {
    why: 'A message that cannot be processed returns to its queue until it expires, and blocks or costs meanwhile; a batch of a stream holds up its shard until then. An asynchronous event is dropped for good after its last retry. Without a dead-letter queue or a failure destination nobody can see or repeat either. For a function that only runs on a schedule this is an improvement: the next run comes anyway.',
    fix: 'Give the queue a RedrivePolicy with a dead-letter queue. Give a function that is invoked asynchronously a DeadLetterQueue (SAM), a DeadLetterConfig (CloudFormation), a dead_letter_config (Terraform), onError (Serverless) or an OnFailure destination. Give a mapping of a stream a DestinationConfig with OnFailure, and a MaximumRetryAttempts. Give a subscription of Pub/Sub a dead_letter_policy, one of Event Grid a dead-letter destination. Alarm on what arrives there.',
    whenNone:
      'As far as its template shows, no queue or stream triggers it and nothing invokes it asynchronously: no bucket, topic, rule, schedule, log subscription or IoT rule. Queues of Service Bus and of Storage keep dead letters by themselves.',
    bad: [
      { title: 'A queue without a redrive policy', files: onQueue() },
      { title: "A function on a bucket's events, without a destination for failures", files: onUpload() },
      { title: 'A stream without a destination for failures', files: onStream() },
      { title: 'A subscription of Pub/Sub that pushes, without a place for dead letters', files: onPush('') },
    ],
    good: [
      {
        title: 'A queue with a redrive policy',
        files: onQueue(
          '  Properties:',
          '    RedrivePolicy:',
          '      deadLetterTargetArn: !GetAtt Failed.Arn',
          '      maxReceiveCount: 5',
          'Failed:',
          '  Type: AWS::SQS::Queue',
        ),
      },
      {
        title: 'A dead-letter queue of the function',
        files: onUpload('DeadLetterQueue:', '  Type: SQS', '  TargetArn: !GetAtt Failed.Arn'),
      },
      {
        title: 'A stream whose discarded records are kept',
        files: onStream('DestinationConfig: { OnFailure: { Destination: !GetAtt Failed.Arn } }'),
      },
      {
        title: 'A subscription of Pub/Sub with a topic for dead letters',
        files: onPush('  dead_letter_policy {\n    dead_letter_topic = "projects/shop/topics/failed"\n  }\n'),
      },
      {
        title: 'A failure destination',
        files: onUpload('EventInvokeConfig:', '  DestinationConfig:', '    OnFailure:', '      Type: SQS'),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html',
      'https://cloud.google.com/pubsub/docs/handling-failures',
      'https://learn.microsoft.com/azure/event-grid/delivery-and-retry',
    ],
  },
  subjects: (service): Work[] => {
    const { triggers, definition } = service;
    if (definition === null) return [];
    const { resource, stack } = definition;
    if (resource.cloud !== 'aws') {
      return subscriptionsTo(service).map((one) => ({ kind: 'push', name: one.id, subscription: one }));
    }
    const queues = triggers
      .filter(({ type }) => queueSpelling(type) !== undefined)
      .map((trigger): QueueWork => {
        const queue = trigger.resource === null ? undefined : stack.resources.get(trigger.resource);
        return { kind: 'queue', name: queue?.id ?? trigger.name, trigger, queue, stack };
      });
    const [first, ...others] = triggers.filter(
      ({ invocation, type }) => (invocation === 'asynchronous' || invocation === 'scheduled') && !isWatched(type),
    );
    const spelling = functionSpelling(resource.type);
    const streams = eventSources(service)
      .filter((source) => source.kind === 'stream')
      .map((source): StreamWork => ({ kind: 'stream', name: source.name, source }));
    const read = [...queues, ...streams];
    if (first === undefined || spelling === undefined) return read;
    return [...read, { kind: 'events', name: resource.id, triggers: [first, ...others], resource, stack, spelling }];
  },
  judge: (work) => {
    if (work.kind === 'push') return judgeSubscription(work.subscription);
    if (work.kind === 'stream') return judgeStream(work.source);
    return work.kind === 'queue' ? judgeQueue(work) : judgeEvents(work);
  },
});

/** Senders that notice by themselves that the function failed: a stack that is deployed, a rotation, a pipeline. */
function isWatched(type: string): boolean {
  return /^Custom::|^AWS::CloudFormation::|RotationSchedule$|_secret_rotation$|CodePipeline|_codepipeline$/.test(type);
}

function judgeQueue({ trigger, queue, stack }: QueueWork): Judgement {
  const spelling = queue && queueSpelling(queue.type);
  if (queue === undefined || spelling === undefined) {
    return unknown(
      'external-code',
      `${trigger.name} reads a queue that this template does not declare.`,
      trigger.evidence,
    );
  }
  const policy = property(queue, spelling.redrive);
  const redrive = presenceAt(
    queue.properties,
    spelling.redrive,
    ...(policy?.kind === 'map' ? ['deadLetterTargetArn'] : []),
  );
  const [stated] = redrive.stated.map((value) => evidence(value.place, spelling.redrive));
  if (stated !== undefined && isAlways(redrive)) return pass(`${queue.id} has a redrive policy.`, stated);
  const beside = redriveBeside(queue, stack);
  if (beside !== undefined) return pass(`${queue.id} has a redrive policy.`, beside);
  const source = deadLetterSource(queue, stack);
  if (source?.always === true) return pass(`${queue.id} is a dead-letter queue itself.`, source.evidence);
  if (redrive.unknown !== null) return unclear(`${queue.id} has a redrive policy`, redrive.unknown);
  if (stated !== undefined) {
    return unknown('dynamic-value', `${queue.id} has a redrive policy on a condition only.`, stated);
  }
  if (source !== undefined) {
    return unknown('dynamic-value', `${queue.id} is a dead-letter queue itself on a condition only.`, source.evidence);
  }
  const message = `${queue.id} has no dead-letter queue: a message that always fails comes back until it expires.`;
  return fail(message, [evidence(queue.key, `${queue.id}: ${spelling.redrive}`, 'absent'), trigger.evidence], {
    fix: redriveFix(queue),
  });
}

/** Terraform's redrive policy that stands in a resource of its own. */
function redriveBeside(queue: Resource, stack: Stack): Evidence | undefined {
  for (const other of stack.resources.values()) {
    const target = other.type === 'aws_sqs_queue_redrive_policy' ? property(other, 'queue_url') : undefined;
    if (target !== undefined && referredTo(target) === queue.id) return evidence(other.key, other.id);
  }
  return undefined;
}

/** Whether something is so stands in what we do not have. */
function unclear(claim: string, { reason, text, place }: UnknownValue): Judgement {
  return unknown(reason, `Whether ${claim} depends on ${text}.`, evidence(place, text, 'guessed'));
}

function judgeEvents({ triggers, resource, stack, spelling }: EventWork): Judgement {
  const destinations = failureDestinations(resource, stack, spelling);
  const always = destinations.find(({ presence, onCondition }) => isAlways(presence) && !onCondition);
  if (always !== undefined) return pass(`${resource.id} keeps failed events.`, shownAt(always));
  const [open] = destinations.flatMap(({ presence }) => presence.unknown ?? []);
  if (open !== undefined) return unclear(`${resource.id} keeps failed events`, open);
  const some = destinations.find(({ presence }) => presence.stated.length > 0);
  if (some !== undefined) {
    return unknown('dynamic-value', `${resource.id} keeps failed events on a condition only.`, shownAt(some));
  }
  const isConfigured = destinations.length > spelling.failures.length;
  const senders = [...new Set(triggers.map(senderOf))].join(' or ');
  const scheduled = triggers.every((trigger) => trigger.invocation === 'scheduled');
  const shown: SomeEvidence = [
    evidence(resource.key, `${resource.id}: dead-letter queue or OnFailure destination`, 'absent'),
    ...triggers.map((trigger) => trigger.evidence),
  ];
  const message = `When ${resource.id} fails on an event of ${senders}, Lambda ${retriesOf(resource, spelling, isConfigured)}discards it.`;
  return fail(message, shown, {
    severity: scheduled ? 'improvement' : 'risk',
    fix: { title: `Give ${resource.id} a dead-letter queue or an OnFailure destination.`, safe: false, intents: [] },
  });
}

/** What Lambda does before it gives an asynchronous event up; a durable function's execution is not repeated. */
function retriesOf(resource: Resource, { retries }: FunctionSpelling, isConfigured: boolean): string {
  if (property(resource, 'DurableConfig') !== undefined || isConfigured) return '';
  const { stated, absent, unknown: open } = presenceAt(resource.properties, ...retries);
  const [only] = stated;
  if (only === undefined) return open === null ? 'tries twice more and then ' : '';
  const attempts = stated.length > 1 || absent ? undefined : readNumber(only);
  if (attempts?.known !== true || attempts.value === 0) return '';
  return attempts.value === 1 ? 'tries once more and then ' : 'tries twice more and then ';
}

const nouns: Readonly<Record<string, string>> = {
  'AWS::Events::Rule': 'rule',
  'AWS::IoT::TopicRule': 'IoT rule',
  'AWS::Logs::LogGroup': 'log group',
  'AWS::S3::Bucket': 'bucket',
  'AWS::SNS::Topic': 'topic',
  aws_cloudwatch_event_rule: 'rule',
  aws_cloudwatch_log_group: 'log group',
  aws_iot_topic_rule: 'IoT rule',
  aws_s3_bucket: 'bucket',
  aws_sns_topic: 'topic',
};

/** `the bucket Uploads`, `the schedule Nightly`. */
function senderOf({ resource, name, type, invocation }: Trigger): string {
  return `the ${invocation === 'scheduled' ? 'schedule' : (nouns[type] ?? 'sender')} ${resource ?? name}`;
}

/** A setting that says where failed events of a function go. */
interface Destination {
  readonly presence: Presence;
  readonly text: string;
  /** Its resource is there on a condition that the function does not have. */
  readonly onCondition: boolean;
  readonly place: Place;
}

function shownAt({ presence, text, place }: Destination): Evidence {
  return evidence(presence.stated[0]?.place ?? place, text);
}

/** All the settings that may send failed events of a function somewhere, with what each says. */
function failureDestinations(resource: Resource, stack: Stack, { failures }: FunctionSpelling): Destination[] {
  const own = failures.map((path) => ({
    presence: presenceAt(resource.properties, ...path),
    text: path.filter((key) => key !== 'TargetArn').join('.'),
    onCondition: false,
    place: resource.key,
  }));
  const others = [...stack.resources.values()].flatMap((other): Destination[] => {
    const spelling = invokeConfigSpelling(other.type);
    if (spelling === undefined || !isFor(other, resource, spelling)) return [];
    return [
      {
        presence: presenceAt(other.properties, ...spelling.failure),
        text: `OnFailure of ${other.id}`,
        onCondition: isOnConditionBeside(other, resource),
        place: other.key,
      },
    ];
  });
  return [...own, ...others];
}

function isFor(config: Resource, resource: Resource, { target, name }: InvokeConfigSpelling): boolean {
  const stated = property(config, target);
  if (stated === undefined) return false;
  const own = property(resource, name);
  if (stated.kind === 'literal') return own?.kind === 'literal' && own.text === stated.text;
  return referredTo(stated) === resource.id;
}
