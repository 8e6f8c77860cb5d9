import { limit } from '../../catalogue/limits.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import type { Trigger } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { handlerModule, samTemplate } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { functionTimeout, setting, visibilityIntents } from './queue-settings.ts';
import { queueSpelling } from './spelling.ts';

interface QueueTrigger extends Subject {
  readonly trigger: Trigger;
  readonly queue: Resource | undefined;
}

const fromQueue = (timeout: number | null, queue: readonly string[]): Record<string, string> => ({
  'app.py': handlerModule,
  'template.yaml': samTemplate(
    [
      'Handler: app.handler',
      'Runtime: python3.13',
      ...(timeout === null ? [] : [`Timeout: ${timeout}`]),
      'Events:',
      '  Jobs:',
      '    Type: SQS',
      '    Properties:',
      '      Queue: !GetAtt Jobs.Arn',
    ],
    ['Jobs:', '  Type: AWS::SQS::Queue', ...queue],
  ),
});

export const check = defineCheck({
  id: 'queue-visibility-too-short',
  scope: 'service',
  step: 'resilience',
  clouds: ['aws'],
  severity: 'blocker',
  title: "Give an SQS queue at least its function's time-out as visibility time-out",
  docs: {
    why: "Lambda refuses an event source mapping whose queue has a shorter visibility time-out than the function's time-out: the deployment fails. Were it shorter, a message would become visible again, and be worked on twice, while the function is still busy with it.",
    fix: "Set the queue's VisibilityTimeout to at least the function's Timeout. AWS advises six times the Timeout, plus the batching window.",
    whenNone: 'No SQS queue triggers it.',
    bad: [
      { title: "The queue's default of 30 seconds under a time-out of 60", files: fromQueue(60, []) },
      {
        title: 'A visibility time-out that is stated and too short',
        files: fromQueue(120, ['  Properties:', '    VisibilityTimeout: 90']),
      },
    ],
    good: [
      { title: 'Six times the time-out', files: fromQueue(60, ['  Properties:', '    VisibilityTimeout: 360']) },
      { title: 'The same as the time-out is not refused', files: fromQueue(30, []) },
      {
        title: "The function's default time-out of three seconds",
        files: fromQueue(null, ['  Properties:', '    VisibilityTimeout: 5']),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html',
    ],
  },
  subjects: (service): QueueTrigger[] =>
    service.triggers
      .filter(({ type }) => queueSpelling(type) !== undefined)
      .map((trigger) => ({
        name: trigger.resource ?? trigger.name,
        trigger,
        queue: trigger.resource === null ? undefined : service.definition?.stack.resources.get(trigger.resource),
      })),
  judge: ({ name, trigger, queue }, service, { catalogue }) => {
    const spelling = queue && queueSpelling(queue.type);
    if (queue === undefined || spelling === undefined) {
      return unknown('external-code', `${trigger.name} reads a queue that is declared elsewhere.`, trigger.evidence);
    }
    const visibility = setting(
      queue,
      spelling.visibility,
      limit(catalogue, 'aws/lambda-limits', 'queue.visibility-timeout.default'),
    );
    const timeout = functionTimeout(service, catalogue);
    if (timeout === undefined)
      return unknown('dynamic-value', `The time-out of ${service.name} is not known.`, trigger.evidence);
    if (!visibility.reading.known || !timeout.reading.known) {
      const which = visibility.reading.known ? timeout : visibility;
      const reason = which.reading.known ? 'dynamic-value' : which.reading.reason;
      return unknown(reason, `It depends on ${which.reading.text}.`, visibility.evidence, timeout.evidence);
    }
    const [hidden, running] = [visibility.reading.value, timeout.reading.value];
    if (hidden >= running) {
      return pass(
        `The visibility time-out of ${name} is ${hidden} s, the function runs for ${running} s at most.`,
        visibility.evidence,
        timeout.evidence,
      );
    }
    const advised = running * limit(catalogue, 'aws/lambda-limits', 'queue.visibility-timeout.advice');
    const intents = visibilityIntents(queue, spelling.visibility, visibility, advised);
    return fail(
      `The visibility time-out of ${name} is ${hidden} s, but ${service.name} may run for ${running} s: Lambda refuses the event source mapping.`,
      [visibility.evidence, timeout.evidence],
      {
        fix: {
          title: `Set ${spelling.visibility} of ${name} to ${advised}, six times the function's time-out (at least ${running}).`,
          safe: intents.length > 0,
          intents,
        },
      },
    );
  },
});
