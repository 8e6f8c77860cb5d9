import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workspaceOf } from '../../../../tests/join-services.ts';
import { discoverUnits } from '../discover.ts';

/** Files of every kind that is read for units, each good on its own. */
const good: Readonly<Record<string, string>> = {
  Procfile: 'web: gunicorn main:app\n',
  'app.yaml': 'runtime: python312\nentrypoint: gunicorn main:app\n',
  'apprunner.yaml': 'runtime: python311\nrun: { command: python main.py }\n',
  'azure.yaml': 'services: { api: { project: ., language: py, host: function } }\n',
  'compose.yml': 'services:\n  web: &a { build: ., command: [python, main.py] }\n  b: *a\n',
  'cloudbuild.yaml': 'steps: [{ name: gcr.io/cloud-builders/docker, args: [build, -t, "x/$A", .] }]\n',
  'deploy.sh': 'docker build -t acme/api . && gcloud run deploy api --image acme/api\n',
  'function_app.py': 'import azure.functions as f\n@app.route()\ndef a(r): ...\n',
  'host.json': '{}',
  'Get/function.json': '{ "bindings": [{ "type": "httpTrigger" }] }',
  'job.yml':
    '$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\ncode: .\ncommand: python main.py\n',
  'k8s.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { template: { spec: { containers: [{ image: acme/api }] } } }\n',
  'main.py': 'import functions_framework\n@functions_framework.http\ndef f(r): ...\n',
  'skaffold.yaml': 'build: { artifacts: [{ image: acme/api, context: . }] }\n',
  Dockerfile: 'FROM python:3.12\nCMD ["sh", "deploy.sh"]\n',
};

const names = Object.keys(good);

test('cut and changed files never throw, and units have ids of their own', async () => {
  const change = fc.record({
    name: fc.constantFrom(...names),
    at: fc.nat(200),
    text: fc.string({ maxLength: 12, unit: 'binary' }),
    cut: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 6 }), async (changes) => {
      const files = { ...good };
      for (const { name, at, text, cut } of changes) {
        const old = files[name] ?? '';
        files[name] = `${old.slice(0, at)}${text}${cut ? '' : old.slice(at)}`;
      }
      const ids = (await discoverUnits(await workspaceOf(files))).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 150 },
  );
});

test.for<[string, Record<string, string>]>([
  ['deep nesting', { 'compose.yml': `services: ${'{a: '.repeat(5000)}`, 'azure.yaml': '['.repeat(20_000) }],
  [
    'an alias bomb',
    {
      'compose.yml': `a: &a [x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [*${at === 0 ? 'a' : `b${at - 1}`}, *${at === 0 ? 'a' : `b${at - 1}`}]\n`).join('')}services: { a: { build: ., command: *b29 } }\n`,
      Dockerfile: 'FROM python:3\n',
    },
  ],
  [
    'a long script',
    { Dockerfile: 'FROM python:3\nCMD ["./a.sh"]\n', 'a.sh': 'docker build -t a/b .; '.repeat(20_000) },
  ],
  [
    'paths that lead out',
    {
      'compose.yml': 'services: { a: { build: ../../.. }, b: { build: { context: /etc, dockerfile: ../x } } }\n',
      'azure.yaml': 'services: { a: { project: ../.., language: py, host: function } }\n',
    },
  ],
  [
    'names of objects',
    {
      'compose.yml': 'services: { __proto__: { build: . }, constructor: { image: toString } }\n',
      Procfile: 'constructor: toString\n',
    },
  ],
])('%s', async ([, files]) => {
  const started = performance.now();
  await discoverUnits(await workspaceOf(files));
  expect(performance.now() - started).toBeLessThan(3000);
});
