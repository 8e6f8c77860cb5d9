// The contract of the commands: classify.
import { expect, test } from 'vitest';
import { classifyServices, memoryRepository } from '../../src/index.ts';
import type { ClassifyDocument } from '../../src/report/documents/classify.ts';
import type { Files } from '../judge-files.ts';
import { run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const files: Files = {
  'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: python3.13
      Handler: app.handler
      CodeUri: src
      Events:
        Job: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }
        Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
  Idle:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.13, Handler: app.idle, CodeUri: src }
  Jobs: { Type: AWS::SQS::Queue }
`,
  'src/app.py': `import boto3

s3 = boto3.client('s3')


def handler(event, context):
    s3.create_bucket(Bucket='b')
    s3.get_object(Bucket='b', Key='k')


def idle(event, context):
    pass
`,
  'src/requirements.txt': 'boto3==1.40.0\n',
};

async function documentOf(...args: string[]): Promise<ClassifyDocument> {
  const { code, out, err } = await run(['classify', '.', '--cwd', temporaryFolder(files), '--format', 'json', ...args]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as ClassifyDocument;
}

test('the four axes, each with what says so', async () => {
  const document = await documentOf('--service', 'Resize');
  expect(document).toEqual({
    schemaVersion: 1,
    services: [
      {
        id: 'template.yaml#Resize',
        name: 'Resize',
        cloud: 'aws',
        compute: 'function',
        sdkLayer: ['management', 'data-plane'],
        orchestration: ['event-driven', 'scheduled'],
        artifact: 'zip',
        reasons: {},
        apart: false,
        evidence: {
          compute: [
            {
              is: 'function',
              file: 'template.yaml',
              line: 3,
              text: 'AWS::Serverless::Function Resize',
              how: 'literal',
            },
          ],
          sdkLayer: [
            { is: 'management', file: 'src/app.py', line: 7, text: 's3.create_bucket', how: 'literal' },
            { is: 'data-plane', file: 'src/app.py', line: 8, text: 's3.get_object', how: 'literal' },
          ],
          orchestration: [
            { is: 'event-driven', file: 'template.yaml', line: 10, text: 'event Job', how: 'literal' },
            { is: 'scheduled', file: 'template.yaml', line: 11, text: 'event Nightly', how: 'literal' },
          ],
          artifact: [{ is: 'zip', file: 'template.yaml', line: 6, text: 'python3.13', how: 'literal' }],
        },
      },
    ],
    unreadable: [],
  });
  expect(await classifyServices(memoryRepository(files), { services: ['Resize'] })).toEqual(document);
});

test('what cannot be told is empty, with the reason', async () => {
  const { services } = await documentOf('--service', 'Idle');
  expect(services).toMatchObject([
    {
      sdkLayer: [],
      orchestration: [],
      reasons: {
        sdkLayer: 'it imports an SDK of AWS, but no call of it was found',
        orchestration: 'nothing in the repository says what starts it',
      },
    },
  ]);
});

test('on a terminal', async () => {
  const { code, out } = await run(['classify', '.', '--cwd', temporaryFolder(files)]);
  expect(code).toBe(0);
  expect(out).toContain('  works by      not known: nothing in the repository says what starts it\n');
  expect(out).toMatch(/\n2 services\.\n$/);
  expect((await run(['classify', '.', '--cwd', temporaryFolder(files), '--quiet'])).out).toBe('2 services.\n');
});

test('nothing to classify is said, and what cannot be run is refused', async () => {
  expect(await run(['classify', temporaryFolder({ 'README.md': '' })])).toEqual({
    code: 0,
    out: 'No deployable unit of Python found.\n',
    err: '',
  });
  expect((await run(['classify', '.', '--cwd', temporaryFolder(files), '--service', 'resise'])).err).toContain(
    'Resize',
  );
  expect((await run(['classify', 'gone'])).code).toBe(2);
});
