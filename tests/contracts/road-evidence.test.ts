// The contract of the commands: road, by what shows that a service has what the upper rungs ask for.
import { expect, test } from 'vitest';
import type { Files } from '../judge-files.ts';
import { placedService, requirement, said, server } from '../placed-service.ts';

const orders = (more: string): Files => ({
  'app/template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.13, Handler: app.handler, CodeUri: src }
${more}`,
  'app/src/app.py': 'def handler(event, context):\n    return event\n',
});

const alarm = (properties: string): string =>
  `  Failing: { Type: AWS::CloudWatch::Alarm, Properties: { ${properties} } }\n`;

const dimension = (name: string, value: string): string =>
  alarm(`Dimensions: [{ Name: ${name}, Value: !Ref ${value} }]`);

const other = '  Other: { Type: AWS::SageMaker::Endpoint, Properties: { EndpointName: other } }\n';

test.for<[string, Files, string]>([
  ['names it', orders(dimension('FunctionName', 'Orders')), 'met'],
  ['is of its stack and names what users call', orders(dimension('ApiId', 'ServerlessRestApi')), 'met'],
  ['scales something', orders(other + alarm('AlarmActions: [!Ref ScalingPolicy], MetricName: HasBacklog')), 'missing'],
  [
    'is about another function of its stack',
    orders(
      `  Bills: { Type: AWS::Serverless::Function, Properties: { Runtime: python3.13, Handler: app.handler, CodeUri: src } }\n${dimension('FunctionName', 'Bills')}`,
    ),
    'missing',
  ],
  [
    'is about the same id of another stack',
    { ...orders(''), 'bills/template.yaml': `Resources:\n${dimension('FunctionName', 'Orders')}` },
    'missing',
  ],
])('an alarm that %s', async ([, files, state]) => {
  expect(said(await placedService(files, 'app/template.yaml#Orders'), 'alerts')).toBe(state);
});

const deployment = (more = ''): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: contacts }
spec:
  template:
    spec:
      containers:
        - name: contacts
          image: contacts
${more}`;

const inCluster: Files = {
  'src/contacts/Dockerfile': server.Dockerfile,
  'src/contacts/app.py': server['app.py'],
  'src/contacts/k8s.yaml': deployment(),
};
const contacts = 'src/contacts/k8s.yaml#contacts';

const rules = (job: string): Files => ({
  'extras/prometheus/rules.yaml': `groups:\n  - name: up\n    rules:\n    - alert: Any\n      expr: up == 0\n    - alert: Down\n      expr: probe_success{job="${job}"} == 0\n`,
});

test.for<[string, Files, string, number | undefined]>([
  ['an expression that names it', rules('contacts'), 'met', 6],
  ['an expression that names another', rules('contacts-db'), 'missing', 3],
])('rules of Prometheus with %s', async ([, files, state, line]) => {
  const service = await placedService({ ...inCluster, ...files }, contacts);
  expect(requirement(service, 'alerts')).toMatchObject({ state, evidence: [{ line }] });
});

test('where alarms go is no alarm', async () => {
  const route = 'apiVersion: monitoring.coreos.com/v1alpha1\nkind: AlertmanagerConfig\nmetadata: { name: contacts }\n';
  expect(said(await placedService({ ...inCluster, 'route.yaml': route }, contacts), 'alerts')).toBe('missing');
});

test.for<[string, Files, string]>([
  ['names it', { 'extras/dashboard.json': '{ "widgets": [], "filter": "contacts" }' }, 'met'],
  ['names nothing', { 'extras/dashboard.json': '{ "widgets": [] }' }, 'unknown'],
  ['stands beside it', { 'monitoring/dashboard.json': '{ "panels": [] }' }, 'met'],
  ['is something else', { 'extras/dashboard.json': '{ "title": "Dashboard" }' }, 'missing'],
])('a dashboard in a file that %s', async ([, files, state]) => {
  expect(said(await placedService({ ...inCluster, ...files }, contacts), 'dashboards')).toBe(state);
});

const config = (data: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: db }\ndata: { ${data} }\n`;
const fromMap = '          envFrom: [{ configMapRef: { name: db } }]\n';
const password = 'POSTGRES_PASSWORD: accounts-pwd';

test.for<[string, string, string, string]>([
  ['in a ConfigMap', fromMap, config(password), 'missing'],
  ['in an address', fromMap, config('DB_URI: "postgresql://a:accounts-pwd@db/accounts"'), 'missing'],
  [
    'under a key of a ConfigMap',
    '          env: [{ name: POSTGRES_PASSWORD, valueFrom: { configMapKeyRef: { name: db, key: POSTGRES_PASSWORD } } }]\n',
    config(password),
    'missing',
  ],
  ['nowhere', fromMap, config('PORT: "80"'), 'not-applicable'],
  ['in a Secret', '          envFrom: [{ secretRef: { name: db } }]\n', config('PORT: "80"'), 'met'],
  [
    'under a key of a Secret',
    '          env: [{ name: API_KEY, valueFrom: { secretKeyRef: { name: db, key: key } } }]\n',
    config('PORT: "80"'),
    'met',
  ],
])('a secret of a workload that stands %s', async ([, container, map, state]) => {
  const files = { ...inCluster, 'src/contacts/k8s.yaml': deployment(container), 'src/db/config.yaml': map };
  expect(said(await placedService(files, contacts), 'secrets')).toBe(state);
});

const composed = (more: string): Files => ({
  'compose.yml': `services:\n  web:\n    build: web\n${more}`,
  'web/Dockerfile': server.Dockerfile,
  'web/app.py': server['app.py'],
});
const token = 'k7Vq29xLwPz41mRtYb';

test.for<[string, Files, string]>([
  ['environment', composed('    environment: { SECRET_KEY: "${SECRET_KEY?unset}" }\n'), 'missing'],
  ['env_file', { ...composed('    env_file: web.env\n'), 'web.env': `AUTH_TOKEN=${token}\n` }, 'missing'],
  ['a file that another part reads', { ...composed(''), '.env': `AUTH_TOKEN=${token}\n` }, 'not-applicable'],
])('a secret of a service of compose by %s', async ([, files, state]) => {
  expect(said(await placedService(files, 'compose.yml#web'), 'secrets')).toBe(state);
});

test.for<[string, string, string]>([
  ['nothing', '', 'not-applicable'],
  ['a parameter', "import boto3\nboto3.client('ssm').get_parameter(Name='stage')\n", 'not-applicable'],
  [
    'an encrypted parameter',
    "import boto3\nboto3.client('ssm').get_parameter(Name='key', WithDecryption=True)\n",
    'met',
  ],
  ['a key in its settings', '\n\nclass Settings:\n    SECRET_KEY: str\n', 'unknown'],
  ['a database, with a password that nothing names', 'import psycopg\n', 'unknown'],
])('code that asks for %s', async ([, code, state]) => {
  const files = { ...server, 'app.py': code + server['app.py'] };
  expect(said(await placedService(files), 'secrets')).toBe(state);
});

test('a parameter that is not encrypted keeps no secret', async () => {
  const parameter = (type: string): Files =>
    orders(`  Kept: { Type: AWS::SSM::Parameter, Properties: { Type: ${type}, Value: a } }\n`);
  expect(said(await placedService(parameter('String')), 'secrets')).toBe('not-applicable');
  expect(said(await placedService(parameter('SecureString')), 'secrets')).toBe('unknown');
});

test.for<[string, string, string]>([
  ['nothing that is known', '', 'unknown'],
  [
    'a scheme of FastAPI',
    'from fastapi.security import OAuth2PasswordBearer\n\noauth = OAuth2PasswordBearer("t")\n',
    'met',
  ],
  ['a route', "\n\n@app.route('/login')\ndef login():\n    return ''\n", 'met'],
])('sign-in by %s', async ([, code, state]) => {
  const service = await placedService({ ...server, 'app.py': server['app.py'] + code });
  expect(said(service, 'sign-in')).toBe(state);
});

const workflow = (name: string, ...steps: readonly string[]): Files => ({
  [`.github/workflows/${name}.yml`]: `on: push\njobs:\n  stage-assets:\n    runs-on: ubuntu-latest\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`,
});

test.for<[string, Files, string, string]>([
  ['copies data', workflow('a', 'run: aws s3 sync datasets s3://bucket/'), 'missing', 'missing'],
  ['copies the code', workflow('a', 'run: aws s3 sync app s3://bucket/'), 'met', 'missing'],
  ['calls a function', workflow('a', 'uses: gagoar/invoke-aws-lambda@v3'), 'missing', 'missing'],
  ['formats', workflow('a', 'run: terraform fmt'), 'missing', 'missing'],
  [
    'takes things down',
    workflow('cleanup', 'run: sam deploy -t app/template.yaml --stack-name $NAME'),
    'missing',
    'missing',
  ],
  ['deploys', workflow('a', 'run: sam deploy -t app/template.yaml --stack-name orders'), 'met', 'missing'],
  ['deploys to a stage', workflow('a', 'run: sam deploy -t app/template.yaml --config-env staging'), 'met', 'met'],
])('a pipeline that %s', async ([, files, shipped, environment]) => {
  const service = await placedService({ ...orders(''), 'datasets/a.csv': '', ...files }, 'app/template.yaml#Orders');
  expect([said(service, 'shipped'), said(service, 'test-environment')]).toEqual([shipped, environment]);
});

test('a pipeline that stands elsewhere may deploy it', async () => {
  const declared = 'Resources:\n  Ship: { Type: AWS::CodePipeline::Pipeline, Properties: {} }\n';
  const service = await placedService({ ...composed(''), 'aws/ship.yaml': declared }, 'compose.yml#web');
  expect([said(service, 'shipped'), said(service, 'test-environment')]).toEqual(['unknown', 'unknown']);
});

test('a formatter provisions nothing', async () => {
  const hooks =
    'repos:\n  - repo: local\n    hooks:\n      - { id: terraform-fmt, name: a, entry: terraform fmt, language: system }\n';
  expect(said(await placedService({ ...server, '.pre-commit-config.yaml': hooks }), 'infrastructure')).toBe('missing');
});

test('what Cloud Deploy releases goes to its targets', async () => {
  const target = (name: string): string => `resource "google_clouddeploy_target" "${name}" {\n  name = "${name}"\n}\n`;
  const files = {
    ...inCluster,
    'src/contacts/cloudbuild.yaml':
      'steps:\n  - name: gcr.io/google.com/cloudsdktool/cloud-sdk\n    entrypoint: gcloud\n    args: [deploy, releases, create, r1, --delivery-pipeline=all]\n',
  };
  const placed = async (name: string): Promise<string | undefined> =>
    said(await placedService({ ...files, 'pipes/main.tf': target(name) }, contacts), 'test-environment');
  expect([await placed('staging'), await placed('production')]).toEqual(['met', 'missing']);
});

test('a step names a check that failed here, and the place of the edit', async () => {
  const python = "import logging\n\nlogging.basicConfig()\n\n\ndef handler(event, context):\n    logging.info('a')\n";
  const { rungs } = await placedService({ ...orders(''), 'app/src/app.py': python });
  const lacks = rungs.flatMap(({ missing }) => missing);
  const of = (what: string): object | undefined => lacks.find((one) => one.what === what);
  expect(of('Structured logs')).toMatchObject({ check: null, at: { file: 'app/src/app.py', line: 3 } });
  expect(of('Custom metrics')).toMatchObject({ check: null, at: { file: 'app/src/app.py', line: 6 } });
});

test.for<[string, string | null, string]>([
  ['nothing ships it', null, 'not-applicable'],
  ['a platform is handed it by another pipeline', 'uv run fastapi deploy', 'unknown'],
])('whether tests gate a deployment where %s', async ([, ships, state]) => {
  const steps = (command: string): string =>
    `on: push\njobs:\n  all:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${command}\n`;
  const service = await placedService({
    ...server,
    'tests/test_app.py': '',
    '.github/workflows/test.yml': steps('pytest'),
    ...(ships !== null && { '.github/workflows/deploy.yml': steps(ships) }),
  });
  expect(said(service, 'gate')).toBe(state);
});

test('what works on a service is shown by what names it', async () => {
  const files = { ...composed(''), ...workflow('a', 'run: ruff check .', 'run: pytest web') };
  expect(requirement(await placedService(files, 'compose.yml#web'), 'automation')).toMatchObject({
    evidence: [{ text: 'pytest web' }],
  });
});

test('what deploys a project does not deploy the jobs that are handed to a service for models', async () => {
  const job =
    '$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\ncommand: python train.py\ncode: .\nenvironment: azureml:train:1\ncompute: azureml:cpu\n';
  const files = {
    'azure.yaml': 'name: shop\nservices: { web: { project: ., language: py, host: appservice } }\n',
    'jobs/train.yml': job,
    'jobs/train.py': 'import pandas\n',
  };
  const service = await placedService(files, 'jobs/train.yml#train');
  expect([said(service, 'shipped'), said(service, 'test-environment')]).toEqual(['missing', 'missing']);
});

test.for<[string, string, string]>([
  ['a client that signs in elsewhere', 'import msal\n', 'sign-in'],
  ['a renderer of answers', 'from rest_framework.renderers import JSONRenderer\n', 'structured-logs'],
  ['a setting of what it looks at', 'PublishCloudWatchMetricsEnabled = 1\n', 'metrics'],
])('%s is not what its name is like', async ([, code, id]) => {
  const python = `${code}\n\ndef handler(event, context):\n    return event\n`;
  const service = await placedService({ ...orders(''), 'app/src/app.py': python });
  expect(said(service, id)).toBe(id === 'sign-in' ? 'not-applicable' : 'missing');
});

test('rights that are read and not too wide are told so', async () => {
  const files = {
    ...orders(''),
    'app/template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      CodeUri: src
      Policies: [{ Statement: [{ Effect: Allow, Action: sqs:SendMessage, Resource: arn:aws:sqs:eu-west-1:123456789012:a }] }]
`,
  };
  expect(requirement(await placedService(files), 'rights')).toMatchObject({
    state: 'met',
    why: 'Its rights are read, and none is found too wide.',
  });
});

test('an account of Google Cloud has no rights in a cluster', async () => {
  const files = {
    ...server,
    'main.tf': `resource "google_service_account" "web" {
  account_id = "web"
}
resource "google_cloud_run_v2_service" "web" {
  name = "web"
  template {
    service_account = google_service_account.web.email
    containers {
      image = "web"
    }
  }
}
`,
    'cloudbuild.yaml': 'steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, -t, web, .]\n',
  };
  expect(requirement(await placedService(files, 'main.tf#web'), 'rights')?.why).not.toContain('cluster');
});
