import { expect, test } from 'vitest';
import { finding, findingsOn } from '../../../tests/judge-files.ts';
import { statement, withPolicies } from '../../../tests/policy-files.ts';

const id = 'resource-wildcard';
const put = 'boto3.resource("dynamodb").Table(os.environ["TABLE"]).put_item(Item={})';

test('everything for code that uses one table', async () => {
  expect(await findingsOn(id, withPolicies([statement('dynamodb:PutItem', '"*"')], [put]))).toMatchObject([
    finding(
      'fail',
      'improvement',
      'dynamodb:PutItem on *',
      'template.yaml:10',
      'dynamodb:PutItem is allowed on *; the code needs ${Orders.Arn}',
    ),
  ]);
});

test.for<[string, string, string]>([
  ['the one table', statement('dynamodb:PutItem', '!GetAtt Orders.Arn'), put],
  [
    'tables with a prefix',
    statement('dynamodb:PutItem', '"arn:aws:dynamodb:*:*:table/app-*"'),
    'boto3.resource("dynamodb").Table("app-x").put_item(Item={})',
  ],
  [
    'a table that the event names',
    statement('dynamodb:PutItem', '"*"'),
    'boto3.resource("dynamodb").Table(event["t"]).put_item(Item={})',
  ],
])('%s', async ([, policy, code]) => {
  expect(await findingsOn(id, withPolicies([policy], [code]))).toMatchObject([{ verdict: 'pass' }]);
});

test('a statement that nothing uses is the business of another check', async () => {
  expect(await findingsOn(id, withPolicies([statement('sqs:SendMessage', '"*"')], [put]))).toMatchObject([
    { verdict: 'not-applicable' },
  ]);
});
