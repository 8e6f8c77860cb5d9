// The contract of the commands: services.
import { expect, test } from 'vitest';
import { findServices, memoryRepository } from '../../src/index.ts';
import type { ServicesDocument } from '../../src/report/documents/services.ts';
import type { Files } from '../judge-files.ts';
import { run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const template = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String, Default: dev }
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: resize
      Runtime: python3.13
      Handler: app.handler
      CodeUri: src
      Role: !GetAtt Worker.Arn
      Environment:
        Variables:
          TABLE: !Ref Thumbnails
          QUEUE_ARN: !GetAtt Jobs.Arn
          STAGE: !Ref Stage
          BUCKET: !Sub 'images-\${Stage}'
          API_PASSWORD: hunter2
          PRICE: !ImportValue price
      Events:
        Job: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
  Jobs: { Type: AWS::SQS::Queue }
  Thumbnails: { Type: AWS::DynamoDB::Table }
  Worker: { Type: AWS::IAM::Role }
`;

const files: Files = {
  'template.yaml': template,
  'src/app.py': 'import boto3\n\n\ndef handler(event, context):\n    pass\n',
  'src/requirements.txt': 'boto3==1.40.0\n',
  '.github/workflows/test.yml': 'on: push\njobs: { test: { runs-on: ubuntu-latest, steps: [{ run: pytest }] } }\n',
  'tests/template.yaml': template.replace('FunctionName: resize', 'FunctionName: other'),
};

async function documentOf(...args: string[]): Promise<ServicesDocument> {
  const { code, out, err } = await run(['services', '.', '--cwd', temporaryFolder(files), '--format', 'json', ...args]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as ServicesDocument;
}

test('a service with all that was joined to it', async () => {
  const [service, apart] = (await documentOf()).services;
  expect(apart).toMatchObject({ id: 'tests/template.yaml#Resize', apart: true });
  expect(service).toEqual({
    id: 'template.yaml#Resize',
    name: 'resize',
    cloud: 'aws',
    compute: 'function',
    sdkLayer: [],
    orchestration: ['event-driven'],
    artifact: 'zip',
    reasons: { sdkLayer: 'boto3 speaks to both layers: its calls tell' },
    file: 'template.yaml',
    line: 6,
    type: 'AWS::Serverless::Function',
    runtime: { python: '3.13', managed: 'python3.13' },
    codeRoot: 'src',
    entryPoints: [{ file: 'src/app.py', line: 4, function: 'handler', reason: null }],
    layers: [],
    environment: {
      TABLE: { reference: 'Thumbnails', resource: 'Thumbnails' },
      QUEUE_ARN: { reference: 'Jobs', attribute: 'Arn', resource: 'Jobs' },
      STAGE: { parameter: 'Stage', default: { value: 'dev' } },
      BUCKET: { parts: [{ value: 'images-' }, { parameter: 'Stage', default: { value: 'dev' } }] },
      API_PASSWORD: { value: '***' },
      PRICE: { unknown: 'external-code' },
    },
    identity: { kind: 'role', role: { reference: 'Worker', attribute: 'Arn' }, resource: 'Worker', shared: false },
    triggers: [
      { name: 'Job', type: 'AWS::SQS::Queue', resource: 'Jobs', invocation: 'queue', file: 'template.yaml', line: 23 },
    ],
    resources: ['Jobs', 'Thumbnails'],
    uses: [
      { resource: 'Jobs', through: 'environment', file: 'template.yaml', line: 17 },
      { resource: 'Thumbnails', through: 'environment', file: 'template.yaml', line: 16 },
    ],
    pipelines: ['.github/workflows/test.yml'],
    manifests: ['src/requirements.txt'],
    apart: false,
  });
});

test('one service by its name, and the same from the library', async () => {
  const { services } = await documentOf('--service', 'resize');
  expect(services.map(({ id }) => id)).toEqual(['template.yaml#Resize']);
  const found = await findServices(memoryRepository(files), { services: ['resize'] });
  expect(found.services).toEqual(services);
});

test('on a terminal, those among tests are counted only', async () => {
  const { code, out } = await run(['services', '.', '--cwd', temporaryFolder(files)]);
  expect(code).toBe(0);
  expect(out).toContain('template.yaml#Resize (resize)\n  is            aws, function, zip, Python 3.13\n');
  expect(out).toContain('  started by    Jobs (SQS::Queue, queue)\n');
  expect(out).not.toContain('tests/template.yaml');
  expect(out).toMatch(/1 service\. 1 more among tests, samples or documentation \(--all shows them\)\.\n$/);
});

test.each([
  ['mermaid', 'flowchart LR\n', '-->|"queue"|'],
  ['dot', 'digraph services {\n', '[label="queue"];'],
])('as a graph in %s', async (language, start, edge) => {
  const { code, out } = await run(['services', '.', '--cwd', temporaryFolder(files), '--graph', language]);
  expect(code).toBe(0);
  expect(out.startsWith(start)).toBe(true);
  expect(out).toContain(edge);
});

test('nothing to deploy is said, and what cannot be run is refused', async () => {
  expect(await run(['services', temporaryFolder({ 'README.md': '' })])).toEqual({
    code: 0,
    out: 'No deployable unit of Python found.\n',
    err: '',
  });
  expect((await run(['services', '.', '--cwd', temporaryFolder(files), '--service', 'resise'])).err).toContain(
    'resize',
  );
  expect((await run(['services', 'gone'])).code).toBe(2);
  expect((await run(['services', '--graph', 'svg'])).code).toBe(2);
});
