import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { imageFiles } from '../examples.ts';

const id = 'error-answered-as-success';

const fastapi = (...lines: string[]): Files =>
  imageFiles('python:3.13-slim', ['RUN pip install fastapi uvicorn'], {
    'app.py': `import logging\nimport uvicorn\nfrom fastapi import FastAPI, Response\n\napp = FastAPI()\n\n${lines.join('\n')}\n\nuvicorn.run(app)\n`,
  });
const chat = (path: string, ...lines: string[]): Files =>
  fastapi(
    `@app.post("${path}")`,
    'async def chat(question: str, response: Response):',
    '    try:',
    '        return await answer(question)',
    '    except Exception as e:',
    ...lines.map((line) => `        ${line}`),
  );

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'in one of several branches',
    chat(
      '/chat',
      'if known(e):',
      '    return KNOWN',
      'else:',
      '    logging.exception(e)',
      '    return {"error": str(e)}',
    ),
    [
      {
        verdict: 'fail',
        severity: 'risk',
        at: { file: 'app.py', line: 11 },
        message: expect.stringContaining('/chat'),
      },
    ],
  ],
  ['as a text', chat('/chat', 'return f"no answer: {e}"'), [{ verdict: 'fail' }]],
  ['its status is set', chat('/chat', 'response.status_code = 500', 'return {"error": str(e)}'), [{ verdict: 'pass' }]],
  ['another answer without a word of an error', chat('/chat', 'return {"answer": None}'), [{ verdict: 'pass' }]],
  [
    'what a function makes may have a status',
    chat('/chat', 'return failure({"error": str(e)})'),
    [{ verdict: 'pass' }],
  ],
  ['a caller that wants 200', chat('/slack/events', 'return {"error": str(e)}'), [{ verdict: 'pass' }]],
  [
    'a tool that is no route',
    fastapi(
      'def search(q):',
      '    try:',
      '        return find(q)',
      '    except Exception as e:',
      '        return str(e)',
    ),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'an error that is foreseen',
    fastapi(
      '@app.get("/n")',
      'def n(q):',
      '    try:',
      '        return find(q)',
      '    except KeyError as e:',
      '        return str(e)',
    ),
    [{ verdict: 'not-applicable' }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
