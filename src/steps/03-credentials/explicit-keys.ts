import { type CallSubject, callEvidence, callSubject } from '../code-subject.ts';
import { defineCheck } from '../define.ts';
import { functionFiles } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';

const client = (...lines: string[]): Record<string, string> =>
  functionFiles(
    `import os\nimport boto3\n\ndef handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`,
  );

/** Values that emulators take. */
const stand = /^(test\w*|dummy\w*|fake\w*|local\w*|mock\w*|minio\w*|example|foo|bar|x+|none|anything|)$/i;
const temporary = /credential|creds\b|AccessKeyId|assume|sts|temporary|session_token/i;
const settings = /\b(settings|config|cfg|conf|environ|getenv|env|options|secrets?)\b/i;

export const check = defineCheck({
  id: 'explicit-keys',
  scope: 'service',
  step: 'credentials',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other'],
  severity: 'risk',
  title: 'Let the SDK find credentials instead of handing it keys',
  docs: {
    why: 'A client that is built from an access key uses that key everywhere: not the role of the function, the task or the pod. The key lives for years and has to be kept, rotated and granted by hand. On Lambda the keys of AWS_ACCESS_KEY_ID belong to a session: without its token every call is refused.',
    fix: 'Leave out aws_access_key_id and aws_secret_access_key: boto3 takes the role of where it runs, and a profile or the environment on a developer’s machine.',
    whenNone: 'Its code builds no client of boto3 from keys.',
    bad: [
      {
        title: 'Keys from the environment',
        files: client(
          's3 = boto3.client("s3", aws_access_key_id=os.environ["AWS_ACCESS_KEY_ID"], aws_secret_access_key=os.environ["AWS_SECRET_ACCESS_KEY"])',
          'return s3.list_buckets()',
        ),
      },
      {
        title: 'Keys in the code',
        files: client('return boto3.Session(aws_access_key_id="AKIAIOSFODNN7EXAMPLE", aws_secret_access_key="k")'),
      },
    ],
    good: [
      {
        title: 'A role that is assumed for a while',
        files: client(
          'credentials = boto3.client("sts").assume_role(RoleArn=event["role"], RoleSessionName="a")["Credentials"]',
          'return boto3.client("s3", aws_access_key_id=credentials["AccessKeyId"], aws_secret_access_key=credentials["SecretAccessKey"], aws_session_token=credentials["SessionToken"])',
        ),
      },
      {
        title: 'Another store than AWS',
        files: client(
          'return boto3.client("s3", endpoint_url="https://storage.example.com", aws_access_key_id=os.environ["KEY"], aws_secret_access_key=os.environ["SECRET"])',
        ),
      },
      {
        title: 'Values for an emulator',
        files: client('return boto3.client("dynamodb", aws_access_key_id="dummy", aws_secret_access_key="dummy")'),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/boto3/latest/guide/credentials.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    ],
  },
  subjects: (service, facts): CallSubject[] => {
    if (service.compute === null) return [];
    const question = { packages: ['boto3', 'aioboto3', 'aiobotocore'], needles: ['aws_access_key_id'] };
    const calls = facts.code(service).calls(question);
    return calls
      .filter(
        ({ path, keywords, isMain }) =>
          /(^|\.)(client|resource|[sS]ession|setup_default_session|create_client)$/.test(path) &&
          keywords.has('aws_access_key_id') &&
          !isMain,
      )
      .map(callSubject);
  },
  judge: ({ call }) => {
    const shown = callEvidence(call);
    const key = call.keywords.get('aws_access_key_id');
    if (key === undefined) return pass('It gets no keys.', shown);
    const endpoint = call.keywords.get('endpoint_url');
    if (endpoint !== undefined && endpoint.value !== null)
      return pass('It speaks to another endpoint than that of AWS.', shown);
    if (call.keywords.has('aws_session_token') || temporary.test(key.text) || key.path.includes('assume_role'))
      return pass('The keys belong to a session.', shown);
    if (key.value === null || (typeof key.value === 'string' && stand.test(key.value)))
      return pass('The keys are those of an emulator, or none.', shown);
    const fixed = { fix: { title: 'Leave out the keys.', safe: false, intents: [] } };
    if (typeof key.value === 'string')
      return fail(`${call.text} is built from a key that stands in the code.`, [shown], fixed);
    if (call.conditional) return unknown('dynamic-value', `${call.text} is built from keys on a condition.`, shown);
    if (/^os\.(environ|getenv)/.test(key.path) || settings.test(key.text))
      return fail(
        `${call.text} is built from the keys of ${key.text} instead of the identity of where it runs.`,
        [shown],
        fixed,
      );
    return unknown('dynamic-value', `${call.text} is built from ${key.text}, whose origin is not seen.`, shown);
  },
});
