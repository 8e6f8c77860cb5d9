import { expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { showSkills } from './skills.ts';

const code = 'from fastapi import FastAPI\n\napp = FastAPI()\n';
const dockerfile = 'FROM python:3.13\nCOPY . .\nCMD ["uvicorn", "app.main:app"]\n';
const terraform = 'resource "aws_sqs_queue" "jobs" {\n  name = "jobs"\n}\n';
const workflow = (step: string): string =>
  `on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - run: docker build -t x .\n      - ${step}\n`;
const library = '[project]\nname = "x"\nclassifiers = ["Intended Audience :: Developers"]\n';

async function strengths(files: Record<string, string>): Promise<Record<string, string>> {
  const { skills } = await showSkills([{ root: '.', repository: memoryRepository(files) }]);
  return Object.fromEntries(skills.map(({ id, strength }) => [id, strength]));
}

test('an image that is pushed deploys no code, and is itself handed over', async () => {
  const files = { 'app/main.py': code, Dockerfile: dockerfile };
  const pushed = await strengths({ ...files, '.github/workflows/release.yml': workflow('run: docker push x') });
  expect(pushed).toMatchObject({ fastapi: 'exercised', docker: 'deployed', 'ci-cd': 'deployed' });
  const run = await strengths({ ...files, '.github/workflows/release.yml': workflow('run: az containerapp up -n x') });
  expect(run).toMatchObject({ fastapi: 'deployed', docker: 'deployed' });
});

test('an image that a test builds is not deployed', async () => {
  const files = { Dockerfile: dockerfile, '.github/workflows/ci.yml': workflow('run: pytest') };
  expect(await strengths(files)).toMatchObject({ docker: 'exercised' });
});

test('infrastructure of a library shows how, that of a service deploys', async () => {
  expect(await strengths({ 'infra/main.tf': terraform })).toMatchObject({ messaging: 'deployed' });
  expect(await strengths({ 'infra/main.tf': terraform, 'pyproject.toml': library })).toMatchObject({
    messaging: 'exercised',
  });
});

test('a library whose pipeline applies its infrastructure runs it', async () => {
  const files = { 'infra/main.tf': terraform, 'pyproject.toml': library };
  const apply = workflow('{run: terraform apply, working-directory: infra}');
  expect(await strengths({ ...files, '.github/workflows/site.yml': apply })).toMatchObject({ messaging: 'deployed' });
  expect(await strengths({ ...files, '.github/workflows/tests.yml': apply })).toMatchObject({ messaging: 'exercised' });
});

test('what a deployed manifest of Kubernetes says is deployed with it', async () => {
  const manifest = `apiVersion: v1
kind: ConfigMap
metadata:
  name: db
data:
  URI: postgresql://db:5432/accounts
`;
  expect(await strengths({ 'manifests/config.yaml': manifest })).toMatchObject({ postgresql: 'deployed' });
  expect(await strengths({ 'examples/config.yaml': manifest })).toMatchObject({ postgresql: 'exercised' });
});

test('infrastructure that tests bring up is exercised', async () => {
  expect(await strengths({ 'test_infra/main.tf': terraform })).toMatchObject({ messaging: 'exercised' });
});

test.each([
  ['docker-compose.yml', 'exercised'],
  ['docker-compose.prod.yml', 'deployed'],
])('containers of %s: the code is %s', async (compose, expected) => {
  const services = 'services:\n  app:\n    build: .\n';
  const files = { 'app/main.py': code, Dockerfile: dockerfile, [compose]: services };
  expect(await strengths(files)).toMatchObject({ fastapi: expected });
});

test.each([
  ['names its handler', "handler: 'orders.handler'", 'deployed'],
  ['names its archive', "code: getCode(bucket, 'orders.zip')", 'deployed'],
  ['names another', "handler: 'carts.handler'", 'exercised'],
])('a function of an app of the CDK in TypeScript that %s', async (_, property, expected) => {
  const files = {
    'cdk.json': '{"app": "npx ts-node app.ts"}',
    'lib/stack.ts': `import * as lambda from 'aws-cdk-lib/aws-lambda';\nnew lambda.Function(this, 'F', { ${property} });\n`,
    'source/orders.py': 'import redis\nredis.Redis()\n',
  };
  expect(await strengths(files)).toMatchObject({ redis: expected });
});

test('what the code of a function imports of the project is deployed with it', async () => {
  const template = `Resources:
  Submit:
    Type: AWS::Lambda::Function
    Properties:
      Handler: submit.handler
      Runtime: python3.13
      Code:
        S3Bucket: code
        S3Key: !Sub '\${Prefix}/orders.zip'
`;
  const files = {
    'deploy/functions.yaml': template,
    'source/api/submit.py': 'from lib.store import put\n',
    'source/lib/store.py': 'import redis\nredis.Redis()\n',
    'source/lib/idle.py': 'import celery\ncelery.Celery()\n',
  };
  expect(await strengths(files)).toMatchObject({ redis: 'deployed', celery: 'exercised' });
});

test('the code of an app of the CDK in Python that is named by its path is deployed', async () => {
  const files = {
    'cdk.json': '{"app": "python app.py"}',
    'infra/fn.py':
      'from constructs import Construct\nF(self, entrypoint=(Path(__file__).parents[2] / "fn" / "orders" / "handler.py"))\n',
    'fn/orders/handler.py': 'import redis\nredis.Redis()\n',
    'fn/idle/handler.py': 'import celery\ncelery.Celery()\n',
  };
  expect(await strengths(files)).toMatchObject({ redis: 'deployed', celery: 'exercised' });
});

test('a state machine is deployed by the template around its definition', async () => {
  const template = `Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: ./states/flow.asl.json
`;
  const states = '{"States": {"A": {"Type": "Task",\n"Retry": []}}}';
  expect(await strengths({ 'flow/template.yaml': template, 'flow/states/flow.asl.json': states })).toMatchObject({
    retries: 'deployed',
  });
  expect(await strengths({ 'flow/states/flow.asl.json': states })).toMatchObject({ retries: 'exercised' });
});

test.each([
  ['aws s3 cp dist s3://site/ --recursive', 'deployed'],
  ['aws s3 cp s3://builds/script.sh ./script.sh', 'exercised'],
])('%s: aws is %s', async (command, expected) => {
  const files = { '.github/workflows/publish.yml': workflow(`run: ${command}`) };
  expect(await strengths(files)).toMatchObject({ aws: expected });
});

test.each([
  ['cd ../../api\ngcloud run deploy shop --source . --region=$region\n', 'deployed'],
  ['gcloud run deploy shop \\\n  --source=api\n', 'deployed'],
  ['# gcloud run deploy shop --source=api\n', 'exercised'],
  ['gcloud run deploy shop --source=web\n', 'exercised'],
])('a script that runs %j: the code is %s', async (script, expected) => {
  const files = { 'infra/scripts/deploy.sh': script, 'api/main.py': code, 'web/main.py': 'x = 1\n' };
  expect(await strengths(files)).toMatchObject({ fastapi: expected });
});

test('an object that no cluster keeps is no Kubernetes', async () => {
  const object = (apiVersion: string): string => `apiVersion: ${apiVersion}\nkind: Thing\nmetadata:\n  name: x\n`;
  expect(await strengths({ 'metadata.yaml': object('blueprints.cloud.google.com/v1alpha1') })).not.toHaveProperty(
    'kubernetes',
  );
});

test('a library beside which a pipeline deploys something is not deployed itself', async () => {
  const files = { 'shop/main.py': code, '.github/workflows/site.yml': workflow('run: az containerapp up -n docs') };
  expect(await strengths({ ...files, 'pyproject.toml': library })).toMatchObject({ fastapi: 'exercised' });
});
