import type { BatchOperation } from '../../catalogue/dataset.ts';
import type { CodeCall } from '../code.ts';
import { type CallSubject, callEvidence, callSubject } from '../code-subject.ts';
import { defineCheck } from '../define.ts';
import { functionFiles } from '../examples.ts';
import { fail, pass } from '../judgement.ts';
import { runsCode } from '../runs-code.ts';

interface BatchSubject extends CallSubject {
  readonly operation: BatchOperation;
}

const events = (...lines: string[]): Record<string, string> =>
  functionFiles(
    `import boto3\n\nevents = boto3.client("events")\n\ndef handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`,
  );

export const check = defineCheck({
  id: 'partial-failure-ignored',
  scope: 'service',
  step: 'resilience',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Look at what a batch operation says it could not do',
  docs: {
    why: 'Operations on several entries raise no error when only some of them fail: the answer names these, for a throttled stream or a full table too. Code that drops the answer loses the entries without a trace.',
    fix: 'Look at `UnprocessedItems`, `FailedRecordCount`, `FailedEntryCount`, `Failed` or `Errors` of the answer, and send what failed again with a pause. `batch_writer()` of a DynamoDB table does that by itself.',
    whenNone: 'It is not deployed, or its code performs no batch operation of AWS that can fail in part.',
    bad: [
      { title: 'The answer is dropped', files: events('events.put_events(Entries=event["entries"])') },
      {
        title: 'What was read is taken for all',
        files: functionFiles(
          'import boto3\n\ndynamodb = boto3.resource("dynamodb")\n\ndef handler(event, context):\n    found = dynamodb.batch_get_item(RequestItems={"orders": {"Keys": event["keys"]}})\n    return found["Responses"]["orders"]\n',
        ),
      },
      {
        title: 'The answer is only printed',
        files: events('response = events.put_events(Entries=event["entries"])', 'print(response)', 'return "done"'),
      },
    ],
    good: [
      {
        title: 'The count of failures is looked at',
        files: events(
          'response = events.put_events(Entries=event["entries"])',
          'if response["FailedEntryCount"]:',
          '    raise RuntimeError(response)',
        ),
      },
      { title: 'The answer is handed on', files: events('return events.put_events(Entries=event["entries"])') },
      {
        title: 'What is printed is looked at too',
        files: events(
          'response = events.put_events(Entries=event["entries"])',
          'print(response)',
          'assert response["FailedEntryCount"] == 0',
        ),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html',
    ],
  },
  subjects: (service, facts): BatchSubject[] => {
    if (!runsCode(service)) return [];
    const operations = facts.catalogue.load('aws/batch-operations').facts;
    const code = facts.code(service);
    const calls = code.calls({
      packages: ['boto3', 'aioboto3', 'aiobotocore'],
      needles: operations.map(({ id }) => id),
    });
    return calls.flatMap((call) => {
      const name = call.path.slice(call.path.lastIndexOf('.') + 1);
      const operation = operations.find(({ id, argument }) => id === name && call.keywords.has(argument));
      return operation === undefined || call.isMain || !code.isCalled(call)
        ? []
        : [{ ...callSubject(call), operation }];
    });
  },
  judge: ({ call, operation: { failures } }) => {
    const shown = callEvidence(call);
    if (call.around.includes(failures)) return pass(`${failures} is looked at.`, shown);
    if (takesRest(call)) {
      const message = `${call.text} says in ${failures} what it did not read, and Responses alone is taken: those items are left out.`;
      return fail(message, [shown], {
        fix: { title: `Ask again for ${failures} until there are none.`, safe: false, intents: [] },
      });
    }
    if (call.use === 'used') return pass(`What ${call.text} answers is used.`, shown);
    const done = call.use === 'printed' ? 'only printed or logged' : 'dropped';
    return fail(
      `${call.text} says in ${failures} what it could not do, and the answer is ${done}: those entries are lost.`,
      [shown],
      { fix: { title: `Look at ${failures}, and send again what it names.`, safe: false, intents: [] } },
    );
  },
});

/** True of a batch that is read, where its function takes what was read and hands the answer as a whole to nobody. */
function takesRest({ path, around, use }: CodeCall): boolean {
  const taken = /(\w+)(\[["']Responses["']\]|\.get\(\s*["']Responses["'])/.exec(around)?.[1];
  if (use !== 'used' || !path.endsWith('.batch_get_item') || taken === undefined) return false;
  return !new RegExp(`\\b(return|yield)\\s+${taken}\\s*$|[(,]\\s*${taken}\\s*[,)]`, 'm').test(around);
}
