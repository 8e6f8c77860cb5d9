import { describe, expect, test } from 'vitest';
import { workspaceOf } from '../../../../tests/join-services.ts';
import type { Files } from '../../../../tests/judge-files.ts';
import { discoverUnits } from '../discover.ts';

/** A unit in short: its id, where its code is, what starts, and what else speaks of it. */
async function unitsOf(files: Files): Promise<object[]> {
  const units = await discoverUnits(await workspaceOf(files));
  return units.map(({ id, cloud, compute, code, runtime, handler, starts, also, image, name }) => ({
    id,
    name,
    cloud,
    compute,
    code: code.kind === 'folder' ? code.folder : code.kind,
    python: runtime.python,
    handler: handler?.text ?? null,
    starts: starts.map(({ file, attribute }) => `${file}:${attribute ?? ''}`),
    image: image?.file ?? null,
    also: [...new Set(also.map(({ file }) => file))],
  }));
}

type Row = [title: string, files: Files, ...expected: object[]];

const flask = 'FROM python:3.12\nCOPY . /app\nWORKDIR /app\nCMD ["gunicorn", "main:app"]\n';
const node = 'FROM node:22\nCMD ["node", "a.js"]\n';
const deployment = (image: string, name = 'api'): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec: { template: { spec: { containers: [{ name: a, image: "${image}" }] } } }\n`;
const azureFunction = `import azure.functions as func
app = func.FunctionApp()

@app.function_name(name="Hello")
@app.route(route="hello")
def hello(req): ...

@app.timer_trigger(schedule="0 * * * * *", arg_name="t")
@app.queue_output(arg_name="out")
def tick(t, out): ...

def helper(): ...
`;

const containers: Row[] = [
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

const azure: Row[] = [
  [
    'each function of the code alone',
    { 'host.json': '{}', 'function_app.py': azureFunction },
    {
      id: 'function_app.py#hello',
      name: 'Hello',
      cloud: 'azure',
      compute: 'function',
      code: '.',
      handler: 'function_app.py:hello',
    },
    { id: 'function_app.py#tick', name: 'tick' },
  ],
  [
    'with function.json',
    {
      'api/host.json': '{}',
      'api/Get/function.json':
        '{ "scriptFile": "run.py", "entryPoint": "get", "bindings": [{ "type": "httpTrigger" }] }',
      'api/Get/run.py': 'def get(req): ...\n',
      'api/Node/function.json': '{ "scriptFile": "index.js", "bindings": [{ "type": "httpTrigger" }] }',
      'api/Node/index.js': '',
    },
    { id: 'api/Get/function.json#Get', code: 'api', handler: 'api/Get/run.py:get' },
  ],
  [
    'an app that infrastructure code defines and azd deploys',
    {
      'azure.yaml':
        'services:\n  api: { project: ./src, language: py, host: function }\n  web: { project: ./web, language: js, host: appservice }\n',
      'infra/main.bicep': `resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: 'shop'
  kind: 'functionapp,linux'
  tags: { 'azd-service-name': 'api' }
  properties: { functionAppConfig: { runtime: { name: 'python', version: '3.12' } } }
}
resource web 'Microsoft.Web/sites@2024-04-01' = {
  name: 'web'
  tags: { 'azd-service-name': 'web' }
  properties: { siteConfig: { linuxFxVersion: 'NODE|22' } }
}
`,
      'src/host.json': '{}',
      'src/function_app.py': azureFunction,
      'web/index.js': '',
    },
    {
      id: 'infra/main.bicep#site',
      name: 'shop',
      compute: 'function',
      code: 'src',
      python: '3.12',
      starts: ['src/function_app.py:hello', 'src/function_app.py:tick'],
      also: ['azure.yaml', 'src/function_app.py'],
    },
  ],
  [
    'a container app whose image azd builds',
    {
      'azure.yaml': 'services: { web: { project: src, language: py, host: containerapp } }\n',
      'infra/main.bicep': `resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'a'
  tags: { 'azd-service-name': 'web' }
  properties: { template: { containers: [ { name: 'main', image: 'mcr.microsoft.com/azuredocs/containerapps-helloworld' } ] } }
}
`,
      'src/Dockerfile': flask,
      'src/main.py': 'app = 1\n',
    },
    { id: 'infra/main.bicep#app', code: 'src', image: 'src/Dockerfile', starts: ['src/main.py:app'] },
  ],
  [
    'a web app of Terraform, its code in the only project',
    {
      'infra/main.tf':
        'resource "azurerm_linux_web_app" "web" {\n  name = "shop"\n  site_config {\n    app_command_line = "gunicorn shop.wsgi"\n    application_stack { python_version = "3.12" }\n  }\n}\nresource "azurerm_linux_web_app" "other" {\n  site_config {\n    application_stack { node_version = "22" }\n  }\n}\n',
      'requirements.txt': 'django\n',
      'shop/wsgi.py': 'application = 1\n',
    },
    { id: 'infra/main.tf#web', compute: 'container', code: '.', python: '3.12', starts: ['shop/wsgi.py:application'] },
  ],
  [
    'jobs of Azure Machine Learning',
    {
      'job.yml':
        '$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\ncode: src\ncommand: >-\n  python train.py --data ${{inputs.data}}\n',
      'src/train.py': '',
    },
    { id: 'job.yml#job', compute: 'ml', cloud: 'azure', code: 'src', starts: ['src/train.py:'] },
  ],
];

const others: Row[] = [
  [
    'a function of Terraform by the folder that is packed',
    {
      'main.tf': `data "archive_file" "code" {
  type        = "zip"
  source_dir  = "src"
  output_path = "code.zip"
}
resource "google_storage_bucket_object" "code" {
  name   = "code.zip"
  bucket = "b"
  source = data.archive_file.code.output_path
}
resource "google_cloudfunctions2_function" "resize" {
  name = "resizer"
  build_config {
    runtime     = "python312"
    entry_point = "resize"
    source {
      storage_source {
        bucket = "b"
        object = google_storage_bucket_object.code.name
      }
    }
  }
}
`,
      'src/main.py': 'import functions_framework\n\n@functions_framework.http\ndef resize(request): ...\n',
    },
    {
      id: 'main.tf#resize',
      name: 'resizer',
      cloud: 'gcp',
      compute: 'function',
      code: 'src',
      python: '3.12',
      handler: 'resize',
      also: ['src/main.py'],
    },
  ],
  [
    'functions of the framework, and what deploys them',
    {
      'a/main.py': 'import functions_framework\n\n@functions_framework.cloud_event\ndef on_event(event): ...\n',
      'a/deploy.sh': 'gcloud functions deploy events --runtime=python313 --entry-point on_event --source .\n',
      'b/main.py': 'def hello(request): ...\n',
      Makefile: 'deploy:\n\t@gcloud functions deploy hello --runtime python312 --source b\n',
    },
    { id: 'Makefile#hello', cloud: 'gcp', code: 'b', python: '3.12', handler: 'hello' },
    { id: 'a/main.py#on_event', name: 'events', python: '3.13', handler: 'on_event', also: ['a/deploy.sh'] },
  ],
  [
    'a step that deploys an image tells the cloud of a Dockerfile',
    {
      Dockerfile: flask,
      'main.py': 'app = 1\n',
      '.github/workflows/deploy.yml':
        'jobs: { a: { steps: [{ uses: google-github-actions/deploy-cloudrun@v2, with: { service: shop, source: . } }] } }\n',
    },
    { id: 'Dockerfile#.', name: 'shop', cloud: 'gcp', also: ['.github/workflows/deploy.yml'] },
  ],
  [
    'App Engine, its main file by the plainest name',
    {
      'app.yaml': 'runtime: python312\n',
      'app.staging.yaml': 'runtime: python312\n',
      'worker/app.yaml':
        'runtime: python\nenv: flex\nservice: worker\nentrypoint: python run.py\nruntime_config: { runtime_version: "3.11" }\n',
      'web/app.yaml': 'runtime: nodejs22\n',
      'main.py': 'app = 1\n',
      'worker/run.py': '',
    },
    { id: 'app.yaml#default', cloud: 'gcp', code: '.', python: '3.12', starts: ['main.py:app'] },
    { id: 'worker/app.yaml#worker', name: 'worker', python: '3.11', starts: ['worker/run.py:'] },
  ],
  [
    'App Runner from source',
    {
      'apprunner.yaml': 'version: 1.0\nruntime: python311\nrun: { command: uvicorn app:api }\n',
      'app.py': 'api = 1\n',
    },
    { id: 'apprunner.yaml#.', cloud: 'aws', python: '3.11', starts: ['app.py:api'] },
  ],
  [
    'a job of Glue by its script, which is not the function of that name',
    {
      'template.yaml': `Resources:
  Load: { Type: AWS::Glue::Job, Properties: { Command: { Name: pythonshell, PythonVersion: '3.9', ScriptLocation: !Sub 's3://\${Bucket}/scripts/load.py' } } }
  Other: { Type: AWS::Glue::Job, Properties: { Command: { Name: glueetl, ScriptLocation: s3://b/app.py } } }
  Scala: { Type: AWS::Glue::Job, Properties: { Command: { Name: glueetl, ScriptLocation: s3://b/a.scala } } }
`,
      'glue/load.py': 'import boto3\n',
      'app.py': 'def handler(event, context): ...\n',
    },
    { id: 'template.yaml#Load', compute: 'data-pipeline', code: 'glue', python: '3.9', starts: ['glue/load.py:'] },
    { id: 'template.yaml#Other', code: 'elsewhere' },
  ],
  [
    'a machine whose start script starts Python for good',
    {
      'main.tf':
        'resource "aws_instance" "web" {\n  user_data = <<-EOF\n    #!/bin/bash\n    pip install -r requirements.txt\n    python3 server.py &\n  EOF\n}\nresource "aws_instance" "db" {\n  user_data = "python3 -m pip install awscli"\n}\n',
      'server.py': '',
    },
    { id: 'main.tf#web', cloud: 'aws', compute: 'vm', code: '.', starts: ['server.py:'] },
  ],
  [
    'DAGs of a managed Airflow',
    {
      'main.tf': 'resource "aws_mwaa_environment" "flow" {\n  name = "flow"\n  dag_s3_path = "dags/"\n}\n',
      'airflow/dags/a.py': 'from airflow import DAG\n',
    },
    { id: 'main.tf#flow', compute: 'data-pipeline', code: 'airflow/dags' },
  ],
];

describe.each([
  ['containers', containers],
  ['Azure', azure],
  ['others', others],
] as const)('%s', (_, rows) => {
  test.for(rows)('%s', async ([, files, ...expected]) => {
    expect(await unitsOf(files)).toMatchObject(expected);
  });
});
