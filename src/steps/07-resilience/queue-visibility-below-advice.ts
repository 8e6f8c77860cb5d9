import { limit } from '../../catalogue/limits.ts';
import { readNumber } from '../../infrastructure/model/reading.ts';
import { type Resource, referredTo, valueAt } from '../../infrastructure/model/resource.ts';
import type { Service } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { type EventSource, eventSources } from './event-sources.ts';
import { functionTimeout, setting, visibilityIntents } from './queue-settings.ts';
import { queueSpelling } from './spelling.ts';

interface QueueSource extends Subject {
  readonly source: EventSource;
  readonly queue: Resource;
}

const fromQueue = (timeout: number, visibility: number, ...settings: string[]): Record<string, string> => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate(
    [
      'Handler: app.handler',
      'Runtime: python3.13',
      `Timeout: ${timeout}`,
      'Events:',
      '  Jobs:',
      '    Type: SQS',
      '    Properties:',
      '      Queue: !GetAtt Jobs.Arn',
      ...settings.map((line) => `      ${line}`),
    ],
    ['Jobs:', '  Type: AWS::SQS::Queue', '  Properties:', `    VisibilityTimeout: ${visibility}`],
  ),
});

export const check = defineCheck({
  id: 'queue-visibility-below-advice',
  scope: 'service',
  step: 'resilience',
  clouds: ['aws'],
  severity: 'improvement',
  title: "Give an SQS queue six times its function's time-out as visibility time-out",
  docs: {
    why: 'While Lambda is throttled it takes a message and tries again by itself. A visibility time-out of less than six times the function’s time-out, plus the batching window, runs out meanwhile: the message is received again, counts one more attempt, and may reach the dead-letter queue without ever having been worked on.',
    fix: "Set the queue's VisibilityTimeout to six times the function's Timeout, plus MaximumBatchingWindowInSeconds.",
    whenNone: 'No SQS queue of the same stack triggers it.',
    bad: [
      { title: 'The same as the time-out', files: fromQueue(60, 60) },
      { title: 'Without the batching window', files: fromQueue(10, 60, 'MaximumBatchingWindowInSeconds: 30') },
    ],
    good: [
      { title: 'Six times the time-out', files: fromQueue(60, 360) },
      { title: 'More', files: fromQueue(10, 300) },
      { title: 'With the batching window', files: fromQueue(10, 90, 'MaximumBatchingWindowInSeconds: 30') },
    ],
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html'],
  },
  subjects: (service): QueueSource[] =>
    eventSources(service).flatMap((source) => {
      const queue = queueOf(source, service);
      return queue === undefined ? [] : [{ name: queue.id, source, queue }];
    }),
  judge: ({ source, queue }, service, { catalogue }) => {
    const spelling = queueSpelling(queue.type);
    const timeout = functionTimeout(service, catalogue);
    const fallback = limit(catalogue, 'aws/lambda-limits', 'queue.visibility-timeout.default');
    const visibility = setting(queue, spelling?.visibility ?? '', fallback);
    if (timeout === undefined)
      return unknown('dynamic-value', `The time-out of ${service.name} is not known.`, visibility.evidence);
    const stated = valueAt(source.settings, source.spelling.window);
    const window = stated === undefined ? undefined : readNumber(stated);
    if (!visibility.reading.known || !timeout.reading.known || window?.known === false) {
      const open = [visibility.reading, timeout.reading, window].find((one) => one?.known === false);
      const [reason, text] = open?.known === false ? [open.reason, open.text] : ['dynamic-value' as const, 'a value'];
      return unknown(reason, `It depends on ${text}.`, visibility.evidence, timeout.evidence);
    }
    const [hidden, running] = [visibility.reading.value, timeout.reading.value];
    const factor = limit(catalogue, 'aws/lambda-limits', 'queue.visibility-timeout.advice');
    const advised = running * factor + (window?.value ?? 0);
    const shown = [visibility.evidence, timeout.evidence] as const;
    if (hidden < running) return pass(`${queue.id} is refused as it is: queue-visibility-too-short says so.`, ...shown);
    if (hidden >= advised) return pass(`${hidden} s are at least the ${advised} s that AWS advises.`, ...shown);
    const intents = spelling === undefined ? [] : visibilityIntents(queue, spelling.visibility, visibility, advised);
    return fail(
      `The visibility time-out of ${queue.id} is ${hidden} s; for ${service.name}, which may run for ${running} s, AWS advises ${advised} s.`,
      shown,
      {
        fix: { title: `Set ${spelling?.visibility} of ${queue.id} to ${advised}.`, safe: intents.length > 0, intents },
      },
    );
  },
});

function queueOf({ kind, settings, spelling }: EventSource, { definition }: Service): Resource | undefined {
  const source = valueAt(settings, spelling.source);
  if (kind !== 'queue' || source === undefined) return undefined;
  const queue = definition?.stack.resources.get(referredTo(source) ?? '');
  return queue === undefined || queueSpelling(queue.type) === undefined ? undefined : queue;
}
