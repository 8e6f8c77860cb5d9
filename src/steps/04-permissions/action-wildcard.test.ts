import { expect, test } from 'vitest';
import { finding, findingsOn, fixedText } from '../../../tests/judge-files.ts';
import { statement, withPolicies } from '../../../tests/policy-files.ts';

const id = 'action-wildcard';
const put = 'boto3.resource("dynamodb").Table(os.environ["TABLE"]).put_item(Item={})';

test('all actions of a service, with what is needed of them', async () => {
  const files = withPolicies([statement('"dynamodb:*"', '!GetAtt Orders.Arn')], [put]);
  const found = await findingsOn(id, files);
  expect(found).toMatchObject([
    finding(
      'fail',
      'risk',
      'dynamodb:* on ${Orders.Arn}',
      'template.yaml:10',
      'every action of the service; dynamodb:PutItem is what the code needs',
    ),
  ]);
  const [first] = found;
  const text = first === undefined ? '' : fixedText(files, 'template.yaml', first);
  expect(text).toContain('dynamodb:PutItem');
  expect(text).not.toContain('dynamodb:*');
});

test('what a call can do without is told from what it needs', async () => {
  const get = 'boto3.client("s3").get_object(Bucket="reports", Key="today")';
  expect(await findingsOn(id, withPolicies([statement('"s3:*"', '"*"')], [get]))).toMatchObject([
    {
      message: expect.stringContaining(
        's3:GetObject is what the code needs of it; some of its calls may want s3:ListBucket',
      ),
    },
  ]);
});

test.for<[string, string, 'pass' | 'fail']>([
  ['everything', statement('"*"', '"*"'), 'fail'],
  ['everything but', '- Statement: { Effect: Allow, NotAction: "iam:*", Resource: "*" }', 'fail'],
  ['a family', statement('"dynamodb:Put*"', '"*"'), 'pass'],
  ['logs', statement('"logs:*"', '"*"'), 'pass'],
])('%s', async ([, policy, verdict]) => {
  expect(await findingsOn(id, withPolicies([policy], [put]))).toMatchObject([{ verdict }]);
});

test('policies that others keep are no statements of the repository', async () => {
  expect(await findingsOn(id, withPolicies(['- AmazonSQSFullAccess'], [put]))).toMatchObject([
    { verdict: 'not-applicable' },
  ]);
});
