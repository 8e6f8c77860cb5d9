import { expect, test } from 'vitest';
import type { Files } from '../../../../tests/judge-files.ts';
import { unitsInShort } from '../../../../tests/units-in-short.ts';

type Row = [title: string, files: Files, ...expected: object[]];

const flask = 'FROM python:3.12\nCOPY . /app\nWORKDIR /app\nCMD ["gunicorn", "main:app"]\n';
const node = 'FROM node:22\nCMD ["node", "a.js"]\n';
const deployment = (image: string, name = 'api'): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec: { template: { spec: { containers: [{ name: a, image: "${image}" }] } } }\n`;
const rows: Row[] = [
  [
    'a deployment, a chart, a compose file and a Dockerfile of one image are one unit',
    {
      'api/Dockerfile': flask,
      'api/main.py': 'app = 1\n',
      'k8s/api.yaml': deployment('eu.gcr.io/acme/api:1'),
      'chart/Chart.yaml': 'name: shop\n',
      'chart/values.yaml': 'image: { repository: acme/api }\n',
      'chart/templates/api.yaml': deployment('{{ .Values.image.repository }}:{{ .Values.image.tag }}', 'chart-api'),
      'compose.yaml': 'services: { web: { build: api } }\n',
    },
    {
      id: 'k8s/api.yaml#api',
      name: 'api',
      cloud: 'kubernetes',
      compute: 'container',
      code: 'api',
      python: '3.12',
      starts: ['api/main.py:app'],
      image: 'api/Dockerfile',
      also: ['api/Dockerfile', 'chart/templates/api.yaml', 'compose.yaml'],
    },
  ],
  [
    'images that are built to run tests are none',
    {
      'api/Dockerfile': flask,
      'api/main.py': 'app = 1\n',
      'api/test.Dockerfile': 'FROM python:3.12\nCOPY . .\nCMD ["pytest", "-q"]\n',
      'dags/Dockerfile': 'FROM python:3.12\nCOPY . .\nCMD python -m unittest\n',
      'dags/main.py': 'dag = 1\n',
      'runner/Dockerfile': 'FROM python:3.12\nCOPY . .\nCMD ["python", "pytest_runner.py"]\n',
      'runner/pytest_runner.py': '',
    },
    { id: 'api/Dockerfile#api' },
    { id: 'runner/Dockerfile#runner' },
  ],
  [
    'images of others and of other languages are none of ours',
    {
      'web/Dockerfile': node,
      'lib.py': '',
      'k8s.yaml': `${deployment('postgres:16', 'db')}---\n${deployment('web', 'web')}---\n${deployment('acme/python:3')}`,
      'compose.yaml': 'services: { db: { image: "postgres:16" }, web: { build: web } }\n',
    },
    { id: '#.' },
  ],
  [
    'several services of one image, each with its command',
    {
      Dockerfile: 'FROM python:3.12\nCOPY . .\n',
      'shop/celery.py': 'app = 1\n',
      'shop/wsgi.py': 'application = 1\n',
      'compose.yml':
        'services:\n  web: { build: ., command: gunicorn shop.wsgi }\n  worker: { build: ., command: [celery, -A, shop, worker] }\n',
      'compose.dev.yml': 'services: { mail: { build: . } }\n',
    },
    { id: 'compose.yml#web', starts: ['shop/wsgi.py:application'], compute: 'container', cloud: 'none' },
    { id: 'compose.yml#worker', starts: ['shop/celery.py:app'] },
  ],
  [
    'an image without a command and without code is none, one with code is, and what one is filled in from is not',
    {
      'tools/Dockerfile': 'FROM python:3.12-slim\nRUN pip install poetry\n',
      'main.py': '',
      'job/Dockerfile': 'FROM python:3.12-slim\nCOPY . .\n',
      'job/run.py': '',
      'job/Dockerfile.tftpl': 'FROM python:${version}\nCOPY . .\n',
    },
    { id: 'job/Dockerfile#job' },
  ],
  [
    'a Dockerfile in a folder of its own, built from the folder that the build names',
    {
      'docker/web.Dockerfile': 'FROM python:3.12\nCOPY . /code\nWORKDIR /code\n',
      'shop/wsgi.py': 'application = 1\n',
      'compose.yml':
        'services: { web: { build: { context: ., dockerfile: docker/web.Dockerfile }, command: gunicorn shop.wsgi } }\n',
      'docker/job.Dockerfile': 'FROM python:3.12\nCOPY . /code\nWORKDIR /code\nCMD ["python", "job.py"]\n',
      'job.py': '',
      'build.sh': 'docker build -t acme/job -f docker/job.Dockerfile .\n',
      'k8s.yaml': deployment('acme/job:1', 'job'),
    },
    { id: 'compose.yml#web', code: '.', starts: ['shop/wsgi.py:application'] },
    { id: 'k8s.yaml#job', code: '.', starts: ['job.py:'] },
  ],
  [
    'an image that a Makefile names by its variables',
    {
      Makefile: 'IMAGE ?= acme/tidy\nTAG := $(shell git describe)\nbuild:\n\tdocker build -t "$(IMAGE):$(TAG)" .\n',
      Dockerfile: flask,
      'main.py': 'app = 1\n',
      'deploy/all.yaml': `${deployment('acme/tidy:3', 'tidy')}---\n${deployment('acme/other:3', 'other')}`,
    },
    { id: 'deploy/all.yaml#tidy', image: 'Dockerfile', starts: ['main.py:app'] },
  ],
  [
    'what the patterns of the CDK run, one unit with the compose file of developers',
    {
      'cdk.json': '{ "app": "python3 app.py" }',
      'app.py': `import aws_cdk as cdk
from aws_cdk import aws_ecs as ecs, aws_ecs_patterns as patterns

class Web(cdk.Stack):
    def __init__(self, scope, name):
        super().__init__(scope, name)
        image = ecs.ContainerImage.from_asset("web")
        self.web = patterns.ApplicationLoadBalancedFargateService(
            self, "Web", task_image_options=patterns.ApplicationLoadBalancedTaskImageOptions(image=image, container_port=80)
        )
        patterns.QueueProcessingFargateService(
            self, "Work", image=ecs.ContainerImage.from_asset("work"), command=["python", "work.py"]
        )

app = cdk.App()
Web(app, "Web")
app.synth()
`,
      'web/Dockerfile': flask,
      'web/main.py': 'app = 1\n',
      'work/Dockerfile': 'FROM python:3.12\nCOPY . .\n',
      'work/work.py': '',
      'compose.yaml': 'services: { web: { build: web } }\n',
    },
    { id: 'app.py#Work', cloud: 'aws', starts: ['work/work.py:'] },
    { id: 'app.py#web', cloud: 'aws', compute: 'container', image: 'web/Dockerfile', starts: ['web/main.py:app'] },
  ],
  [
    'a task of ECS in an image that a script builds',
    {
      'jobs/build.sh': 'cd jobs\ndocker build -t "$REGISTRY/nightly-job:latest" -f Dockerfile.batch .\n',
      'jobs/Dockerfile.batch': 'FROM python:3.13\nCOPY . .\nENTRYPOINT ["python", "run.py"]\n',
      'jobs/run.py': '',
      'web/Dockerfile': node,
      'main.tf':
        'resource "aws_ecs_task_definition" "jobs" {\n  family = "nightly"\n  container_definitions = jsonencode([{ name = "a", image = "1.dkr.ecr.eu-west-1.amazonaws.com/nightly-job:1" }])\n}\n',
    },
    { id: 'main.tf#jobs', name: 'nightly', cloud: 'aws', code: 'jobs', starts: ['jobs/run.py:'] },
  ],
  [
    'the repository of a registry names the image',
    {
      'api/Dockerfile': flask,
      'api/main.py': 'app = 1\n',
      'other/Dockerfile': flask,
      'template.yaml': `Resources:
  Repository: { Type: AWS::ECR::Repository, Properties: { RepositoryName: api } }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{ Name: a, Image: !Sub '\${AWS::AccountId}.dkr.ecr.eu.amazonaws.com/\${Repository}:1' }]
`,
    },
    { id: 'other/Dockerfile#other' },
    { id: 'template.yaml#Task', image: 'api/Dockerfile' },
  ],
  [
    'a function in an image of a registry, not those that are packed',
    {
      'main.tf':
        'resource "aws_ecr_repository" "api" {\n  name = "api"\n}\nresource "aws_lambda_function" "api" {\n  function_name = "shop"\n  package_type = "Image"\n  image_uri = "${aws_ecr_repository.api.repository_url}:1"\n}\nresource "aws_lambda_function" "zip" {\n  runtime = "nodejs22.x"\n  filename = "a.zip"\n}\n',
      'api/Dockerfile': 'FROM public.ecr.aws/lambda/python:3.13\nCOPY app.py .\nCMD ["app.handler"]\n',
      'api/app.py': 'def handler(event, context): ...\n',
    },
    {
      id: 'main.tf#api',
      name: 'shop',
      cloud: 'aws',
      compute: 'function',
      code: 'api',
      handler: 'app.handler',
      image: 'api/Dockerfile',
    },
  ],
  [
    'what two containers of one definition start, is one unit',
    {
      Dockerfile: 'FROM python:3.12\nCOPY . .\n',
      'web.py': '',
      'worker.py': '',
      'template.yaml': `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - { Name: a, Image: !Ref Image, Command: [python, web.py] }
        - { Name: b, Image: !Ref Image, Command: [python, worker.py] }
`,
    },
    { id: 'template.yaml#Task', starts: ['web.py:', 'worker.py:'] },
  ],
  [
    'an image that a build pack makes of a folder',
    {
      'cloudbuild.yaml':
        'steps: [{ name: gcr.io/k8s-skaffold/pack, dir: server, args: [build, "gcr.io/$PROJECT_ID/shop"] }]\n',
      'server/requirements.txt': 'flask\n',
      'server/Procfile': 'web: gunicorn main:app\nrelease: python migrate.py\n',
      'server/main.py': 'app = 1\n',
      'main.tf':
        'resource "google_cloud_run_v2_service" "shop" {\n  name = "shop"\n  template {\n    containers { image = "gcr.io/${var.project}/shop" }\n  }\n}\n',
    },
    { id: 'main.tf#shop', cloud: 'gcp', compute: 'container', code: 'server', starts: ['server/main.py:app'] },
  ],
  [
    'a Procfile by its folder; a Dockerfile beside it says the same',
    { 'a/Procfile': 'web: uvicorn app:api\n', 'a/app.py': 'api = 1\n', 'a/Dockerfile': flask },
    { id: 'a/Procfile#a', name: 'a', starts: ['a/app.py:api'], also: ['a/Dockerfile'] },
  ],
  [
    'a Dockerfile for development is no unit beside a service',
    { Dockerfile: flask, 'main.py': 'app = 1\n', 'docker/dev/Dockerfile': flask, 'Dockerfile.test': flask },
    { id: 'Dockerfile#.' },
  ],
  [
    'a foreign image of Python runs what its command names',
    {
      'compose.yml': 'services: { job: { image: "python:3.12", volumes: ["./job:/code"], command: python run.py } }\n',
      'job/run.py': '',
    },
    { id: 'compose.yml#job', code: 'job', starts: ['job/run.py:'] },
  ],
  [
    'samples join what is deployed, never the other way round',
    { 'app/Dockerfile': flask, 'app/main.py': 'app = 1\n', 'examples/k8s.yaml': deployment('app') },
    { id: 'app/Dockerfile#app', cloud: 'none' },
  ],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await unitsInShort(files)).toMatchObject(expected);
});
