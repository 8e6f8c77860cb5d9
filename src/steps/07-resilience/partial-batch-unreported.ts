import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { isAlways, presenceAt } from '../../infrastructure/model/presence.ts';
import { readNumber } from '../../infrastructure/model/reading.ts';
import { valueAt } from '../../infrastructure/model/resource.ts';
import type { BatchUse } from '../code.ts';
import { defineCheck, type Subject } from '../define.ts';
import { samTemplate } from '../examples.ts';
import { fail, type Judgement, pass, unknown } from '../judgement.ts';
import { type EventSource, eventSources } from './event-sources.ts';

interface Source extends Subject {
  readonly source: EventSource;
}

/** Texts of which code that reports failures of single messages has one. */
const reporting = ['batchItemFailures', 'batch_item_failures', 'process_partial_response', 'BatchProcessor'];

const plain = 'def handler(event, context):\n    for record in event["Records"]:\n        work(record)\n';
const reports =
  'def handler(event, context):\n    failed = [r["messageId"] for r in event["Records"] if not work(r)]\n    return {"batchItemFailures": [{"itemIdentifier": i} for i in failed]}\n';
const fromQueue = (code: string, ...settings: string[]): Record<string, string> => ({
  'app.py': code,
  'template.yaml': samTemplate(
    [
      'Handler: app.handler',
      'Runtime: python3.13',
      'Events:',
      '  Jobs:',
      '    Type: SQS',
      '    Properties:',
      '      Queue: !GetAtt Jobs.Arn',
      ...settings.map((line) => `      ${line}`),
    ],
    ['Jobs:', '  Type: AWS::SQS::Queue'],
  ),
});

export const check = defineCheck({
  id: 'partial-batch-unreported',
  scope: 'service',
  step: 'resilience',
  clouds: ['aws'],
  severity: 'improvement',
  title: 'Report which messages of a batch failed, in the template and in the code',
  docs: {
    why: 'When a function raises on one message, Lambda gives the whole batch back: the messages that were done are done again, and all of them go to the dead-letter queue together. With ReportBatchItemFailures only those that failed come back; it takes both, the setting and the answer of the handler. A handler that answers batchItemFailures without the setting loses messages: the answer is not read, and all count as done. So does one that only looks at the first of several.',
    fix: 'Set FunctionResponseTypes to ReportBatchItemFailures, and return batchItemFailures (or use the batch processor of Powertools).',
    whenNone: 'No queue triggers it, and no stream whose mapping reports failures.',
    bad: [
      { title: 'A queue in batches of ten, without a report', files: fromQueue(plain) },
      { title: 'The handler reports, and the mapping does not ask', files: fromQueue(reports) },
      {
        title: 'The first of ten messages alone',
        files: fromQueue('def handler(event, context):\n    work(event["Records"][0])\n'),
      },
      {
        title: 'The mapping asks, and the handler never reports',
        files: fromQueue(plain, 'FunctionResponseTypes: [ReportBatchItemFailures]'),
      },
    ],
    good: [
      { title: 'Both say so', files: fromQueue(reports, 'FunctionResponseTypes: [ReportBatchItemFailures]') },
      { title: 'Batches of one message', files: fromQueue(plain, 'BatchSize: 1') },
      {
        title: 'No error leaves the handler',
        files: fromQueue(
          'def handler(event, context):\n    for record in event["Records"]:\n        try:\n            work(record)\n        except Exception:\n            keep(record)\n',
        ),
      },
      {
        title: 'Each message is deleted by itself',
        files: fromQueue(
          'import boto3\n\nsqs = boto3.client("sqs")\n\ndef handler(event, context):\n    for record in event["Records"]:\n        work(record)\n        sqs.delete_message(QueueUrl=url, ReceiptHandle=record["receiptHandle"])\n',
        ),
      },
      {
        title: 'The batch processor of Powertools',
        files: fromQueue(
          'from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response\n\nprocessor = BatchProcessor(event_type=EventType.SQS)\n\ndef handler(event, context):\n    return process_partial_response(event=event, record_handler=print, processor=processor, context=context)\n',
          'FunctionResponseTypes: [ReportBatchItemFailures]',
        ),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html',
    ],
  },
  subjects: (service): Source[] => eventSources(service).map((source) => ({ name: source.name, source })),
  judge: ({ source }, service, facts) => {
    const { name, kind, settings, spelling, place } = source;
    const code = facts.code(service);
    const mapping = evidence(place, name);
    const presence = presenceAt(settings, spelling.responses);
    if (presence.unknown !== null)
      return unknown(presence.unknown.reason, `What ${name} reports depends on ${presence.unknown.text}.`, mapping);
    const [stated] = presence.stated;
    if (stated !== undefined && !isAlways(presence))
      return unknown(
        'dynamic-value',
        `${name} asks for failures on a condition only.`,
        evidence(stated.place, spelling.responses),
      );
    if (code.unread !== null)
      return unknown(code.unread.reason, `Whether its handler reports failures: ${code.unread.detail}.`, mapping);
    const reported = code.holding(reporting);
    if (stated !== undefined) {
      const shown: Evidence = evidence(stated.place, spelling.responses);
      if (reported !== undefined) return pass(`${name} asks for failures, and ${reported} reports them.`, shown);
      return judgeUse(code.batches(), shown, (each) => [
        `${name} asks which messages failed, and no code of ${service.name} returns batchItemFailures: one error still fails the whole batch.`,
        [shown, each],
      ]);
    }
    const batch = valueAt(settings, spelling.batch);
    const size = batch === undefined ? undefined : readNumber(batch);
    if (reported !== undefined && entryFile(service.entryPoints, reported)) {
      return fail(
        `${reported} returns batchItemFailures, but ${name} does not ask for them: messages that failed count as done.`,
        [mapping],
        {
          severity: 'risk',
          fix: { title: `Set ${spelling.responses} of ${name} to ReportBatchItemFailures.`, safe: false, intents: [] },
        },
      );
    }
    if (size?.known === true && size.value === 1) return pass(`${name} hands over one message at a time.`, mapping);
    if (kind === 'stream') return pass(`${name} is a stream, which is read in order.`, mapping);
    if (size?.known === false) return unknown(size.reason, `The batches of ${name} depend on ${size.text}.`, mapping);
    const many = `${name} hands over up to ${size === undefined ? 10 : size.value} messages at once`;
    const uses = code.batches();
    const only = uses.find((use) => use.kind === 'first');
    if (only !== undefined && uses.length === 1)
      return fail(
        `${many}, and ${only.text} is all that is looked at: the others are lost.`,
        [evidence(only.place, only.text), mapping],
        { severity: 'risk', fix: { title: 'Go through all Records.', safe: false, intents: [] } },
      );
    return judgeUse(uses, mapping, (each) => [
      `${many}: when one of them fails, all of them count as failed.`,
      [mapping, each],
    ]);
  },
});

/** Why an error of one message does not fail the others, by what a handler does with them. */
const unharmed: Partial<Record<BatchUse['kind'], string>> = {
  caught: 'No error of a message leaves the handler.',
  deletes: 'It deletes each message by itself.',
  harmless: 'Nothing that it does with a message depends on others.',
  first: 'It looks at one message alone.',
  whole: 'It takes the batch as a whole.',
};

/** Fails where the handler is seen to work on one message after another, with nothing between an error and the batch. */
function judgeUse(
  uses: readonly BatchUse[],
  shown: Evidence,
  failure: (each: Evidence) => [message: string, evidence: [Evidence, ...Evidence[]]],
): Judgement {
  const each = uses.find(({ kind }) => kind === 'each');
  if (each !== undefined) return fail(...failure(evidence(each.place, each.text)));
  const [use] = uses;
  const why = use === undefined ? undefined : unharmed[use.kind];
  if (uses.length === 1 && use !== undefined && why !== undefined)
    return pass(why, evidence(use.place, use.text), shown);
  return unknown('external-code', 'What the handler does with a message that fails is not seen.', shown);
}

/** A report in a file that only some of several functions use tells nothing of this one. */
function entryFile(entryPoints: readonly { readonly found: boolean; readonly file?: string }[], file: string): boolean {
  return entryPoints.some((entry) => entry.found && entry.file === file);
}
