import { expect, test } from 'vitest';
import type { Files } from '../../../../tests/judge-files.ts';
import { unitsInShort } from '../../../../tests/units-in-short.ts';

type Row = [title: string, files: Files, ...expected: object[]];

const flask = 'FROM python:3.12\nCOPY . /app\nWORKDIR /app\nCMD ["gunicorn", "main:app"]\n';
const rows: Row[] = [
  [
    'jobs that a script submits; the script is code of its own',
    {
      'train.py': `from sagemaker.pytorch import PyTorch
from google.cloud import aiplatform
from azure.ai.ml import command

estimator = PyTorch(entry_point="fit.py", source_dir="model", framework_version="2.6")
job = aiplatform.CustomTrainingJob(display_name="a", script_path="model/fit.py")
run = command(code="./model", command="python fit.py --data \${{inputs.data}}")
other = PyTorch(entry_point=name, source_dir="model")
`,
      'model/fit.py': '',
    },
    { id: '#.' },
    { id: 'train.py#estimator', cloud: 'aws', compute: 'ml', code: 'model', starts: ['model/fit.py:'] },
    { id: 'train.py#job', cloud: 'gcp', starts: ['model/fit.py:'] },
    { id: 'train.py#run', cloud: 'azure', starts: ['model/fit.py:'] },
  ],
  [
    'what CodeDeploy starts on a machine',
    {
      'appspec.yml': 'version: 0.0\nos: linux\nhooks:\n  ApplicationStart: [{ location: scripts/start.sh }]\n',
      'scripts/start.sh': 'cd /srv/app\ngunicorn main:app\n',
      'main.py': 'app = 1\n',
    },
    { id: 'appspec.yml#.', cloud: 'aws', compute: 'vm', starts: ['main.py:app'] },
  ],
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
    'a script that deploys the folder it runs in',
    {
      'jobs/monthly/Dockerfile': flask,
      'jobs/monthly/main.py': 'app = 1\n',
      'jobs/monthly/deploy.sh': 'NAME=monthly\ngcloud run deploy $NAME --source=$(pwd) --platform=managed\n',
    },
    { id: 'jobs/monthly/Dockerfile#jobs/monthly', cloud: 'gcp', also: ['jobs/monthly/deploy.sh'] },
  ],
  [
    'a template of Dataflow, whose launcher is told the script',
    {
      'pipeline/Dockerfile':
        'FROM gcr.io/dataflow-templates-base/python3-template-launcher-base\nARG HOME=/template\nCOPY main.py .\nENV FLEX_TEMPLATE_PYTHON_PY_FILE="${HOME}/main.py"\n',
      'pipeline/__init__.py': '',
      'pipeline/main.py': '',
    },
    {
      id: 'pipeline/Dockerfile#pipeline',
      cloud: 'gcp',
      compute: 'data-pipeline',
      code: 'pipeline',
      starts: ['pipeline/main.py:'],
    },
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

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await unitsInShort(files)).toMatchObject(expected);
});
