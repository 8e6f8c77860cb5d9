import { expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { findPermissions } from './permissions.ts';

/** What a function needs beside its logs: `ACTION on RESOURCES`. */
async function needs(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { services } = await findPermissions(memoryRepository(files));
  const needed = services.flatMap((service) => service.needed).filter(({ action }) => !action.startsWith('logs:'));
  return needed.map(({ action, resources }) => `${action} on ${resources.join(' ')}`);
}

const sam = (call: string): Record<string, string> => ({
  'app.py': `import os\nimport boto3\n\ndef handler(event, context):\n    ${call}\n`,
  'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties: { Handler: app.handler, Runtime: python3.13, Environment: { Variables: { EMPTY: '' } } }
`,
});

test.for<[string, string, string]>([
  [
    'the function that calls itself',
    'boto3.client("lambda").invoke(FunctionName=os.environ["AWS_LAMBDA_FUNCTION_NAME"])',
    `lambda:InvokeFunction on \${F.Arn}`,
  ],
  [
    'a default for what the platform sets',
    'boto3.client("sqs").send_message(QueueUrl=os.environ.get("AWS_LAMBDA_LOG_GROUP_NAME", "jobs"), MessageBody="")',
    `sqs:SendMessage on arn:\${AWS::Partition}:sqs:\${AWS::Region}:\${AWS::AccountId}:*`,
  ],
  [
    'a text where an ARN is wanted',
    'boto3.client("sns").publish(TopicArn=event.get("topic", "unknown"), Message="")',
    'sns:Publish on *',
  ],
  [
    'a list that holds itself',
    'names = ["a"]; names.append(names); boto3.client("s3").get_object(Bucket=names, Key="k")',
    `s3:GetObject on arn:\${AWS::Partition}:s3:::*/k arn:\${AWS::Partition}:s3:::a/k`,
  ],
  [
    'a variable that is left empty',
    'boto3.client("s3").get_object(Bucket=os.environ["EMPTY"], Key="k")',
    `s3:GetObject on arn:\${AWS::Partition}:s3:::*/k`,
  ],
])('%s', async ([, call, expected]) => {
  expect(await needs(sam(call))).toEqual([expected]);
});

test.for<[string, string, string[]]>([
  ['left empty', 'var.key == null ? "" : var.key', []],
  ['given', 'aws_kms_key.k.arn', [`kms:Decrypt on \${aws_kms_key.k.arn}`]],
])('a key for the environment that is %s', async ([, key, expected]) => {
  const files = {
    'src/app.py': 'def handler(event, context):\n    return event\n',
    'main.tf': `variable "key" { default = null }
resource "aws_kms_key" "k" {}
resource "aws_lambda_function" "f" {
  function_name = "f"
  filename      = data.archive_file.f.output_path
  handler       = "app.handler"
  runtime       = "python3.13"
  kms_key_arn   = ${key}
}
data "archive_file" "f" {
  type        = "zip"
  source_dir  = "src"
  output_path = "f.zip"
}
`,
  };
  expect(await needs(files)).toEqual(expected);
});

test('a layer that another stack makes and hands over', async () => {
  const files = {
    'app.py': 'import helpers\n\ndef handler(event, context):\n    helpers.save()\n',
    'layer/python/helpers.py':
      'import boto3\n\ndef save():\n    boto3.client("s3").put_object(Bucket="reports", Key="a", Body=b"")\n',
    'layers.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Helpers: { Type: AWS::Serverless::LayerVersion, Properties: { ContentUri: layer } }
Outputs: { Helpers: { Value: !Ref Helpers } }
`,
    'api.yaml': `Transform: AWS::Serverless-2016-10-31
Parameters: { Common: { Type: CommaDelimitedList } }
Resources:
  F: { Type: AWS::Serverless::Function, Properties: { Handler: app.handler, Runtime: python3.13, CodeUri: ., Layers: !Ref Common } }
`,
    'template.yaml': `Resources:
  Layers: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: layers.yaml } }
  Api:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: api.yaml, Parameters: { Common: !Join [',', [!GetAtt Layers.Outputs.Helpers]] } }
`,
  };
  expect(await needs(files)).toEqual([`s3:PutObject on arn:\${AWS::Partition}:s3:::reports/a`]);
});

test('a property of a custom resource of that name, not one that speaks of such a thing too', async () => {
  const files = {
    'app.py': `import boto3

def handler(event, context):
    boto3.client("ssm").send_command(DocumentName=event["ResourceProperties"]["DocumentName"])
`,
    'template.yaml': `Resources:
  Doc: { Type: AWS::SSM::Document, Properties: { Content: {} } }
  Run: { Type: Custom::Run, Properties: { ServiceToken: !GetAtt F.Arn, DocumentName: !Ref Doc, LogGroup: !Sub '/runs/\${Doc}' } }
  F:
    Type: AWS::Lambda::Function
    Properties: { Handler: app.handler, Runtime: python3.13, Code: ., Role: r }
`,
  };
  expect(await needs(files)).toEqual(['ssm:SendCommand on ${Doc.Arn}']);
});
