import { evidence } from '../../evidence/evidence.ts';
import type { Service, Trigger } from '../../services/service.ts';
import type { CodeHandler } from '../code.ts';
import { defineCheck, type Subject } from '../define.ts';
import { samTemplate } from '../examples.ts';
import { fail, pass } from '../judgement.ts';
import { mayFail } from '../may-fail.ts';

interface Ending extends Subject {
  readonly handler: CodeHandler;
  readonly trigger: Trigger;
}

const onUpload = (...lines: string[]): Record<string, string> => ({
  'app.py': `import logging\n\ndef handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`,
  'template.yaml': samTemplate(
    [
      'Handler: app.handler',
      'Runtime: python3.13',
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

const partial = ['batchItemFailures', 'batch_item_failures', 'process_partial_response', 'BatchProcessor'];

export const check = defineCheck({
  id: 'error-swallowed',
  scope: 'service',
  step: 'resilience',
  clouds: ['aws'],
  severity: 'risk',
  title: 'Let errors of an event reach the platform that would try again',
  docs: {
    why: 'Lambda tries an event again, and keeps it in a dead-letter queue, only if the function raises. A handler that catches every error and ends as if all were well has the event counted as done: a message is deleted from its queue, and nobody sees what was lost but in the log.',
    fix: 'Raise again after logging (`raise`), or catch only the errors that trying again cannot mend. Of batches, return batchItemFailures.',
    whenNone: 'No queue, stream or asynchronous event starts it, or its handler does not catch every error.',
    bad: [
      {
        title: 'Every error is logged and forgotten',
        files: onUpload('try:', '    work(event)', 'except Exception as e:', '    print(e)'),
      },
      {
        title: 'A status code that nobody reads',
        files: onUpload(
          'try:',
          '    work(event)',
          'except Exception as e:',
          '    logging.error(e)',
          '    return {"statusCode": 500}',
        ),
      },
    ],
    good: [
      {
        title: 'It raises again',
        files: onUpload('try:', '    work(event)', 'except Exception as e:', '    print(e)', '    raise'),
      },
      {
        title: 'It sends what failed elsewhere',
        files: onUpload('try:', '    work(event)', 'except Exception as e:', '    send_to_failed(event, e)'),
      },
      {
        title: 'One of several items is left out, the others go on',
        files: onUpload(
          'for record in event["Records"]:',
          '    try:',
          '        work(record)',
          '    except Exception as e:',
          '        print(e)',
          'finish(event)',
        ),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html',
    ],
  },
  subjects: (service, facts): Ending[] => {
    const trigger = retried(service);
    if (trigger === undefined) return [];
    const code = facts.code(service);
    return service.entryPoints.flatMap((entry) => {
      if (!entry.found) return [];
      return code
        .handlers({ packages: [], needles: ['except'] })
        .filter(({ place, within, broad }) => place.file === entry.file && within.join('.') === entry.function && broad)
        .map((handler) => ({ name: `${entry.file}: ${handler.text} in ${entry.function}`, handler, trigger }));
    });
  },
  judge: ({ handler, trigger }, service, facts) => {
    const shown = evidence(handler.place, handler.text);
    const { does } = handler;
    if (does === 'raises') return pass('It raises or ends the process.', shown);
    if (!handler.isWhole || does === 'more') return pass('It does more than to end the event.', shown);
    if (!handler.tried.some(mayFail)) return pass('Nothing that it tries depends on others.', shown);
    const reports = trigger.invocation === 'queue' || trigger.invocation === 'stream';
    if (reports && facts.code(service).holding(partial) !== undefined)
      return pass('What failed is returned as batchItemFailures.', shown);
    const [first, last] = handler.lines;
    const lines = first === last ? `line ${first}` : `lines ${first} to ${last}`;
    return fail(
      `${handler.text} ends every error that reaches it from ${lines}: Lambda counts the event of ${trigger.name} as done and never tries it again.`,
      [shown, trigger.evidence],
      { fix: { title: 'Raise the error again after it is logged.', safe: false, intents: [] } },
    );
  },
});

/** The first trigger after which a raised error has the event tried again; undefined where somebody waits for an answer. */
function retried({ triggers }: Service): Trigger | undefined {
  if (triggers.some(({ invocation }) => invocation === 'synchronous')) return undefined;
  return triggers.find(
    ({ invocation, type }) =>
      (invocation === 'queue' || invocation === 'stream' || invocation === 'asynchronous') &&
      !/^Custom::|^AWS::(?:CloudFormation|SecretsManager|CodePipeline|Cognito|IoT)::|_secret_rotation$/.test(type),
  );
}
