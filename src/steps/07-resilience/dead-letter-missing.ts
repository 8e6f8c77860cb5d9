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
import { type Fix, fail, type Judgement, pass, type SomeEvidence, unknown } from '../judgement.ts';
import { deadLetterSource } from './dead-letter-source.ts';

/** Work that is lost or repeated for ever if it fails: a queue's messages, or a function's asynchronous events. */
type Work = QueueWork | EventWork;

interface QueueWork extends Subject {
  readonly kind: 'queue';
  readonly trigger: Trigger;
  readonly queue: Resource | undefined;
  readonly stack: Stack;
}

interface EventWork extends Subject {
  readonly kind: 'events';
  readonly triggers: readonly [Trigger, ...Trigger[]];
  readonly resource: Resource;
  readonly stack: Stack;
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

export const check = defineCheck({
  id: 'dead-letter-missing',
  scope: 'service',
  step: 'resilience',
  clouds: ['aws'],
  severity: 'risk',
  title: 'Keep work that fails in a dead-letter queue or a failure destination',
  docs: {
    why: 'A message that cannot be processed returns to its queue until it expires, and blocks or costs meanwhile. An asynchronous event is dropped for good after its last retry. Without a dead-letter queue or a failure destination nobody can see or repeat either. For a function that only runs on a schedule this is an improvement: the next run comes anyway.',
    fix: 'Give the queue a RedrivePolicy with a dead-letter queue. Give a function that is invoked asynchronously a DeadLetterQueue (SAM), a DeadLetterConfig (CloudFormation) or an OnFailure destination. Alarm on what arrives there.',
    whenNone:
      'As far as its template shows, no queue triggers it and nothing invokes it asynchronously: no bucket, topic, rule, schedule, log subscription or IoT rule.',
    bad: [
      { title: 'A queue without a redrive policy', files: onQueue() },
      { title: "A function on a bucket's events, without a destination for failures", files: onUpload() },
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
        title: 'A failure destination',
        files: onUpload('EventInvokeConfig:', '  DestinationConfig:', '    OnFailure:', '      Type: SQS'),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    ],
  },
  subjects: ({ triggers, definition }): Work[] => {
    if (definition === null) return [];
    const { resource, stack } = definition;
    const queues = triggers
      .filter((trigger) => trigger.type === 'AWS::SQS::Queue')
      .map((trigger): QueueWork => {
        const queue = trigger.resource === null ? undefined : stack.resources.get(trigger.resource);
        return { kind: 'queue', name: queue?.id ?? trigger.name, trigger, queue, stack };
      });
    const [first, ...others] = triggers.filter(
      ({ invocation }) => invocation === 'asynchronous' || invocation === 'scheduled',
    );
    if (first === undefined) return queues;
    return [...queues, { kind: 'events', name: resource.id, triggers: [first, ...others], resource, stack }];
  },
  judge: (work) => (work.kind === 'queue' ? judgeQueue(work) : judgeEvents(work)),
});

function judgeQueue({ trigger, queue, stack }: QueueWork): Judgement {
  if (queue === undefined) {
    return unknown(
      'external-code',
      `${trigger.name} reads a queue that this template does not declare.`,
      trigger.evidence,
    );
  }
  const policy = property(queue, 'RedrivePolicy');
  const redrive = presenceAt(
    queue.properties,
    'RedrivePolicy',
    ...(policy?.kind === 'map' ? ['deadLetterTargetArn'] : []),
  );
  const [stated] = redrive.stated.map((value) => evidence(value.place, 'RedrivePolicy'));
  if (stated !== undefined && isAlways(redrive)) return pass(`${queue.id} has a redrive policy.`, stated);
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
  return fail(message, [evidence(queue.key, `${queue.id}: RedrivePolicy`, 'absent'), trigger.evidence], {
    fix: redriveFix(queue),
  });
}

/** Whether something is so stands in what we do not have. */
function unclear(claim: string, { reason, text, place }: UnknownValue): Judgement {
  return unknown(reason, `Whether ${claim} depends on ${text}.`, evidence(place, text, 'guessed'));
}

function redriveFix(queue: Resource): Fix {
  const stated = property(queue, 'FifoQueue');
  const fifo = stated?.kind === 'literal' && stated.text === 'true';
  const name = `${queue.id}DeadLetters`;
  const [root = 'Resources'] = queue.path;
  const file = queue.place.file;
  const properties = { ...(fifo && { FifoQueue: true }), MessageRetentionPeriod: 1_209_600 };
  return {
    title: `Add the queue ${name} and let ${queue.id} redrive to it after five receives.`,
    safe: false,
    intents: [
      {
        kind: 'set',
        file,
        path: [...queue.path, 'RedrivePolicy'],
        value: { deadLetterTargetArn: { 'Fn::GetAtt': [name, 'Arn'] }, maxReceiveCount: 5 },
      },
      { kind: 'set', file, path: [root, name], value: { Type: queue.type, Properties: properties } },
    ],
  };
}

function judgeEvents({ triggers, resource, stack }: EventWork): Judgement {
  const destinations = failureDestinations(resource, stack);
  const always = destinations.find(({ presence, onCondition }) => isAlways(presence) && !onCondition);
  if (always !== undefined) return pass(`${resource.id} keeps failed events.`, shownAt(always));
  const [open] = destinations.flatMap(({ presence }) => presence.unknown ?? []);
  if (open !== undefined) return unclear(`${resource.id} keeps failed events`, open);
  const some = destinations.find(({ presence }) => presence.stated.length > 0);
  if (some !== undefined) {
    return unknown('dynamic-value', `${resource.id} keeps failed events on a condition only.`, shownAt(some));
  }
  const senders = [...new Set(triggers.map(senderOf))].join(' or ');
  const scheduled = triggers.every((trigger) => trigger.invocation === 'scheduled');
  const shown: SomeEvidence = [
    evidence(resource.key, `${resource.id}: dead-letter queue or OnFailure destination`, 'absent'),
    ...triggers.map((trigger) => trigger.evidence),
  ];
  const message = `When ${resource.id} fails on an event of ${senders}, Lambda ${retriesOf(resource)}discards it.`;
  return fail(message, shown, {
    severity: scheduled ? 'improvement' : 'risk',
    fix: { title: `Give ${resource.id} a dead-letter queue or an OnFailure destination.`, safe: false, intents: [] },
  });
}

/** What Lambda does before it gives an asynchronous event up; a durable function's execution is not repeated. */
function retriesOf(resource: Resource): string {
  if (property(resource, 'DurableConfig') !== undefined) return '';
  const {
    stated,
    absent,
    unknown: open,
  } = presenceAt(resource.properties, 'EventInvokeConfig', 'MaximumRetryAttempts');
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
function failureDestinations(resource: Resource, stack: Stack): Destination[] {
  const own = [
    ['DeadLetterQueue'],
    ['DeadLetterConfig', 'TargetArn'],
    ['EventInvokeConfig', 'DestinationConfig', 'OnFailure'],
  ].map((path) => ({
    presence: presenceAt(resource.properties, ...path),
    text: path.filter((key) => key !== 'TargetArn').join('.'),
    onCondition: false,
    place: resource.key,
  }));
  const others = [...stack.resources.values()].filter(
    (other) => other.type === 'AWS::Lambda::EventInvokeConfig' && isFor(other, resource),
  );
  return [
    ...own,
    ...others.map((other) => ({
      presence: presenceAt(other.properties, 'DestinationConfig', 'OnFailure'),
      text: `OnFailure of ${other.id}`,
      onCondition: isOnConditionBeside(other, resource),
      place: other.key,
    })),
  ];
}

function isFor(config: Resource, resource: Resource): boolean {
  const stated = property(config, 'FunctionName');
  if (stated === undefined) return false;
  const name = property(resource, 'FunctionName');
  if (stated.kind === 'literal') return name?.kind === 'literal' && name.text === stated.text;
  return referredTo(stated) === resource.id;
}
