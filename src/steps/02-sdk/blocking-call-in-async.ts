import type { Service } from '../../services/service.ts';
import type { CodeCall } from '../code.ts';
import { type CallSubject, callEvidence, callSubject } from '../code-subject.ts';
import { defineCheck } from '../define.ts';
import { imageFiles } from '../examples.ts';
import { fail, pass } from '../judgement.ts';

/** What waits for the network or the clock, and gives nothing else a turn meanwhile. */
const blocking =
  /^boto3\.((session\.)?Session\(\)\.)?(client\(\)|resource\(\)(\.[A-Z]\w*\(\))*)\.[a-z]\w*$|^requests\.(api\.)?(get|post|put|patch|delete|head|options|request)$|^requests\.(sessions\.)?[sS]ession\(\)\.(get|post|put|patch|delete|head|options|request)$|^urllib\.request\.urlopen$|^time\.sleep$/;
/** Methods of boto3 that ask nobody. */
const local =
  /\.(generate_presigned_(url|post)|get_paginator|get_waiter|paginate|can_paginate|close|register|filter|all|batch_writer)$/;
const question = { packages: ['boto3', 'requests', 'urllib', 'time'], needles: ['async def'] };

const api = (...lines: string[]): Record<string, string> =>
  imageFiles('python:3.13-slim', ['RUN pip install fastapi uvicorn boto3'], {
    'app.py': `import asyncio\nimport time\nimport boto3\nimport uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI()\ns3 = boto3.client("s3")\n\n${lines.join('\n')}\n\nuvicorn.run(app)\n`,
  });

export const check = defineCheck({
  id: 'blocking-call-in-async',
  scope: 'service',
  step: 'sdk',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Call nothing that blocks right in an async function',
  docs: {
    why: 'boto3, requests and time.sleep hold the thread until they are done. In an `async def` that thread is the one of the event loop: every other request of the process waits as long, health checks among them, and one slow answer of a service stops all. Frameworks run plain `def` handlers in threads, where the same call harms nobody.',
    fix: 'Pass the call to `await asyncio.to_thread(…)`, use an async client (aioboto3, httpx, `asyncio.sleep`), or make the handler a plain `def`.',
    whenNone: 'It is no server, or nothing in it calls boto3, requests or time.sleep.',
    bad: [
      {
        title: 'boto3 in an async handler',
        files: api(
          '@app.get("/")',
          'async def read(key: str):',
          '    return s3.get_object(Bucket="b", Key=key)["Body"].read()',
        ),
      },
      {
        title: 'A pause that stops everybody',
        files: api('@app.get("/")', 'async def wait():', '    time.sleep(5)', '    return "done"'),
      },
    ],
    good: [
      {
        title: 'In a thread',
        files: api(
          '@app.get("/")',
          'async def read(key: str):',
          '    return await asyncio.to_thread(s3.get_object, Bucket="b", Key=key)',
          '',
          '@app.get("/now")',
          'def now():',
          '    time.sleep(1)',
        ),
      },
      {
        title: 'A plain handler',
        files: api(
          '@app.get("/")',
          'def read(key: str):',
          '    return s3.get_object(Bucket="b", Key=key)',
          '',
          'async def other():',
          '    pass',
        ),
      },
      {
        title: 'A function for an executor',
        files: api(
          '@app.get("/")',
          'async def read(key: str):',
          '    def work():',
          '        return s3.get_object(Bucket="b", Key=key)',
          '    return await asyncio.get_running_loop().run_in_executor(None, work)',
        ),
      },
    ],
    sources: [
      'https://docs.python.org/3/library/asyncio-dev.html#running-blocking-code',
      'https://fastapi.tiangolo.com/async/',
      'https://learn.microsoft.com/azure/azure-functions/python-scale-performance-reference',
    ],
  },
  subjects: (service, facts): CallSubject[] => {
    if (!isServer(service)) return [];
    const code = facts.code(service);
    return code
      .calls(question)
      .filter((call) => isBlocking(call) && !call.isMain && code.isCalled(call))
      .map(callSubject);
  },
  judge: ({ call }, service, facts) => {
    const shown = callEvidence(call);
    if (!facts.code(service).holdsLoop(call))
      return pass(`${call.text} does not run in an event loop that serves others, as far as is seen.`, shown);
    const { within, text } = call;
    return fail(
      `${text} blocks the event loop in ${within.at(-1)}: all else that the process does waits for it.`,
      [shown],
      {
        fix: {
          title: `Pass ${text} to asyncio.to_thread, or make ${within.at(-1)} a plain def.`,
          safe: false,
          intents: [],
        },
      },
    );
  },
});

/** True where several requests share an event loop: Lambda and functions of Google hand over one at a time. */
function isServer({ compute, cloud }: Service): boolean {
  return compute === 'container' || compute === 'vm' || (compute === 'function' && cloud === 'azure');
}

function isBlocking({ path }: CodeCall): boolean {
  return blocking.test(path) && !local.test(path);
}
