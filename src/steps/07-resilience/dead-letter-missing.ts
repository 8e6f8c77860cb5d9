import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { mayBeAbsent, readNumber } from '../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack, valueAt } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import type { Trigger } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { type Fix, fail, type Judgement, pass, type SomeEvidence, unknown } from '../judgement.ts';

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
    whenNone: 'No queue triggers it and nothing invokes it asynchronously.',
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
  const redrive = policy?.kind === 'map' ? valueAt(policy, 'deadLetterTargetArn') : policy;
  if (redrive !== undefined) {
    const stated = evidence(redrive.place, 'RedrivePolicy');
    if (!mayBeAbsent(redrive)) return pass(`${queue.id} has a redrive policy.`, stated);
    return unknown('dynamic-value', `${queue.id} has a redrive policy on a condition only.`, stated);
  }
  const source = redriveSource(queue, stack);
  if (source !== undefined) return pass(`${queue.id} is a dead-letter queue itself.`, source);
  const message = `${queue.id} has no dead-letter queue: a message that always fails comes back until it expires.`;
  return fail(message, [evidence(queue.key, `${queue.id}: RedrivePolicy`, 'absent'), trigger.evidence], {
    fix: redriveFix(queue),
  });
}

/** Where another queue names this one as its dead-letter queue. */
function redriveSource(queue: Resource, stack: Stack): Evidence | undefined {
  for (const other of stack.resources.values()) {
    const target = property(other, 'RedrivePolicy', 'deadLetterTargetArn');
    if (target?.kind === 'reference' && target.resource === queue.id)
      return evidence(target.place, `RedrivePolicy of ${other.id}`);
  }
  return undefined;
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
  const kept = failureDestination(resource, stack);
  if (kept !== undefined) {
    const stated = evidence(kept.value.place, kept.text);
    if (!mayBeAbsent(kept.value)) return pass(`${resource.id} keeps failed events.`, stated);
    return unknown('dynamic-value', `${resource.id} keeps failed events on a condition only.`, stated);
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
  const stated = property(resource, 'EventInvokeConfig', 'MaximumRetryAttempts');
  const attempts = stated === undefined ? undefined : readNumber(stated);
  if (attempts?.known === true && attempts.value === 0) return '';
  return attempts?.known === true && attempts.value === 1 ? 'tries once more and then ' : 'tries twice more and then ';
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

/** Where failed events of a function go, and what the setting is called; undefined where they go nowhere. */
function failureDestination(resource: Resource, stack: Stack): { value: Value; text: string } | undefined {
  for (const path of [
    ['DeadLetterQueue'],
    ['DeadLetterConfig'],
    ['EventInvokeConfig', 'DestinationConfig', 'OnFailure'],
  ]) {
    const value = property(resource, ...path);
    if (value !== undefined) return { value, text: path.join('.') };
  }
  for (const other of stack.resources.values()) {
    if (other.type !== 'AWS::Lambda::EventInvokeConfig') continue;
    const name = property(other, 'FunctionName');
    const destination = property(other, 'DestinationConfig', 'OnFailure');
    if (destination !== undefined && name?.kind === 'reference' && name.resource === resource.id) {
      return { value: destination, text: `OnFailure of ${other.id}` };
    }
  }
  return undefined;
}
