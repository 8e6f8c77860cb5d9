import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';

const id = 'development-server';

const image = (cmd: string, app = 'print()\n', dockerfile = 'Dockerfile'): Files => ({
  'app.py': app,
  [dockerfile]: `FROM python:3.13\nCOPY . .\nCMD ${cmd}\n`,
});

test.for<[title: string, files: Files, expected: object]>([
  [
    'a debugger',
    image(
      '["python", "-u", "./app.py"]',
      'from flask import Flask\napp = Flask("a")\napp.run("0.0.0.0", debug=True)\n',
    ),
    {
      verdict: 'fail',
      severity: 'risk',
      at: { file: 'app.py', line: 3 },
      message: expect.stringContaining('debugger'),
    },
  ],
  [
    'a script of another name',
    image('["python", "serve.py"]', 'from flask import Flask\napp = Flask("a")\napp.run()\n'),
    { verdict: 'pass' },
  ],
  [
    'uvicorn that reloads, from the code',
    image(
      '["python", "app.py"]',
      'import uvicorn\nif __name__ == "__main__":\n    uvicorn.run("app:app", reload=True)\n',
    ),
    { verdict: 'fail', at: { file: 'app.py', line: 3 } },
  ],
  [
    'flask run in a shell',
    image('export FLASK_APP=app && flask run --host 0.0.0.0'),
    { verdict: 'fail', at: { line: 3 } },
  ],
  ['fastapi dev', image('["fastapi", "dev", "app.py"]'), { verdict: 'fail' }],
  ['fastapi run', image('["fastapi", "run", "app.py"]'), { verdict: 'pass' }],
  ['an image for development', image('flask run', 'print()\n', 'Dockerfile.dev'), { verdict: 'unknown' }],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject([expected]);
});

test('a definition that starts it otherwise', async () => {
  const files = {
    ...image('flask run'),
    'k8s.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec:\n      containers:\n        - { name: web, image: web, command: [gunicorn, "app:app"] }\n',
    'skaffold.yaml':
      'apiVersion: skaffold/v4beta11\nkind: Config\nbuild: { artifacts: [{ image: web }] }\nmanifests: { rawYaml: [k8s.yaml] }\n',
  };
  expect(await findingsOn(id, files)).toMatchObject([{ verdict: 'unknown', reason: 'conflicting-evidence' }]);
});
