import { describe, expect, test } from 'vitest';
import { basic, declaredIn, lines } from '../../../tests/declared-in.ts';

const cdk = (body: string): Record<string, string> => ({
  'cdk.json': '{"app": "python3 app.py"}',
  'app.py': `from aws_cdk import App, Stack, aws_dynamodb as dynamodb, aws_iam as iam, aws_lambda as lambda_, aws_s3 as s3
class S(Stack):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        bucket = s3.Bucket(self, 'B')
        role = iam.Role(self, 'R', assumed_by=iam.ServicePrincipal('lambda.amazonaws.com'))
        fn = lambda_.Function(self, 'F', code=lambda_.Code.from_asset('src'), handler='app.handler', runtime=lambda_.Runtime.PYTHON_3_13)
        own = lambda_.Function(self, 'O', code=lambda_.Code.from_asset('src'), handler='app.handler', runtime=lambda_.Runtime.PYTHON_3_13, role=role)
${body.replaceAll(/^/gm, '        ')}
app = App()
S(app, 'S')
`,
});

describe('CDK', () => {
  test.for<[string, string, string, string[]]>([
    [
      'a method that grants',
      'bucket.grant_read(fn)',
      'fn',
      ['method grant_read: s3:GetObject* s3:GetBucket* s3:List* on ${bucket.Arn} ${bucket.Arn}/*', basic],
    ],
    [
      'a method with a pattern',
      "bucket.grant_put(own, 'in/*')",
      'own',
      ['method grant_put: s3:PutObject s3:PutObjectLegalHold s3:PutObjectRetention on ${bucket.Arn}/in/*'],
    ],
    ['to the role', 'bucket.grant_delete(role)', 'own', ['method grant_delete: s3:DeleteObject* on ${bucket.Arn}/*']],
    [
      'a statement',
      "fn.add_to_role_policy(iam.PolicyStatement(effect=iam.Effect.DENY, actions=['s3:*'], resources=[bucket.bucket_arn + '/*']))",
      'fn',
      ['Deny s3:* on ${bucket.Arn}/*', basic],
    ],
    [
      'a statement that is filled later',
      "one = iam.PolicyStatement(actions=['s3:GetObject'])\none.add_actions('s3:PutObject', 's3:DeleteObject')\none.add_resources(bucket.arn_for_objects('*'))\nfn.add_to_role_policy(one)",
      'fn',
      ['s3:GetObject s3:PutObject s3:DeleteObject on ${bucket.Arn}/*', basic],
    ],
    [
      'a statement on all',
      'one = iam.PolicyStatement()\none.add_actions("s3:*")\none.add_all_resources()\nfn.add_to_role_policy(one)',
      'fn',
      ['s3:* on *', basic],
    ],
    [
      'a statement that denies, as is said later',
      "one = iam.PolicyStatement(actions=['s3:*'], resources=['*'])\none.effect = iam.Effect.DENY\nfn.add_to_role_policy(one)",
      'fn',
      ['Deny s3:* on *', basic],
    ],
    [
      'a statement that denies, by names that are imported alone',
      "from aws_cdk.aws_iam import Effect, PolicyStatement\nfn.add_to_role_policy(PolicyStatement(effect=Effect.DENY, actions=['s3:*'], resources=['*']))",
      'fn',
      ['Deny s3:* on *', basic],
    ],
    [
      'a statement that denies under a test',
      "import os\none = iam.PolicyStatement(actions=['s3:*'], resources=['*'])\nif os.environ['STAGE'] == 'prod':\n    one.effect = iam.Effect.DENY\nfn.add_to_role_policy(one)",
      'fn',
      ['s3:* on * maybe', basic],
    ],
    [
      'a grant of its own',
      "iam.Grant.add_to_principal(grantee=fn, actions=['s3:GetObject'], resource_arns=[bucket.bucket_arn + '/*'])",
      'fn',
      ['s3:GetObject on ${bucket.Arn}/*', basic],
    ],
    [
      'a policy to which statements are added',
      "policy = iam.Policy(self, 'P')\npolicy.add_statements(iam.PolicyStatement(actions=['s3:*'], resources=['*']))\npolicy.attach_to_role(role)",
      'own',
      ['s3:* on *'],
    ],
    [
      'a managed policy',
      "role.add_managed_policy(iam.ManagedPolicy.from_aws_managed_policy_name('AmazonSQSFullAccess'))",
      'own',
      ['managed AmazonSQSFullAccess: sqs:* on *'],
    ],
  ])('%s', async ([, body, id, expected]) => {
    const declared = await declaredIn(cdk(body), id);
    expect(lines(declared)).toEqual(expected);
    expect(declared?.unknown).toEqual([]);
  });

  test.for<[string, string, string]>([
    [
      'attached to the role of a function',
      "policy = iam.Policy(self, 'P', statements=[iam.PolicyStatement(actions=['s3:*'], resources=['*'])])\npolicy.attach_to_role(fn.role)",
      'fn',
    ],
    [
      'attached to a role',
      "policy = iam.ManagedPolicy(self, 'P', statements=[iam.PolicyStatement(actions=['s3:*'], resources=['*'])])\npolicy.attach_to_role(role)",
      'own',
    ],
    [
      'attached inline',
      "fn.role.attach_inline_policy(iam.Policy(self, 'P', document=iam.PolicyDocument(statements=[iam.PolicyStatement(actions=['s3:*'], resources=['*'])])))",
      'fn',
    ],
  ])('a policy that is %s', async ([, body, id]) => {
    const declared = await declaredIn(cdk(body), id);
    expect(lines(declared)).toContain('s3:* on *');
    expect(declared?.unknown).toEqual([]);
  });

  test('a statement that is filled later is said to be unknown', async () => {
    const declared = await declaredIn(cdk('fn.add_to_role_policy(iam.PolicyStatement())'), 'fn');
    expect(declared?.unknown.map(({ text }) => text)).toEqual(['a statement without actions']);
  });

  test('what is granted to one of several constructs of one line may be granted to another', async () => {
    const files = cdk(
      "Worker(self, 'A').fn.add_to_role_policy(iam.PolicyStatement(actions=['s3:*'], resources=['*']))\nWorker(self, 'B')",
    );
    const worker = `from constructs import Construct
class Worker(Construct):
    def __init__(self, scope, id):
        super().__init__(scope, id)
        self.fn = lambda_.Function(self, 'W', code=lambda_.Code.from_asset('src'), handler='app.handler', runtime=lambda_.Runtime.PYTHON_3_13)
class S(Stack):`;
    const app = { ...files, 'app.py': String(files['app.py']).replace('class S(Stack):', worker) };
    const declared = await declaredIn(app, 'fn[W]#2');
    expect(declared?.unknown.map(({ text }) => text)).toEqual(['fn[W]#2 is one of several of the same code']);
  });

  test('a method that nobody knows is said to be unknown', async () => {
    const declared = await declaredIn(cdk('bucket.grant_everything(fn)'), 'fn');
    expect(declared?.unknown.map(({ text }) => text)).toEqual([
      'bucket.grant_everything: what grant_everything grants',
    ]);
  });

  test('what another file makes is granted something', async () => {
    const files = {
      ...cdk(
        'from worker import Worker\nfrom roles import logs\nworker = Worker(self)\nbucket.grant_delete(worker.handler)\nlogs(worker.role)',
      ),
      'worker.py': `from aws_cdk import aws_iam as iam, aws_lambda as lambda_
class Worker:
    def __init__(self, scope):
        self.role = iam.Role(scope, 'WR', assumed_by=iam.ServicePrincipal('lambda.amazonaws.com'))
        self.handler = lambda_.Function(scope, 'W', code=lambda_.Code.from_asset('src'), handler='app.handler', runtime=lambda_.Runtime.PYTHON_3_13, role=self.role)
`,
      'roles.py': `from aws_cdk import aws_iam as iam
def logs(role):
    role.add_to_policy(iam.PolicyStatement(actions=['logs:PutLogEvents'], resources=['*']))
`,
    };
    expect(lines(await declaredIn(files, 'handler'))).toEqual([
      'method grant_delete: s3:DeleteObject* on ${app.py#bucket.Arn}/*',
      'logs:PutLogEvents on *',
    ]);
  });

  test('what another file makes is what is granted access to', async () => {
    const files = {
      ...cdk('from worker import Front, Worker\nWorker(self, Front(bucket, role))'),
      'worker.py': `from aws_cdk import aws_lambda as lambda_
class Front:
    def __init__(self, bucket, role):
        self.bucket = bucket
        self.role = role
class Worker:
    def __init__(self, scope, front):
        handler = lambda_.Function(scope, 'W', code=lambda_.Code.from_asset('src'), handler='app.handler', runtime=lambda_.Runtime.PYTHON_3_13)
        front.bucket.grant_delete(handler)
        front.bucket.grant_put(front.role)
`,
    };
    const declared = await declaredIn(files, 'handler');
    expect(lines(declared)).toEqual(['method grant_delete: s3:DeleteObject* on ${app.py#bucket.Arn}/*', basic]);
    expect(declared?.unknown).toEqual([]);
    expect(lines(await declaredIn(files, 'own'))).toEqual([
      'method grant_put: s3:PutObject s3:PutObjectLegalHold s3:PutObjectRetention on ${bucket.Arn}/*',
    ]);
  });
});
