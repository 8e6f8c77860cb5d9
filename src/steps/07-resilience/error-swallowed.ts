import { evidence } from '../../evidence/evidence.ts';
import type { Service, Trigger } from '../../services/service.ts';
import type { CodeHandler } from '../code.ts';
import { defineCheck, type Subject } from '../define.ts';
import { imageFiles, samTemplate } from '../examples.ts';
import type { Facts } from '../facts.ts';
import { fail, pass } from '../judgement.ts';
import { mayFail } from '../may-fail.ts';
import { judgeMessage, messageHandlers } from './message-endings.ts';

interface Ending extends Subject {
  readonly handler: CodeHandler;
  /** Null for what works on messages that are pushed, or sends some. */
  readonly trigger: Trigger | null;
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

const onPush = (...lines: string[]): Record<string, string> =>
  imageFiles('python:3.13-slim', ['RUN pip install flask'], {
    'app.py': `import base64\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n@app.route("/", methods=["POST"])\ndef receive():\n    message = request.get_json()["message"]\n    try:\n        work(base64.b64decode(message["data"]))\n    except Exception as e:\n${lines.map((line) => `    ${line}\n`).join('')}    return "", 204\n\napp.run()\n`,
  });

const partial = ['batchItemFailures', 'batch_item_failures', 'process_partial_response', 'BatchProcessor'];

export const check = defineCheck({
  id: 'error-swallowed',
  scope: 'service',
  step: 'resilience',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Let errors of an event reach the platform that would try again',
  docs: {
    why: 'Lambda tries an event again, and keeps it in a dead-letter queue, only if the function raises. A handler that catches every error and ends as if all were well has the event counted as done: a message is deleted from its queue, and nobody sees what was lost but in the log. A push subscription of Pub/Sub takes each answer of 2xx for an acknowledgement, and never delivers that message again; a function that logs why it could not send a message, and ends, has that one lost as well.',
    fix: 'Raise again after logging (`raise`), or catch only the errors that trying again cannot mend. Of batches, return batchItemFailures. To Pub/Sub, answer with an error.',
    whenNone:
      'No queue, stream, asynchronous event or message that is pushed starts it, or what works on these does not catch every error.',
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
      { title: 'A message that Pub/Sub pushed is acknowledged', files: onPush('    print(e)') },
    ],
    good: [
      {
        title: 'Pub/Sub is answered with an error',
        files: onPush('    print(e)', '    return "", 500'),
      },
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
      'https://cloud.google.com/pubsub/docs/push#receive_push',
    ],
  },
  subjects: (service, facts): Ending[] => [
    ...ofEvents(service, facts),
    ...messageHandlers(service, facts).map((handler) => ({ name: nameOf(handler), handler, trigger: null })),
  ],
  judge: ({ handler, trigger }, service, facts) => {
    const shown = evidence(handler.place, handler.text);
    const { does } = handler;
    if (does === 'raises') return pass('It raises or ends the process.', shown);
    if (trigger === null) return judgeMessage(handler);
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

function nameOf({ place, text, within }: CodeHandler): string {
  return `${place.file}: ${text} in ${within.join('.')}`;
}

function ofEvents(service: Service, facts: Facts): Ending[] {
  const trigger = service.cloud === 'aws' ? retried(service) : undefined;
  if (trigger === undefined) return [];
  const handlers = facts.code(service).handlers({ packages: [], needles: ['except'] });
  return service.entryPoints.flatMap((entry) => {
    if (!entry.found) return [];
    return handlers
      .filter(({ place, within, broad }) => place.file === entry.file && within.join('.') === entry.function && broad)
      .map((handler) => ({ name: nameOf(handler), handler, trigger }));
  });
}

/** The first trigger after which a raised error has the event tried again; undefined where somebody waits for an answer. */
function retried({ triggers }: Service): Trigger | undefined {
  if (triggers.some(({ invocation }) => invocation === 'synchronous')) return undefined;
  return triggers.find(
    ({ invocation, type }) =>
      (invocation === 'queue' || invocation === 'stream' || invocation === 'asynchronous') &&
      !/^Custom::|^AWS::(?:CloudFormation|SecretsManager|CodePipeline|Cognito|IoT)::|_secret_rotation$/.test(type),
  );
}
