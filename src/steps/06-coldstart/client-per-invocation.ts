import type { Service } from '../../services/service.ts';
import type { CodeArgument, CodeCall } from '../code.ts';
import { type CallSubject, callEvidence, callSubject } from '../code-subject.ts';
import { defineCheck } from '../define.ts';
import { functionFiles } from '../examples.ts';
import { fail, pass } from '../judgement.ts';
import { runsCode } from '../runs-code.ts';

/** Clients that read a model of their service or open a channel of their own when they are made. */
const made =
  /^boto3\.(client|resource|(session\.)?Session\(\)\.(client|resource))$|^google\.cloud\.\w+(\.\w+)*\.\w*Client$|^dapr\.clients\.DaprClient$/;

const handler = (before: string, ...lines: string[]): Record<string, string> =>
  functionFiles(
    `import os\nimport boto3\n${before}\ndef handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`,
  );

export const check = defineCheck({
  id: 'client-per-invocation',
  scope: 'service',
  step: 'coldstart',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Build SDK clients once, outside of handlers and routes',
  docs: {
    why: 'Building a client of boto3 reads its model and opens a connection anew, which takes tens to hundreds of milliseconds of CPU on a small function. Made in the handler it is paid for in each invocation; made in the module once for each environment, and its connections are used again. Clients of Google and of Dapr open a channel of gRPC each, and a web route that makes one does so for each request.',
    fix: 'Move the client to the top of the module, or into a function that keeps it (`functools.cache`).',
    whenNone: 'It is no function whose handler, and no web application of which a route builds a client.',
    bad: [
      {
        title: 'A client in the handler',
        files: handler(
          '',
          's3 = boto3.client("s3")',
          'return s3.get_object(Bucket=os.environ["BUCKET"], Key=event["key"])',
        ),
      },
      {
        title: 'A table in the handler',
        files: handler(
          '',
          'table = boto3.resource("dynamodb").Table(os.environ["TABLE"])',
          'table.put_item(Item=event)',
        ),
      },
    ],
    good: [
      {
        title: 'A client of a region that the event names',
        files: handler('', 'ec2 = boto3.client("ec2", region_name=event["region"])', 'return ec2.describe_instances()'),
      },
      {
        title: 'Credentials of a role that is assumed',
        files: handler(
          'sts = boto3.client("sts")\n',
          'keys = sts.assume_role(RoleArn=event["role"], RoleSessionName="a")["Credentials"]',
          's3 = boto3.client("s3", aws_access_key_id=keys["AccessKeyId"], aws_secret_access_key=keys["SecretAccessKey"], aws_session_token=keys["SessionToken"])',
          'return s3.list_buckets()',
        ),
      },
      {
        title: 'Kept in a global',
        files: handler(
          's3 = None\n',
          'global s3',
          'if s3 is None:',
          '    s3 = boto3.client("s3")',
          'return s3.list_buckets()',
        ),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html',
      'https://cloud.google.com/run/docs/tips/general#using_global_variables',
    ],
  },
  subjects: (service, facts): CallSubject[] => {
    if (!runsCode(service) || isOfDeployment(service)) return [];
    const entries = service.compute === 'function' ? service.entryPoints.filter((entry) => entry.found) : undefined;
    const isHandled = ({ place, within, route }: CodeCall): boolean =>
      entries === undefined
        ? route !== null
        : entries.some(({ file, function: name }) => file === place.file && within.join('.') === name);
    const calls = facts.code(service).calls({ packages: ['boto3', 'google', 'dapr'], needles: ['boto3', 'Client'] });
    return calls.filter((call) => made.test(call.path) && isHandled(call) && !call.isMain).map(callSubject);
  },
  judge: ({ call }, service) => {
    const shown = callEvidence(call);
    const given: CodeArgument[] = [...call.positional, ...call.keywords.values()];
    if (call.open || given.some(({ local }) => local) || /\blocal|event\b/.test(call.text))
      return pass('It depends on the event.', shown);
    if (call.once) return pass('It is kept for the next invocation.', shown);
    const when = service.compute === 'function' ? 'in each invocation' : `for each request of ${call.route}`;
    return fail(`${call.text} builds a client ${when}.`, [shown], {
      fix: { title: 'Move it to the top of the module.', safe: false, intents: [] },
    });
  },
});

/** True of a function that only deployments call: a custom resource works once. */
function isOfDeployment({ triggers }: Service): boolean {
  return triggers.length > 0 && triggers.every(({ type }) => /^Custom::|^AWS::CloudFormation::/.test(type));
}
