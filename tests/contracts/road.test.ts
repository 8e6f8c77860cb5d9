// The contract of the commands: road.
import { expect, test } from 'vitest';
import { findRoad, memoryRepository } from '../../src/index.ts';
import type { RoadDocument, RoadServiceJson } from '../../src/report/documents/road.ts';
import { type Files, testDay } from '../judge-files.ts';
import { run } from '../run-main.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const handler = `import boto3
from aws_lambda_powertools import Logger, Metrics

table = boto3.resource('dynamodb').Table('orders')
logger = Logger()
metrics = Metrics()


def handler(event, context):
    table.put_item(Item={'id': event['id']}, ConditionExpression='attribute_not_exists(id)')
`;

/** A function that has all that the rungs ask for. */
const whole: Files = {
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
      Policies:
        - Statement:
            - Effect: Allow
              Action: dynamodb:PutItem
              Resource: !GetAtt Table.Arn
      Events:
        Get: { Type: HttpApi, Properties: { Path: /, Method: get } }
  Table: { Type: AWS::DynamoDB::Table }
  Errors: { Type: AWS::CloudWatch::Alarm }
  Board: { Type: AWS::CloudWatch::Dashboard }
`,
  'src/app.py': handler,
  'src/requirements.txt': 'boto3==1.40.0\naws-lambda-powertools==3.0.0\n',
  'tests/test_app.py': 'from src import app\n\n\ndef test_it():\n    assert app\n',
  '.github/workflows/ship.yml': `on: push
permissions: { contents: read }
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: pytest
  staging:
    needs: test
    environment: staging
    runs-on: ubuntu-latest
    steps:
      - run: sam build && sam deploy --config-env staging
`,
};

const web: Files = {
  Dockerfile: 'FROM python:3.13-slim\nCOPY . .\nCMD ["gunicorn", "app:app"]\n',
  'app.py': 'import psycopg\nfrom flask import Flask\n\napp = Flask(__name__)\n',
  'requirements.txt': 'flask==3.0.0\npsycopg==3.2.0\n',
};

async function roadOf(files: Files): Promise<RoadDocument> {
  return findRoad(memoryRepository(files), { today: testDay });
}

function statesOf({ rungs }: RoadServiceJson): string[] {
  return rungs.map(({ state }) => state);
}

/** What a service lacks, by the ids of requirements. */
function lacksOf({ rungs }: RoadServiceJson): string[] {
  return rungs.flatMap(({ requirements }) =>
    requirements.flatMap(({ id, state }) => (state === 'missing' ? [id] : [])),
  );
}

test('all five rungs are reached, each requirement with its place', async () => {
  const { services, wrongTool } = await roadOf(whole);
  expect(services.map(statesOf)).toEqual([['reached', 'reached', 'reached', 'reached', 'reached']]);
  expect(services[0]).toMatchObject({ id: 'template.yaml#Orders', cloud: 'aws', rung: 5, next: null });
  const [, , third, fourth] = services[0]?.rungs ?? [];
  expect(third?.requirements.find(({ id }) => id === 'idempotency')?.state).toBe('not-applicable');
  expect(fourth?.requirements.map(({ id, evidence }) => [id, evidence[0]?.file, evidence[0]?.line])).toEqual([
    ['automation', '.github/workflows/ship.yml', 7],
    ['tests', '.github/workflows/ship.yml', 7],
    ['infrastructure', 'template.yaml', 3],
    ['shipped', '.github/workflows/ship.yml', 13],
    ['test-environment', '.github/workflows/ship.yml', 9],
    ['gate', '.github/workflows/ship.yml', 7],
  ]);
  expect(wrongTool).toEqual([]);
});

test.for<[string, (text: string) => string, string[]]>([
  ['no limits', (text) => text.replace(/ {6}(Timeout|MemorySize).*\n/g, ''), ['timeout', 'memory']],
  ['no memory', (text) => text.replace(/ {6}MemorySize.*\n/, ''), ['memory']],
  ['no alarm', (text) => text.replace(/ {2}Errors.*\n/, ''), ['alerts', 'telling']],
  ['no dashboard', (text) => text.replace(/ {2}Board.*\n/, ''), ['dashboards']],
  ['wide rights', (text) => text.replace('dynamodb:PutItem', "'*'"), ['rights']],
  [
    'a queue without dead letters',
    (text) =>
      text.replace(/Get: .*/, 'Job: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } }') +
      '  Jobs: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: 120 } }\n',
    ['retries'],
  ],
])('%s', async ([, change, lacks]) => {
  const { services } = await roadOf({ ...whole, 'template.yaml': change(whole['template.yaml'] as string) });
  expect(services.map(lacksOf)).toEqual([lacks]);
});

const workflow = whole['.github/workflows/ship.yml'] as string;

test.for<[string, Files, string[]]>([
  [
    'an analyser that stops nothing',
    { '.github/workflows/ship.yml': workflow.replace('- run: pytest', '- run: flake8 || true\n      - run: pytest') },
    [],
  ],
  [
    'tests that stop nothing',
    { '.github/workflows/ship.yml': workflow.replace('- run: pytest', '- run: pytest || true') },
    ['gate'],
  ],
  [
    'no pipeline',
    { '.github/workflows/ship.yml': 'on: push\njobs: {}\n' },
    ['automation', 'tests', 'shipped', 'test-environment'],
  ],
  ['prints', { 'src/app.py': 'def handler(event, context):\n    print(event)\n' }, ['structured-logs', 'metrics']],
  [
    'a secret in plain sight',
    {
      'template.yaml': (whole['template.yaml'] as string).replace(
        'MemorySize',
        'Environment: { Variables: { API_KEY: abcdef0123456789 } }\n      MemorySize',
      ),
    },
    ['secrets'],
  ],
])('%s', async ([, files, lacks]) => {
  const { services } = await roadOf({ ...whole, ...files });
  expect(services.map(lacksOf)).toEqual([lacks]);
});

test('a server in an image that no cloud is said for: serverless is not for it, and the reason is said', async () => {
  const { services } = await roadOf(web);
  expect(services.map(statesOf)).toEqual([['not-reached', 'partly', 'not-applicable', 'not-reached', 'not-reached']]);
  expect(services[0]?.rungs[2]?.reason).toBe(
    'It is a server that answers requests as they come: no event starts its work.',
  );
  expect(services[0]).toMatchObject({
    rung: 0,
    next: { rung: 1, text: 'Choose a cloud, and define the service there.', check: null },
  });
  expect(lacksOf(services[0] as RoadServiceJson)).toContain('database');
});

test('an app of the CDK in another language may define what is not seen', async () => {
  const { services } = await roadOf({ ...web, 'cdk.json': '{ "app": "npx ts-node bin/app.ts" }' });
  expect(services.map(statesOf)).toEqual([['partly', 'partly', 'unknown', 'not-reached', 'not-reached']]);
});

test('what such an app names is a guess', async () => {
  const { services } = await roadOf({
    ...web,
    'cdk.json': '{ "app": "npx ts-node bin/app.ts" }',
    'lib/stack.ts':
      "import { aws_lambda as lambda } from 'aws-cdk-lib';\n\nnew lambda.Function(this, 'Web', {\n  memorySize: 512,\n});\n",
    'lib/stack.test.ts': "import 'aws-cdk-lib';\nnew cloudwatch.Alarm(this, 'A');\n",
  });
  const [first, , third, , fifth] = services[0]?.rungs ?? [];
  const compute = first?.requirements.find(({ id }) => id === 'compute');
  expect(compute).toMatchObject({
    state: 'met',
    evidence: [{ file: 'lib/stack.ts', line: 3, column: 1, how: 'guessed' }],
  });
  expect(third?.state).toBe('partly');
  expect(fifth?.missing.map(({ what }) => what)).toContain('Alerts');
});

test('a function that sleeps for long is the wrong shape, one that waits to try again is not', async () => {
  const sleeps = (seconds: number): Files => ({
    ...whole,
    'src/app.py': `import time\n\n\ndef handler(event, context):\n    time.sleep(${seconds})\n`,
  });
  expect((await roadOf(sleeps(60))).wrongTool).toMatchObject([
    { what: 'cloud-shape', service: 'template.yaml#Orders', evidence: [{ file: 'src/app.py', line: 5 }] },
  ]);
  expect((await roadOf(sleeps(1))).wrongTool).toEqual([]);
  const deploying = { ...sleeps(60), 'src/app.py': `import cfnresponse\n${sleeps(60)['src/app.py'] as string}` };
  expect((await roadOf(deploying)).wrongTool).toEqual([]);
});

/** A function with warm instances that a rule alone starts. */
function warm(rate: string): Files {
  const template = (whole['template.yaml'] as string)
    .replace(/ {6}Events:\n.*\n/, '      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 }\n')
    .concat(
      `  Tick:\n    Type: AWS::Events::Rule\n    Properties:\n      ScheduleExpression: ${rate}\n      Targets: [{ Id: it, Arn: !GetAtt Orders.Arn }]\n`,
    );
  return { ...whole, 'template.yaml': template };
}

test.for<[string, Files, object[]]>([
  [
    'instances that are kept warm for the clock alone',
    warm('rate(1 minute)'),
    [{ what: 'cloud-shape', service: 'template.yaml#Orders', evidence: [{ line: 3 }, { text: 'Tick' }] }],
  ],
  ['instances that are kept warm for one start a day', warm('rate(1 day)'), []],
  [
    'an extension in Cython',
    { ...web, 'fast/sum.pyx': 'def total(values):\n    return sum(values)\n' },
    [{ what: 'python', service: 'Dockerfile#.', evidence: [{ file: 'fast/sum.pyx', line: 1 }] }],
  ],
  ['one of the tests', { ...web, 'tests/sum.pyx': 'def total(values):\n    return sum(values)\n' }, []],
  ['a crate that is no module of Python', { ...web, 'Cargo.toml': '[package]\nname = "tool"\n' }, []],
])('the wrong tool: %s', async ([, files, wrong]) => {
  expect((await roadOf(files)).wrongTool).toMatchObject(wrong);
});

test('a distribution that others install is no service, and that is said', async () => {
  const library = {
    'pyproject.toml':
      '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n[project]\nname = "sums"\nversion = "1"\n',
    'sums/__init__.py': 'def total(values):\n    return sum(values)\n',
  };
  const { services, notes } = await roadOf(library);
  expect(services).toEqual([]);
  expect(notes.at(-1)).toBe(
    'pyproject.toml#sums: a distribution that others install, left out, since the road is for services.',
  );
  const served = { ...library, 'sums/app.py': 'import flask\n\napp = flask.Flask(__name__)\n' };
  expect((await roadOf(served)).services).toHaveLength(1);
});

test('the ladder on a terminal', async () => {
  const { code, out, err } = await run(['road', '.', '--cwd', temporaryFolder(web), '--today', testDay]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('  ✗ 1 A primary cloud and its foundations\n      missing: a primary cloud; ');
  expect(out).toContain('  – 3 Serverless or event-driven where it fits\n      not for it: It is a server');
  expect(out).toContain('  → next: Choose a cloud, and define the service there. Dockerfile:1\n');
  expect(out).toContain('1 service: 1 below rung 1.\n');
  expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
});

test('services of one file that stand alike are told together, and each by itself in JSON', async () => {
  const many = Array.from(
    { length: 20 },
    (_, index) => `  Job${index}:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.13, Handler: app.handler, CodeUri: src, Timeout: 20, MemorySize: 256 }
`,
  );
  const folder = temporaryFolder({
    'template.yaml': `Transform: AWS::Serverless-2016-10-31\nResources:\n${many.join('')}`,
    'src/app.py': 'def handler(event, context):\n    return event\n',
  });
  const { out } = await run(['road', folder, '--today', testDay]);
  expect(out).toContain('template.yaml: 20 services alike\n');
  expect(out).toContain('8 more');
  expect(out.split('\n').length).toBeLessThan(25);
  const json = await run(['road', folder, '--today', testDay, '--format', 'json']);
  expect((JSON.parse(json.out) as RoadDocument).services).toHaveLength(20);
});

test('many services: an overview first, and the details folded', async () => {
  const templates = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e'].map((folder) => [
      `${folder}/template.yaml`,
      `Transform: AWS::Serverless-2016-10-31
Resources:
  Job:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.13, Handler: app.handler, CodeUri: ../src, Timeout: 20 }
`,
    ]),
  );
  const folder = temporaryFolder({ ...templates, 'src/app.py': 'def handler(event, context):\n    return event\n' });
  const { out } = await run(['road', folder, '--today', testDay]);
  expect(out).toMatch(/^Services {2}Stand +Next step\n +5 {2}/);
  expect(out).toContain('a/template.yaml#Job\n');
  expect(out).toContain('Details: --all for everything, --service ID for one service.\n');
  expect(out).not.toContain('not known:');
  const chosen = await run(['road', folder, '--today', testDay, '--service', 'a/template.yaml#Job']);
  expect(chosen.out).toMatch(/^a\/template\.yaml#Job\n {2}on AWS\n/);
  const markdown = await run(['road', folder, '--today', testDay, '--format', 'markdown']);
  expect(markdown.out).toContain('| Services | Stand | Next step | Which |\n');
});

test('everything: what is met with its place, what is missing and what is not known stay apart', async () => {
  const folder = temporaryFolder(whole);
  const flags = ['road', folder, '--all', '--today', testDay];
  const { out } = await run(flags);
  expect(out).toContain('      met\n        Automated checks or builds: A pipeline or a script works on it.\n');
  expect(out).toContain('.github/workflows/ship.yml:13');
  expect((await run([...flags, '--format', 'markdown'])).out).toContain('**Met**\n\n- A primary cloud: AWS runs it.');
  const open = await run(['road', temporaryFolder(web), '--all', '--today', testDay]);
  for (const label of ['missing', 'not known', 'met', 'not needed']) expect(open.out).toContain(`\n      ${label}\n`);
});

test('a heading is whole at any width', async () => {
  const folder = 'a-folder-whose-name-goes-on-and-on/and-one-below-it-that-is-as-long-as-the-first-one';
  const files = Object.fromEntries(Object.entries(web).map(([name, text]) => [`${folder}/${name}`, text]));
  const { out } = await run(['road', temporaryFolder(files), '--today', testDay]);
  expect(out).toContain(`${folder}/Dockerfile#${folder}\n`);
});

test('nothing to place is said, and what cannot be run is refused', async () => {
  expect(await run(['road', temporaryFolder({ 'README.md': '' })])).toEqual({
    code: 0,
    out: 'No Python here: there is nothing to judge.\n',
    err: '',
  });
  expect((await run(['road', 'gone'])).code).toBe(2);
  const misspelled = await run(['road', '.', '--cwd', temporaryFolder(whole), '--service', 'Ordres']);
  expect(misspelled.code).toBe(2);
  expect(misspelled.err).toContain('Did you mean');
});
