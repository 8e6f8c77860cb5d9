import { expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { findPermissions } from './permissions.ts';

const role = `  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      Policies:
        - PolicyName: p
          PolicyDocument: { Statement: [{ Effect: Allow, Action: 'logs:*', Resource: '*' }] }
`;

/** What a function lacks: `ACTION` where that is sure, `ACTION?` where it is doubted. */
async function missing(settings: string, beside = ''): Promise<string[]> {
  const template = `Conditions: { InNetwork: !Equals [!Ref "AWS::Region", eu-west-1] }
Resources:
  F:
    Type: AWS::Lambda::Function
    Properties:
      Handler: app.handler
      Runtime: python3.13
      Code: src
      Role: !GetAtt Role.Arn
${settings}
${role}${beside}`;
  const files = { 'template.yaml': template, 'src/app.py': 'def handler(event, context):\n    return event\n' };
  const { services } = await findPermissions(memoryRepository(files));
  return services.flatMap((one) =>
    (one.missing ?? []).map(({ action, certainty }) => `${action}${certainty === 'resolved' ? '' : '?'}`),
  );
}

const vpc = '{ SubnetIds: [s], SecurityGroupIds: [g] }';
const mapping = (arn: string): string => `  Source:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: !Ref F, StartingPosition: LATEST, EventSourceArn: ${arn} }
`;

test.for<[string, string, string, string[]]>([
  [
    'a network',
    `      VpcConfig: ${vpc}`,
    '',
    ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces'],
  ],
  [
    'a network that a condition decides',
    `      VpcConfig: !If [InNetwork, ${vpc}, !Ref "AWS::NoValue"]`,
    '',
    ['ec2:CreateNetworkInterface?', 'ec2:DeleteNetworkInterface?', 'ec2:DescribeNetworkInterfaces?'],
  ],
  ['a key of the environment', '      KmsKeyArn: arn:aws:kms:eu-west-1:123456789012:key/k', '', ['kms:Decrypt?']],
  [
    'a stream of Kinesis',
    '',
    mapping('arn:aws:kinesis:eu-west-1:123456789012:stream/s'),
    [
      'kinesis:DescribeStream',
      'kinesis:DescribeStreamSummary?',
      'kinesis:GetRecords',
      'kinesis:GetShardIterator',
      'kinesis:ListShards?',
    ],
  ],
  ['a stream of elsewhere of which nothing tells the kind', '', mapping('!ImportValue stream'), []],
])('%s', async ([, settings, beside, expected]) => {
  const found = await missing(settings, beside);
  expect(found.filter((action) => !/Subnet|Vpc|SecurityGroups|PrivateIp/.test(action))).toEqual(expected);
});
