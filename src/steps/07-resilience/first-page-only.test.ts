import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const id = 'first-page-only';

const inHandler = (...lines: string[]): Files =>
  functionFiles(
    `import boto3\nclient = boto3.client("ssm")\ntable = boto3.resource("dynamodb").Table("t")\n\ndef handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`,
  );

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'handed on by another name',
    inHandler(
      'found = client.get_parameters_by_path(Path="/a")',
      'parameters = found["Parameters"]',
      'return {"all": parameters}',
    ),
    [{ verdict: 'fail', severity: 'risk', at: { line: 6 }, message: expect.stringContaining('NextToken') }],
  ],
  [
    'a query may well fit one page',
    inHandler('return table.query(KeyConditionExpression=event)["Items"]'),
    [{ verdict: 'fail', severity: 'improvement', message: expect.stringContaining('LastEvaluatedKey') }],
  ],
  ['one item', inHandler('return table.query(IndexName="a")["Items"][0]'), [{ verdict: 'pass' }]],
  ['a count', inHandler('return len(table.scan()["Items"])'), [{ verdict: 'pass' }]],
  ['a test', inHandler('if table.scan().get("Items"):', '    return 1'), [{ verdict: 'pass' }]],
  ['the answer as a whole', inHandler('return table.scan()'), [{ verdict: 'pass' }]],
  [
    'a client that is passed',
    functionFiles(
      'import boto3\n\ndef names(logs):\n    return [one["arn"] for one in logs.describe_log_groups()["logGroups"]]\n\ndef handler(event, context):\n    return names(boto3.client("logs"))\n',
    ),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'a method of something else',
    functionFiles('import boto3\n\ndef handler(event, context):\n    return [one for one in db.query("x")["Items"]]\n'),
    [{ verdict: 'not-applicable' }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
