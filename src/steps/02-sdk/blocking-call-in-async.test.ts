import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles, imageFiles } from '../examples.ts';

const id = 'blocking-call-in-async';

const server = (code: string): Files =>
  imageFiles('python:3.13', [], {
    'app.py': `import time\nimport boto3\nimport requests\nfrom fastapi import FastAPI\napp = FastAPI()\ntable = boto3.resource("dynamodb").Table("t")\n\n${code}`,
  });

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'a table',
    server('@app.get("/")\nasync def read():\n    return table.get_item(Key={"a": 1})\n'),
    [{ verdict: 'fail', at: { line: 10 }, message: expect.stringContaining('in read') }],
  ],
  [
    'what an async handler calls, in an async function',
    server(
      'async def load():\n    return requests.get("https://example.com", timeout=1)\n\n@app.get("/")\nasync def read():\n    return await load()\n',
    ),
    [{ verdict: 'fail', message: expect.stringContaining('in load') }],
  ],
  [
    'what a handler of Tornado awaits by its own method, in another file',
    imageFiles('python:3.13', ['COPY . .'], {
      'app.py':
        'import tornado.web\nfrom shop.login import who\n\nclass Base(tornado.web.RequestHandler):\n    async def prepare(self):\n        await self.login()\n\n    async def login(self):\n        self.user = await who(self)\n\napp = tornado.web.Application([("/", Base)])\n',
      'shop/login.py':
        'import requests\nfrom .keys import keys\n\nasync def who(request):\n    requests.get("https://example.com/who", timeout=1)\n    return await keys()\n\nasync def later():\n    requests.get("https://example.com")\n\nplan = [later]\n',
      'shop/keys.py': 'import time\n\nasync def keys():\n    time.sleep(1)\n',
    }),
    [
      { verdict: 'fail', at: { file: 'shop/keys.py', line: 4 } },
      { verdict: 'fail', at: { file: 'shop/login.py', line: 5 }, message: expect.stringContaining('in who') },
      { verdict: 'pass', at: { file: 'shop/login.py', line: 9 } },
    ],
  ],
  [
    'two files of that name',
    {
      ...server(
        'import a.keys\nimport b.keys\nfrom keys import keys\n\n@app.get("/")\nasync def read():\n    return await keys()\n',
      ),
      'a/keys.py': 'import time\n\nasync def keys():\n    time.sleep(1)\n',
      'b/keys.py': 'import time\n\nasync def keys():\n    time.sleep(1)\n',
      Dockerfile: 'FROM python:3.13\nCOPY . .\nCMD ["python", "app.py"]\n',
    },
    [{ verdict: 'pass' }, { verdict: 'pass' }],
  ],
  [
    'before it serves',
    server('@app.on_event("startup")\nasync def warm():\n    time.sleep(1)\n'),
    [{ verdict: 'pass' }],
  ],
  [
    'a link is made without asking anybody',
    server('@app.get("/")\nasync def read():\n    return boto3.client("s3").generate_presigned_url("get_object")\n'),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'one invocation at a time',
    functionFiles(
      'import asyncio\nimport time\n\nasync def main():\n    time.sleep(1)\n\ndef handler(event, context):\n    asyncio.run(main())\n',
    ),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'what is awaited is something else',
    server('@app.get("/")\nasync def read():\n    return await table.get_item(Key={"a": 1})\n'),
    [{ verdict: 'pass' }],
  ],
  [
    'a lambda for an executor',
    server(
      '@app.get("/")\nasync def read(loop):\n    return await loop.run_in_executor(None, lambda: table.get_item(Key={"a": 1}))\n',
    ),
    [{ verdict: 'pass' }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
