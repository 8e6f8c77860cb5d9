import { expect, test } from 'vitest';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { withoutCircles } from './circles.ts';

const tree = parseYaml(`Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Upload: { Type: S3, Properties: { Bucket: !Ref Uploads } }
  Named:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: named, Role: !GetAtt Role.Arn }
  Role: { Type: AWS::IAM::Role }
  Uploads: { Type: AWS::S3::Bucket }
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties: { DefinitionString: !Sub '{"Resource": "\${Work.Arn}"}' }
  Later: { Type: AWS::SNS::Topic, DependsOn: [Flow] }
  Free: { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub '\${AWS::StackName}-q' } }
`);

const made = 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:';

test.for<[string, string, string, string | undefined]>([
  ['what waits for nothing', 'Work', '${Free.Arn}', '${Free.Arn}'],
  ['what is no resource', 'Work', 'arn:${AWS::Partition}:s3:::b/*', 'arn:${AWS::Partition}:s3:::b/*'],
  ['the function itself', 'Work', '${Work.Arn}', `${made}\${AWS::StackName}-Work-*`],
  ['its name in a text', 'Work', 'log-group:/aws/lambda/${Work}:*', 'log-group:/aws/lambda/${AWS::StackName}-Work-*:*'],
  ['a function that has the role', 'Role', '${Named.Arn}', `${made}named`],
  ['a machine that starts the function', 'Work', '${Flow.Arn}', undefined],
  ['the same for another function', 'Named', '${Flow.Arn}', '${Flow.Arn}'],
  ['through what waits by word', 'Work', '${Later}', undefined],
  ['a bucket to which the function listens', 'Work', '${Uploads.Arn}/*', undefined],
])('%s', ([, owner, resource, expected]) => {
  const wanted = [{ actions: ['a:b'], resources: [resource] }];
  const found = withoutCircles(tree, ['Resources', owner, 'Properties'], wanted);
  expect(found?.[0]?.resources[0]).toBe(expected);
});

const serverless = (provider: string, functions = '{ work-it: {}, named: { name: "n-${sls:stage}" } }'): string =>
  `service: s\nprovider: { ${provider} }\nfunctions: ${functions}\nresources: { Resources: { Free: { Type: AWS::SQS::Queue } } }\n`;

test.for<[string, string, string, string | undefined]>([
  ['what is no function', serverless('name: aws'), '${Free.Arn}', '${Free.Arn}'],
  ['a function that is named for its stack', serverless(''), '${work-it.Arn}', `${made}\${AWS::StackName}-work-it`],
  ['a function that states its name', serverless(''), '${named.Arn}', `${made}n-\${sls:stage}`],
  ['a stack of another name', serverless('stackName: t'), '${work-it.Arn}', undefined],
  ['a variable with a fallback that is not known', serverless(''), 'arn:aws:s3:::b-${opt:stage}', undefined],
  ['a variable that is always known', serverless(''), 'arn:aws:s3:::b-${sls:stage}', 'arn:aws:s3:::b-${sls:stage}'],
  ['functions of other files', serverless('', '[${file(f.yml)}]'), '${work-it.Arn}', undefined],
])('serverless.yml: %s', ([, text, resource, expected]) => {
  const wanted = [{ actions: ['a:b'], resources: [resource] }];
  const found = withoutCircles(parseYaml(text), ['provider', 'iamRoleStatements'], wanted);
  expect(found?.[0]?.resources[0]).toBe(expected);
});
