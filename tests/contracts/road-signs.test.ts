// The contract of the commands: road, by what shows some of a rung.
import { expect, test } from 'vitest';
import type { Files } from '../judge-files.ts';
import { placedService, said, server } from '../placed-service.ts';

const queued: Files = {
  'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      CodeUri: src
      Timeout: 20
      MemorySize: 256
`,
  'src/app.py': 'def handler(event, context):\n    return event\n',
};

const site = `resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: 'web'
  location: 'westeurope'
  kind: 'app,linux'
  identity: { type: 'SystemAssigned' }
  properties: { siteConfig: { linuxFxVersion: 'PYTHON|3.13' } }
}
`;

const onAzure: Files = {
  'main.bicep': site,
  'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
  'requirements.txt': 'flask==3.0.0\n',
};

const cloudRun: Files = {
  'main.tf': `resource "google_cloud_run_v2_service" "web" {
  name = "web"
  template {
    timeout = "30s"
    containers {
      image = "web"
      resources { limits = { memory = "512Mi" } }
    }
  }
}
`,
  ...server,
  'cloudbuild.yaml': 'steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, web, .]\n',
};

function workflow(...lines: readonly string[]): string {
  return ['on: push', 'jobs:', '  ship:', '    runs-on: ubuntu-latest', ...lines, ''].join('\n');
}

test.for<[string, Files, string, string, string]>([
  ['nothing', {}, 'telling', 'missing', 'not-reached'],
  ['a tracker of errors', { 'app.py': `import sentry_sdk\n${server['app.py']}` }, 'telling', 'met', 'partly'],
  ['a tracer', { 'app.py': `from aiozipkin import create\n${server['app.py']}` }, 'telling', 'met', 'partly'],
  ['metrics of a plug-in', { 'app.py': `${server['app.py']}stats.count('start')\n` }, 'metrics', 'met', 'partly'],
  ['a library for OIDC', { 'app.py': `import authlib\n${server['app.py']}` }, 'sign-in', 'met', 'not-reached'],
  [
    'a token that may only read',
    { '.github/workflows/a.yml': `permissions: read-all\n${workflow('    steps:', '      - run: docker build .')}` },
    'pipeline-rights',
    'met',
    'not-reached',
  ],
  [
    'a secret that the platform makes',
    { 'app.json': '{ "env": { "SECRET_KEY": { "generator": "secret" } } }' },
    'secrets',
    'met',
    'partly',
  ],
])(
  'the fifth rung is partly reached by one thing that it asks for, not by a sign: %s',
  async ([, files, id, state, rung]) => {
    const service = await placedService({ ...server, ...files });
    expect(said(service, id)).toBe(state);
    expect(service.rungs[4]?.state).toBe(rung);
  },
);

test('a token of a pipeline that may write is an improvement, not what the rung lacks', async () => {
  const service = await placedService({
    ...server,
    '.github/workflows/a.yml': workflow('    steps:', '      - run: docker build .'),
  });
  const rung = service.rungs[4];
  expect(rung?.improvements.map(({ check }) => check)).toEqual(['workflow-permissions-broad']);
  expect(rung?.missing.map(({ what }) => what)).not.toContain('A least-privilege pipeline');
});

test.for<[string, Files, string]>([
  ['a makefile that tests', { Makefile: 'test:\n\tpytest\n' }, 'met'],
  ['a makefile over folders', { Makefile: 'all-%:\n\t$(MAKE) -C $*\n' }, 'met'],
  ['a makefile that cleans', { Makefile: 'clean:\n\trm -r build\n' }, 'missing'],
  ['the CI of Heroku', { 'app.json': '{ "environments": { "test": { "scripts": { "test": "pytest" } } } }' }, 'met'],
  ['a system that is not read', { '.circleci/config.yml': 'version: 2.1\n' }, 'met'],
  [
    'a build among the tests',
    { 'test/try.cloudbuild.yaml': 'steps:\n  - name: gcr.io/cloud-builders/gcloud\n    args: [run, deploy, web]\n' },
    'met',
  ],
])('what checks or ships it by one command: %s', async ([, files, state]) => {
  const service = await placedService({ ...server, ...files });
  expect(said(service, 'automation')).toBe(state);
  expect(service.rungs[3]?.state).toBe(state === 'met' ? 'partly' : 'not-reached');
});

test('a platform that a pipeline hands the code to is what runs it', async () => {
  const deploy = { '.github/workflows/deploy.yml': workflow('    steps:', '      - run: uv run fastapi deploy') };
  expect(said(await placedService({ ...server, ...deploy }), 'compute')).toBe('met');
  expect(said(await placedService(server), 'compute')).toBe('missing');
});

test.for<[string, string, string]>([
  [
    'uv run fastapi deploy',
    'missing',
    'Keep its platform, or define it in infrastructure code of AWS, Azure or Google Cloud.',
  ],
  [
    'gcloud run deploy web --source .',
    'met',
    'Give it an identity of its own, with the least privilege that it needs.',
  ],
])('the cloud of what `%s` hands code to, and the next step', async ([command, state, step]) => {
  const deploy = { '.github/workflows/deploy.yml': workflow('    steps:', `      - run: ${command}`) };
  const service = await placedService({ ...server, ...deploy });
  expect([said(service, 'cloud'), service.next?.text]).toEqual([state, step]);
});

test.for<[string, string, string, string]>([
  ['an identity', site, 'met', 'met'],
  ['none', site.replace('SystemAssigned', 'None'), 'met', 'missing'],
])('a web application of Azure has an address; with %s', async ([, template, network, identity]) => {
  const service = await placedService({ ...onAzure, 'main.bicep': template });
  expect([said(service, 'network'), said(service, 'identity')]).toEqual([network, identity]);
});

test('what a template looks up on a condition may not be there', async () => {
  const key = (condition: string): Files => ({
    ...onAzure,
    'main.bicep': `param vault string = ''\n${site}resource kept 'Microsoft.KeyVault/vaults@2023-07-01' existing = ${condition}{\n  name: vault\n}\n`,
  });
  expect(said(await placedService(key('')), 'secrets')).toBe('met');
  expect(said(await placedService(key('if (!empty(vault)) ')), 'secrets')).toBe('not-applicable');
});

test.for<[string, string, string, string]>([
  ['nothing more', '', 'met', 'missing'],
  ['a role of elsewhere', '      Role: arn:aws:iam::123456789012:role/other\n', 'missing', 'missing'],
  [
    'a role that may write logs',
    `      Role: !GetAtt Role.Arn
  Role:
    Type: AWS::IAM::Role
    Properties: { ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole] }
`,
    'met',
    'missing',
  ],
  ['tracing', '      Tracing: Active\n', 'met', 'missing'],
  ['a schedule', '      Events: { Tick: { Type: Schedule, Properties: { Schedule: rate(1 day) } } }\n', 'met', 'met'],
  [
    'a parameter that hands its name on',
    '  Name: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: !Ref Orders } }\n',
    'met',
    'met',
  ],
  ['an output that hands it to other stacks', 'Outputs:\n  Arn: { Value: !GetAtt Orders.Arn }\n', 'met', 'unknown'],
  [
    'an alarm that names it',
    '  Errors: { Type: AWS::CloudWatch::Alarm, Properties: { Dimensions: [{ Name: FunctionName, Value: !Ref Orders }] } }\n',
    'met',
    'missing',
  ],
])('a function with %s', async ([, more, logs, started]) => {
  const service = await placedService({ ...queued, 'template.yaml': (queued['template.yaml'] as string) + more });
  expect([said(service, 'logs'), said(service, 'started-by')]).toEqual([logs, started]);
});

test('code that is not here leaves open what it does', async () => {
  const template = (queued['template.yaml'] as string).replace('CodeUri: src', 'CodeUri: s3://bucket/key.zip');
  expect(said(await placedService({ 'template.yaml': template, 'src/app.py': '' }), 'waiting')).toBe('unknown');
});

test.for<[string, Files, string, string]>([
  ['nothing that bounds requests', {}, 'missing', 'not-applicable'],
  [
    'a number of instances',
    {
      'main.tf': (cloudRun['main.tf'] as string).replace(
        '    timeout',
        '    scaling { max_instance_count = 3 }\n    timeout',
      ),
    },
    'met',
    'not-applicable',
  ],
  [
    'a size of requests',
    { 'app.py': `${server['app.py']}app.config['MAX_CONTENT_LENGTH'] = 9\n` },
    'met',
    'not-applicable',
  ],
  ['a database that it asks once', { 'app.py': `import psycopg\n${server['app.py']}` }, 'missing', 'missing'],
  ['one that it asks again', { 'app.py': `import psycopg\nimport tenacity\n${server['app.py']}` }, 'missing', 'met'],
])('a container that is started for requests, with %s', async ([, files, requests, retries]) => {
  const service = await placedService({ ...cloudRun, ...files });
  expect(service.id).toBe('main.tf#web');
  expect([said(service, 'requests'), said(service, 'retries')]).toEqual([requests, retries]);
});
