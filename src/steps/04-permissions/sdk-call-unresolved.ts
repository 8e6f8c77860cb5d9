import { evidence } from '../../evidence/evidence.ts';
import { defineCheck, type Subject } from '../define.ts';
import { samTemplate } from '../examples.ts';
import type { Rights } from '../facts.ts';
import { fail, pass, unknown } from '../judgement.ts';

interface Calls extends Subject {
  readonly call: Rights['unresolved'][number] | null;
}

const files = (...lines: string[]): Record<string, string> => ({
  'app.py': `import boto3\n\ndef handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`,
  'template.yaml': samTemplate(['Handler: app.handler', 'Runtime: python3.13']),
});

/** Reasons that a person can mend in the code. */
const mendable = new Set(['dynamic-value', 'parameter-of-entry-point']);

export const check = defineCheck({
  id: 'sdk-call-unresolved',
  scope: 'service',
  step: 'permissions',
  clouds: ['aws'],
  severity: 'improvement',
  title: 'Let the code say which service a client is for',
  docs: {
    why: 'Where the service or the operation of a call comes from a value, neither a reader nor a policy can say what the code may do, and its role must allow whatever the value may name.',
    fix: 'Make a client for each service by its literal name, and choose among them.',
    whenNone: 'Its code makes no call of an SDK, or nothing tells with whose rights it runs.',
    bad: [
      {
        title: 'A service that the event names',
        files: files('boto3.client(event["service"]).tag_resource(ResourceArn=event["arn"])'),
      },
    ],
    good: [
      { title: 'A service by its name', files: files('boto3.client("s3").list_buckets()') },
      {
        title: 'One of two services',
        files: files(
          'name = "sqs" if event else "sns"',
          'boto3.client(name).list_tags_for_resource(ResourceArn="a")',
          'boto3.client("s3").list_buckets()',
        ),
      },
      {
        title: 'A bucket that the event names',
        files: files('boto3.client("s3").delete_bucket(Bucket=event["bucket"])'),
      },
    ],
    sources: ['https://docs.aws.amazon.com/boto3/latest/guide/clients.html'],
  },
  subjects: (service, facts): Calls[] => {
    if (facts.granted(service) === null) return [];
    const rights = facts.rights(service);
    if (rights === null) return [];
    const open = rights.unresolved.map((call) => ({ name: call.text, call }));
    const byCalls = rights.needs.needed.some(({ because }) => because.some(({ file }) => file.endsWith('.py')));
    return open.length > 0 || !byCalls ? open : [{ name: service.name, call: null }];
  },
  judge: ({ call }, service) => {
    if (call === null)
      return pass('Every call of an SDK that was found is resolved.', evidence(service.definedIn, service.id));
    const at = evidence(call.place, call.text);
    return mendable.has(call.reason)
      ? fail(`What ${call.text} performs depends on a value that only the running code has.`, [at])
      : unknown(call.reason, `It cannot be told what ${call.text} performs.`, at);
  },
});
