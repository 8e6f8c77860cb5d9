// The contract of the commands: road, by how work reaches a service and where it runs.
import { expect, test } from 'vitest';
import type { Files } from '../judge-files.ts';
import { placedService, said, server } from '../placed-service.ts';

const program: Files = {
  Dockerfile: 'FROM python:3.13-slim\nCOPY . .\nCMD ["python", "run.py"]\n',
  'run.py': 'import boto3\n\nboto3.client("sqs").list_queues()\n',
  'requirements.txt': 'boto3==1.40.0\n',
};

test.for<[string, Files, string, string | undefined]>([
  ['answers requests', server, 'not-applicable', 'not-applicable'],
  ['hands work to a queue', { ...server, 'app.py': `import celery\n${server['app.py']}` }, 'partly', 'met'],
  [
    'starts work by the clock',
    { ...server, 'app.py': `import schedule\n${server['app.py']}` },
    'not-reached',
    'missing',
  ],
  ['takes no requests', program, 'partly', 'missing'],
])('the third rung of a container that %s', async ([, files, state, onDemand]) => {
  const service = await placedService(files);
  expect([service.rungs[2]?.state, said(service, 'on-demand')]).toEqual([state, onDemand]);
});

test('a folder of tests that bears the name of a library does not hide it', async () => {
  const files = { ...server, 'app.py': `import celery\n${server['app.py']}`, 'tests/celery/test_a.py': '' };
  expect(said(await placedService(files), 'on-demand')).toBe('met');
});

test('a module of a package that bears the name of a library does not hide it', async () => {
  const files = {
    ...server,
    'app.py': `import celery\n${server['app.py']}`,
    'shop/__init__.py': '',
    'shop/celery.py': '',
  };
  expect(said(await placedService(files), 'on-demand')).toBe('met');
});

test('what stands beside a project counts, unless the folder around both holds many', async () => {
  const stack = (name: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  ${name}:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.13, Handler: app.handler, CodeUri: src }
`;
  const board = 'Resources:\n  Board: { Type: AWS::CloudWatch::Dashboard, Properties: { DashboardBody: one } }\n';
  const files = {
    'group/one/template.yaml': stack('One'),
    'group/one/src/app.py': 'def handler(event, context):\n    return event\n',
    'group/boards/template.yaml': board,
  };
  expect(said(await placedService(files), 'dashboards')).not.toBe('missing');
  const many = {
    ...files,
    'group/two/template.yaml': stack('Two'),
    'group/two/src/app.py': files['group/one/src/app.py'],
  };
  expect(said(await placedService(many), 'dashboards')).toBe('missing');
});

test('applications that Django loads by the names in its settings are code of the service, hidden folders are not', async () => {
  const files = {
    Dockerfile: 'FROM python:3.13-slim\nCOPY . .\nCMD ["gunicorn", "shop.wsgi:application"]\n',
    'shop/__init__.py': '',
    'shop/wsgi.py': 'from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n',
    'orders/__init__.py': '',
    'orders/models.py': 'from django.db import models\n\nkey = models.CharField("idempotency_key")\n',
    '.tools/check.py': 'import celery\n',
    'requirements.txt': 'django==5.2\n',
  };
  const service = await placedService(files);
  expect([said(service, 'database'), service.rungs[2]?.state]).toEqual(['missing', 'not-applicable']);
});

test('whichever of the platforms near it runs a container, it does so when there is work', async () => {
  const app = `param image string
resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'web'
  location: 'westeurope'
  properties: { template: { containers: [ { image: image, name: 'web' } ] } }
}
`;
  const other = { 'worker/Dockerfile': server.Dockerfile, 'worker/app.py': server['app.py'] };
  const files = {
    'infra/app.bicep': app,
    'web/Dockerfile': server.Dockerfile,
    'web/app.py': server['app.py'],
    ...other,
  };
  expect(said(await placedService(files), 'on-demand')).toBe('met');
});

test('an image beside what runs containers is taken for one of them', async () => {
  const stack = `Resources:
  Definition:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: arn:aws:iam::123456789012:role/task
      ContainerDefinitions: [{ Name: main, Image: !Ref Image }]
Parameters:
  Image: { Type: String }
`;
  const other = { 'worker/Dockerfile': server.Dockerfile, 'worker/app.py': server['app.py'] };
  const files = {
    'infra/ecs.yaml': stack,
    'web/Dockerfile': server.Dockerfile,
    'web/app.py': server['app.py'],
    ...other,
  };
  const service = await placedService(files);
  const [compute, identity] = ['compute', 'identity'].map((id) =>
    service.rungs[0]?.requirements.find((one) => one.id === id),
  );
  expect([compute?.state, compute?.evidence[0]?.how]).toEqual(['met', 'guessed']);
  expect([identity?.state, identity?.evidence[0]?.how]).toEqual(['met', 'guessed']);
});

test.for<[string, string, string]>([
  ['by the default of its client', 'openai.OpenAI()', 'missing'],
  ['as long as it says', 'openai.OpenAI(timeout=20)', 'met'],
])('an answer of a model is waited for %s', async ([, client, state]) => {
  const files = { ...server, 'app.py': `import openai\nimport celery\n${server['app.py']}\nclient = ${client}\n` };
  expect(said(await placedService(files), 'waiting')).toBe(state);
});

test('what the nearest README tells people to run says where a service runs, and is no pipeline', async () => {
  const service = await placedService({ ...server, 'README.md': '# Web\n\n    gcloud run deploy web --source .\n' });
  expect(['cloud', 'compute', 'on-demand', 'shipped'].map((id) => said(service, id))).toEqual([
    'met',
    'met',
    'met',
    'missing',
  ]);
});

test('requests to a function of Azure end by themselves, what a timer starts does not', async () => {
  const files = (decorator: string): Files => ({
    'host.json': '{ "version": "2.0" }',
    'function_app.py': `import azure.functions as func\n\napp = func.FunctionApp()\n\n@app.${decorator}\ndef run(it):\n    pass\n`,
    'requirements.txt': 'azure-functions\n',
  });
  expect(said(await placedService(files('route(route="run")')), 'timeout')).toBe('not-applicable');
  expect(said(await placedService(files('timer_trigger(schedule="0 * * * * *", arg_name="it")')), 'timeout')).toBe(
    'missing',
  );
});

test('a name that is no regular expression, and one that is short', async () => {
  const files = (name: string): Files => ({
    'serverless.yml': `service: a\nprovider: { name: aws, runtime: python3.13 }\nfunctions:\n  ${JSON.stringify(name)}: { handler: app.run }\nOutputs: { A: f }\n`,
    'app.py': 'def run(event, context):\n    return event\n',
  });
  expect(said(await placedService(files('hello(v1')), 'started-by')).toBe('missing');
  expect(said(await placedService(files('f')), 'started-by')).toBe('missing');
});

test.for<[string, Files, string]>([
  [
    'decrypted',
    { 'app.py': `import boto3\nboto3.client('ssm').get_parameter(Name='a', WithDecryption=True)\n` },
    'met',
  ],
  [
    'as it is',
    { 'app.py': `import boto3\nboto3.client('ssm').get_parameter(Name='a', WithDecryption=False)\n` },
    'not-applicable',
  ],
])('a parameter that is read %s', async ([, files, state]) => {
  expect(said(await placedService({ ...server, ...files }), 'secrets')).toBe(state);
});

test.for<[string, string, string]>([
  ['applies it with the values of a test', 'terraform apply -auto-approve -var-file test.tfvars', 'met'],
  ['plans it', 'terraform plan -var-file prod.tfvars', 'missing'],
])('a pipeline beside an image that %s', async ([, command, state]) => {
  const workflow = `on: push\njobs:\n  ship:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${command}\n`;
  const service = await placedService({ ...server, '.github/workflows/a.yml': workflow });
  expect(said(service, 'infrastructure')).toBe(state);
});

test('blank lines without end are read in no time', async () => {
  const blank = '\n'.repeat(80_000);
  const files = { ...server, 'dashboards/a.json': blank, 'compose.yml': `services:\n  web:\n    build: .\n${blank}` };
  const start = performance.now();
  await placedService(files);
  expect(performance.now() - start).toBeLessThan(3000);
});

const rules = (verbs: string): string => `
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: web }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: reader }
rules:
  - { apiGroups: [""], resources: [pods], verbs: ${verbs} }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader }
subjects: [{ kind: ServiceAccount, name: web, namespace: default }]
`;

test.for<[string, string, string]>([
  ['what it names', rules('[get, list]'), 'met'],
  ['everything', rules("['*']"), 'missing'],
  [
    'what administrators do',
    rules('[get]').replace('name: reader }\nsubjects', 'name: cluster-admin }\nsubjects'),
    'missing',
  ],
  ['what is said elsewhere', rules('[get]').replace('name: reader }\nsubjects', 'name: other }\nsubjects'), 'unknown'],
])('an account of Kubernetes that may do %s', async ([, more, state]) => {
  const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    spec:
      serviceAccountName: web
      containers: [{ name: web, image: web }]
`;
  const service = await placedService({
    'web/Dockerfile': server.Dockerfile,
    'web/app.py': server['app.py'],
    'k8s/web.yaml': deployment + more,
  });
  expect(said(service, 'rights')).toBe(state);
});

const shipping = (environment: string): string =>
  `on: push\njobs:\n  ship:\n    runs-on: ubuntu-latest\n    environment: ${environment}\n    steps:\n      - run: az webapp deploy --name web --src-path a.zip\n`;

test.for<[string, Files, string]>([
  ['production alone', { '.github/workflows/a.yml': shipping('Production') }, 'missing'],
  ['staging', { '.github/workflows/a.yml': shipping('staging') }, 'met'],
  [
    'what it is told, with the secrets of production',
    { '.github/workflows/a.yml': shipping('production').replace('--name web', '--name $ENV_NAME') },
    'met',
  ],
  [
    'production, with settings for staging',
    {
      '.github/workflows/a.yml': shipping('Production'),
      'k8s/overlays/staging/kustomization.yaml': 'resources: [../../base]\n',
    },
    'met',
  ],
])('what is deployed to %s', async ([, files, state]) => {
  expect(said(await placedService({ ...server, ...files }), 'test-environment')).toBe(state);
});
