import { type CallSubject, callEvidence, callSubject } from '../code-subject.ts';
import { defineCheck } from '../define.ts';
import { functionFiles } from '../examples.ts';
import { fail, pass } from '../judgement.ts';

const http =
  /^requests\.(api\.)?(get|post|put|patch|delete|head|request)$|^urllib\.request\.(urlopen|urlretrieve)$|^httpx\.(get|post|put|patch|delete|head|request)$/;
const aws = /^boto3\.(client|resource|(session\.)?Session\(\)\.(client|resource))\(\)\.(.+)$/;
/** Methods of clients and resources that ask nobody. */
const local =
  /^(Table|Bucket|Object|Queue|Topic|get_paginator|get_waiter|can_paginate|meta\b.*|exceptions\b.*|generate_presigned_\w+|close|Instance|ObjectSummary|Stack|batch_writer|buckets|tables)(\(\))?$/;
/** What is done with the answer of a request, which is told at the request itself. */
const withAnswer =
  /(^|\.)[a-z_]\w*(\(\)|\[\])+\.(get|items|keys|values|pop|copy|update|setdefault|read|decode|encode|strip|split|lower|upper|replace|format|append|sort|index|startswith|endswith|isoformat|strftime)$/;

const module_ = (line: string): Record<string, string> =>
  functionFiles(
    `import os\nimport boto3\nimport requests\n\n${line}\n\ndef handler(event, context):\n    return event\n`,
  );

export const check = defineCheck({
  id: 'work-at-import',
  scope: 'service',
  step: 'coldstart',
  clouds: ['aws', 'azure', 'gcp'],
  severity: 'improvement',
  title: 'Ask other services in the handler, not while the module is imported',
  docs: {
    why: 'A request at the top of a module runs in each cold start, before anything is logged of the invocation: it delays the first answer, an error there keeps the function from starting at all (on Lambda it starts again, and is paid for again), and what it fetched is never renewed. A test that imports the module sends it too.',
    fix: 'Fetch it when it is first needed, and keep it for as long as it holds (`functools.cache`, the parameters of Powertools).',
    whenNone: 'It is no function whose entry point was found, or its modules ask nobody when they are imported.',
    bad: [
      {
        title: 'A parameter that is read at import',
        files: module_(
          'KEY = boto3.client("ssm").get_parameter(Name="key", WithDecryption=True)["Parameter"]["Value"]',
        ),
      },
      {
        title: 'A request at import',
        files: module_('KEYS = requests.get("https://example.com/jwks.json", timeout=5).json()'),
      },
    ],
    good: [
      {
        title: 'A client asks nobody',
        files: module_('s3 = boto3.client("s3")\npages = s3.get_paginator("list_objects_v2")'),
      },
      {
        title: 'Nor does a table',
        files: module_(
          'table = boto3.resource("dynamodb").Table(os.environ["TABLE"])\ntable.meta.client.get_waiter("table_exists")',
        ),
      },
      {
        title: 'In a function that keeps the answer',
        files: module_(
          'ssm = boto3.client("ssm")\nssm.get_waiter("x")\n\ndef key():\n    return ssm.get_parameter(Name="key")["Parameter"]["Value"]',
        ),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html',
      'https://cloud.google.com/run/docs/tips/functions-best-practices',
    ],
  },
  subjects: (service, facts): CallSubject[] => {
    if (service.compute !== 'function' || !service.entryPoints.some((entry) => entry.found)) return [];
    const calls = facts.code(service).calls({ packages: ['boto3', 'requests', 'urllib', 'httpx'], needles: [] });
    return calls
      .filter(({ path, within, isMain }) => within.length === 0 && !isMain && (http.test(path) || aws.test(path)))
      .filter(({ path }) => !withAnswer.test(aws.exec(path)?.[4] ?? ''))
      .map(callSubject);
  },
  judge: ({ call }) => {
    const shown = callEvidence(call);
    const method = aws.exec(call.path)?.[4];
    if (
      method !== undefined &&
      (local.test(method) || method.split('.').some((part) => /^meta$|^exceptions$/.test(part)))
    )
      return pass(`${call.text} asks nobody.`, shown);
    if (/^(Table|Bucket|Queue|Object|Topic)\(\)\.(name|meta|Object|table_name)/.test(method ?? ''))
      return pass('It asks nobody.', shown);
    return fail(`${call.text} is asked while the module is imported, in each cold start.`, [shown], {
      fix: { title: 'Ask when it is first needed, and keep the answer.', safe: false, intents: [] },
    });
  },
});
