import { describe, expect, test } from 'vitest';
import { finding, findingsOn, fixedText } from '../../../tests/judge-files.ts';
import { statement, withPolicies } from '../../../tests/policy-files.ts';

const id = 'permission-missing';
const put = 'boto3.resource("dynamodb").Table(os.environ["TABLE"]).put_item(Item={})';

/** What is said of all but logs, which SAM grants. */
const findings = async (...given: Parameters<typeof withPolicies>) =>
  (await findingsOn(id, withPolicies(...given))).filter(({ subject }) => subject?.startsWith('logs:') === false);

test('what nothing grants, with the call that needs it', async () => {
  expect(await findings([], [put])).toMatchObject([
    finding(
      'fail',
      'risk',
      'dynamodb:PutItem',
      'app.py:5',
      'needs dynamodb:PutItem on ${Orders.Arn}, and nothing grants it',
    ),
  ]);
});

test.for<[string, string]>([
  ['the table', statement('dynamodb:PutItem', '!GetAtt Orders.Arn')],
  ['the table by its name', statement('dynamodb:PutItem', '!Sub "arn:aws:dynamodb:*:*:table/${Orders}"')],
  ['all actions in other letters', statement('DynamoDB:*', '"*"')],
  ['a list of actions', statement('[dynamodb:GetItem, dynamodb:PutItem]', '[!GetAtt Orders.Arn]')],
  ['all but another action', '- Statement: { Effect: Allow, NotAction: "s3:*", Resource: "*" }'],
])('granted: %s', async ([, policy]) => {
  expect(await findings([policy], [put])).toMatchObject([
    finding('pass', 'risk', 'dynamodb:PutItem', 'app.py:5', 'dynamodb:PutItem is granted'),
  ]);
});

test.for<[string, string, string]>([
  ['another table', statement('dynamodb:PutItem', '!Sub "arn:aws:dynamodb:*:*:table/users"'), 'nothing grants it'],
  ['an index alone', statement('dynamodb:PutItem', '!Sub "${Orders.Arn}/index/*"'), 'nothing grants it'],
  [
    'all but this action',
    '- Statement: { Effect: Allow, NotAction: "dynamodb:*", Resource: "*" }',
    'nothing grants it',
  ],
  [
    'a denial',
    '- Statement: [{ Effect: Allow, Action: "*", Resource: "*" }, { Effect: Deny, Action: "dynamodb:Put*", Resource: !GetAtt Orders.Arn }]',
    'template.yaml:10 denies it',
  ],
])('not granted: %s', async ([, policy, why]) => {
  expect(await findings([policy], [put])).toMatchObject([finding('fail', 'risk', 'dynamodb:PutItem', 'app.py:5', why)]);
});

test('a boundary that leaves it out', async () => {
  const boundary = 'PermissionsBoundary: arn:aws:iam::aws:policy/AmazonSQSFullAccess';
  const files = withPolicies([statement('dynamodb:PutItem', '"*"')], [put]);
  const template = String(files['template.yaml']).replace('      Handler:', `      ${boundary}\n      Handler:`);
  const found = await findingsOn(id, { ...files, 'template.yaml': template });
  expect(found.find(({ subject }) => subject === 'dynamodb:PutItem')).toMatchObject({ verdict: 'fail' });
});

test('where not all is known that grants, nothing is missing for sure', async () => {
  expect(await findings(['- !ImportValue p'], [put])).toMatchObject([
    finding(
      { unknown: 'external-code' },
      'risk',
      'dynamodb:PutItem',
      'app.py:5',
      'not all that it is granted is known',
    ),
  ]);
});

test('a policy of the bucket may grant it', async () => {
  const policy = `  Policy:
    Type: AWS::S3::BucketPolicy
    Properties: { Bucket: b, PolicyDocument: { Statement: { Effect: Allow, Principal: { AWS: "*" }, Action: "s3:*", Resource: "*" } } }
`;
  expect(await findings([], ['boto3.client("s3").get_object(Bucket="b", Key="k")'], policy)).toMatchObject([
    { verdict: 'unknown', subject: 's3:GetObject', message: expect.stringContaining('a policy of the resource') },
  ]);
});

test('a role that trusts this one by name needs no statement', async () => {
  const roles = `  Other:
    Type: AWS::IAM::Role
    Properties:
      RoleName: other
      AssumeRolePolicyDocument: { Statement: { Effect: Allow, Action: "sts:AssumeRole", Principal: { AWS: !Ref TABLE } } }
`;
  const code = 'boto3.client("sts").assume_role(RoleArn="arn:aws:iam::123456789012:role/other", RoleSessionName="s")';
  expect(await findings([], [code], roles)).toMatchObject([{ verdict: 'unknown', subject: 'sts:AssumeRole' }]);
  expect(await findings([], [code])).toMatchObject([{ verdict: 'fail', subject: 'sts:AssumeRole' }]);
});

test("what a library of the team's own needs, by its model", async () => {
  const model = `[[library-models]]
id = "acme.save"
parameters = "key"
performs = [{ service = "s3", operation = "put_object", arguments = { Bucket = "=reports", Key = "key" } }]
`;
  const files = withPolicies([], ['import acme', 'acme.save("a.csv")']);
  const found = await findingsOn(id, { ...files, 'skyworthy.toml': model });
  expect(found.find(({ subject }) => subject === 's3:PutObject')).toMatchObject({ verdict: 'fail' });
});

describe('the fix', () => {
  const policy = ['- Statement:', '    - { Effect: Allow, Action: sqs:SendMessage, Resource: "*" } # kept'];
  const fixed = async (policies: readonly string[], call: string): Promise<string | null> => {
    const files = withPolicies(policies, [call]);
    const found = (await findingsOn(id, files)).find(({ verdict }) => verdict === 'fail');
    return found === undefined || found.fix?.edits.length === 0 ? null : fixedText(files, 'template.yaml', found);
  };

  test.for<[string, string, string]>([
    ['a resource of the template', put, 'dynamodb:PutItem\n              Resource: !GetAtt Orders.Arn\n'],
    [
      'an action without resources',
      'boto3.client("ec2").describe_regions()',
      "ec2:DescribeRegions\n              Resource: '*'\n",
    ],
  ])('%s', async ([, call, expected]) => {
    const kept = '# kept\n            - Effect: Allow\n              Action:\n                - ';
    expect(await fixed(policy, call)).toContain(kept + expected);
  });

  test.for<[string, readonly string[], string]>([
    [
      'where which table is meant is not known',
      policy,
      'boto3.client("dynamodb").get_item(TableName=event["t"], Key={})',
    ],
    ['where the topic is not known', policy, 'boto3.client("sns").publish(TopicArn=event["t"], Message="")'],
    [
      'where a statement denies it',
      ['- Statement:', '    - { Effect: Deny, Action: "dynamodb:*", Resource: "*" }', ...policy.slice(1)],
      put,
    ],
  ])('is left to a person %s', async ([, policies, call]) => {
    expect(await fixed(policies, call)).toBeNull();
  });
});
