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
