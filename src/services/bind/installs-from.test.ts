import { expect, test } from 'vitest';
import { servicesOf } from '../../../tests/join-services.ts';
import type { Files } from '../../../tests/judge-files.ts';

const code = 'def handler(event, context):\n    pass\n';

async function manifestsOf(files: Files): Promise<string[]> {
  const [service] = await servicesOf(files);
  return (service?.manifests ?? []).map(({ file }) => file);
}

const app = (asset: string): Files => ({
  'cdk.json': '{"app": "python3 app.py"}',
  'requirements.txt': 'aws-cdk-lib\n',
  'app.py': `import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_


class Main(cdk.Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        lambda_.Function(self, 'Work', runtime=lambda_.Runtime.PYTHON_3_13, handler='work.handler', code=lambda_.Code.from_asset('${asset}'))


app = cdk.App()
Main(app, 'main')
`,
  'src/work.py': code,
});

test('what an app of the AWS CDK declares for itself is not installed beside the code of its functions', async () => {
  expect(await manifestsOf(app('src'))).toEqual([]);
  expect(await manifestsOf({ ...app('src'), 'src/requirements.txt': 'requests==2.32.0\n' })).toEqual([
    'src/requirements.txt',
  ]);
});

const serverless = (plugins: string): Files => ({
  'serverless.yml': `service: s
provider: { name: aws, runtime: python3.13 }
plugins: ${plugins}
functions: { work: { handler: app.handler } }
`,
  'app.py': code,
  'requirements.txt': 'requests==2.32.0\n',
});

test.for([
  ['[serverless-python-requirements]', ['requirements.txt']],
  ['[serverless-wsgi]', ['requirements.txt']],
  ['[serverless-offline]', []],
] as const)('Serverless installs by a plugin: %s', async ([plugins, expected]) => {
  expect(await manifestsOf(serverless(plugins))).toEqual(expected);
});

test('what the layers of a function declare is installed beside its code', async () => {
  const files = {
    'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.13, Handler: app.handler, CodeUri: src, Layers: [!Ref Shared] }
  Shared:
    Type: AWS::Serverless::LayerVersion
    Properties: { ContentUri: layers/shared }
    Metadata: { BuildMethod: python3.13 }
`,
    'src/app.py': code,
    'src/requirements.txt': 'requests==2.32.0\n',
    'layers/shared/requirements.txt': 'aws-lambda-powertools==3.0.0\n',
  };
  expect((await manifestsOf(files)).sort()).toEqual(['layers/shared/requirements.txt', 'src/requirements.txt']);
});
