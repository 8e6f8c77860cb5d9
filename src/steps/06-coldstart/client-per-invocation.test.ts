import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles, imageFiles } from '../examples.ts';

const id = 'client-per-invocation';

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'a session of its own',
    functionFiles(
      'import boto3\n\ndef handler(event, context):\n    return boto3.Session().client("s3").list_buckets()\n',
    ),
    [{ verdict: 'fail', at: { line: 4 }, message: expect.stringContaining('in each invocation') }],
  ],
  [
    'a name that is imported',
    functionFiles(
      'from boto3 import client\n\ndef handler(event, context):\n    s3 = client("s3")\n    return s3.list_buckets()\n',
    ),
    [{ verdict: 'fail', at: { line: 4 }, message: expect.stringContaining('client') }],
  ],
  [
    'a region of the environment',
    functionFiles(
      'import os\nimport boto3\n\ndef handler(event, context):\n    return boto3.client("s3", region_name=os.environ["AWS_REGION"]).list_buckets()\n',
    ),
    [{ verdict: 'fail', at: { line: 5 }, message: expect.stringContaining('boto3.client') }],
  ],
  [
    'a region of the event',
    functionFiles(
      'import boto3\n\ndef handler(event, context):\n    return boto3.client("s3", region_name=event["region"]).list_buckets()\n',
    ),
    [{ verdict: 'pass' }],
  ],
  [
    'in another function',
    functionFiles(
      'import boto3\n\ndef make():\n    return boto3.client("s3")\n\n\ndef handler(event, context):\n    return make().list_buckets()\n',
    ),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'at the top',
    functionFiles(
      'import boto3\ns3 = boto3.client("s3")\n\ndef handler(event, context):\n    return s3.list_buckets()\n',
    ),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'in a route of a web application, and not beside it',
    imageFiles('python:3.13', ['COPY . .'], {
      'app.py':
        'from dapr.clients import DaprClient\nfrom flask import Flask\nfrom google.cloud import pubsub_v1, storage\n\napp = Flask(__name__)\npublisher = pubsub_v1.PublisherClient()\n\n@app.get("/")\ndef read():\n    with DaprClient() as d:\n        return d.get_state("a", "b")\n\n@app.get("/<project>")\ndef other(project):\n    return storage.Client(project).list_buckets()\n\ndef helper():\n    return storage.Client()\n',
    }),
    [
      { verdict: 'fail', at: { line: 10 }, message: 'DaprClient builds a client for each request of /.' },
      { verdict: 'pass', at: { line: 15 } },
    ],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
