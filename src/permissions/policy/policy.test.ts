import { describe, expect, test } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { openIam } from '../../catalogue/iam/iam.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { sizeOf, splitStatements } from './documents.ts';
import { policyFaults } from './policy-faults.ts';
import { renderIamPolicies } from './render-json.ts';
import { isOfTemplate, renderSam } from './render-sam.ts';
import { isOfTerraform, renderTerraform } from './render-terraform.ts';
import { type ServicePolicy, servicePolicy } from './service-policy.ts';
import { type Grantable, type PolicyStatement, statementsOf } from './statements.ts';

const iam = openIam(openCatalogue());

const need = (action: string, ...resources: string[]): Grantable => ({ action, resources, certainty: 'resolved' });
const guess = (action: string, ...resources: string[]): Grantable => ({ action, resources, certainty: 'guessed' });
const statements = (...needed: Grantable[]): PolicyStatement[] => statementsOf(needed, false, iam);
const policy = (id: string, name: string, ...needed: Grantable[]): ServicePolicy =>
  servicePolicy({ id, name, deployedAs: null, needed }, { guessed: false, mostSize: 6144, iam });

const orders = '${Orders.Arn}';

describe('statements', () => {
  test.for<[string, Grantable[], [string, string, string][]]>([
    ['none', [], []],
    [
      'actions of a service on the same resources are one',
      [need('dynamodb:PutItem', orders), need('dynamodb:GetItem', orders), need('sqs:SendMessage', orders)],
      [
        ['DynamodbReadWriteOrders', 'dynamodb:GetItem dynamodb:PutItem', orders],
        ['SqsWriteOrders', 'sqs:SendMessage', orders],
      ],
    ],
    [
      'resources that another one covers are left out',
      [need('s3:GetObject', '${A.Arn}/in/b', '${A.Arn}/in/*', '${A.Arn}/out')],
      [['S3ReadA', 's3:GetObject', '${A.Arn}/in/* ${A.Arn}/out']],
    ],
    ['anything covers all', [need('s3:GetObject', 'arn:aws:s3:::b/*', '*')], [['S3Read', 's3:GetObject', '*']]],
    [
      'what is guessed is left out',
      [guess('s3:GetObject', '*'), need('s3:GetObject', 'arn:aws:s3:::b/*'), guess('s3:PutObject', '*')],
      [['S3ReadB', 's3:GetObject', 'arn:aws:s3:::b/*']],
    ],
    [
      'names are told apart',
      [need('s3:GetObject', 'arn:aws:s3:::b/x'), need('s3:GetObjectTagging', 'arn:aws:s3:::b/y')],
      [
        ['S3ReadB', 's3:GetObject', 'arn:aws:s3:::b/x'],
        ['S3ReadB2', 's3:GetObjectTagging', 'arn:aws:s3:::b/y'],
      ],
    ],
  ])('%s', ([, needed, expected]) => {
    const found = statements(...needed).map(({ sid, actions, resources }) => [
      sid,
      actions.join(' '),
      resources.join(' '),
    ]);
    expect(found).toEqual(expected);
  });

  test('guesses are granted where that is asked for', () => {
    expect(statementsOf([guess('s3:GetObject', '*')], true, iam)).toHaveLength(1);
  });

  test.for<[string, string]>([
    ['${aws_dynamodb_table.orders.arn}/index/*', 'DynamodbReadOrders'],
    ['${aws_dynamodb_table.orders[0].arn}', 'DynamodbReadOrders'],
    ['arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders-2026', 'DynamodbReadOrders2026'],
    ['arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*', 'DynamodbReadTable'],
    ['arn:aws:dynamodb:*:*:table/${Orders}', 'DynamodbReadOrders'],
  ])('a statement on %s is named %s', ([resource, name]) => {
    expect(statements(need('dynamodb:GetItem', resource))).toMatchObject([{ sid: name }]);
  });
});

describe('sizes', () => {
  const many = Array.from({ length: 150 }, (_, index) =>
    need('s3:GetObject', `arn:aws:s3:::bucket-${index}-of-many/*`),
  );

  test('policies that are too large are parted, and grant the same', () => {
    const whole = statements(need('sqs:SendMessage', orders), ...many);
    const parts = splitStatements(whole, 1000);
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) expect(sizeOf(part)).toBeLessThanOrEqual(1000);
    const granted = (all: readonly PolicyStatement[]): string[] =>
      all.flatMap(({ actions, resources }) => actions.flatMap((action) => resources.map((one) => `${action} ${one}`)));
    expect(granted(parts.flat()).sort()).toEqual(granted(whole).sort());
    for (const part of parts) expect(new Set(part.map(({ sid }) => sid)).size).toBe(part.length);
  });

  test('white space does not count, and placeholders as they may become', () => {
    const size = (resource: string): number => sizeOf([{ sid: 'A', actions: ['a:b'], resources: [resource] }]);
    expect(size('${AWS::AccountId}') - size('arn')).toBe(12 - 3);
    expect(size('${A.Arn}')).toBeGreaterThan(size('a'.repeat(100)));
  });
});

describe('faults by the catalogue', () => {
  test.each([
    need('s3:GetObject', 'arn:${AWS::Partition}:s3:::b/*'),
    need('s3:GetObject', '${B.Arn}/*'),
    need('s3:ListAllMyBuckets', '*'),
    need('sns:Publish', '*-news'),
  ])('none: %j', (needed) => {
    expect(policyFaults(statements(needed), iam)).toEqual([]);
  });

  test.for<[Grantable, string]>([
    [need('s3:ListAllMyBuckets', 'arn:aws:s3:::b'), 'does not support arn:aws:s3:::b'],
    [need('dynamodb:GetItem', 'arn:aws:sqs:eu-west-1:1:jobs'), 'does not support arn:aws:sqs'],
  ])('%j', ([needed, fault]) => {
    expect(policyFaults(statements(needed), iam)).toEqual([expect.stringContaining(fault)]);
  });
});

test('of an ARN of which the end is known the service is; what is no ARN is left out and told', () => {
  const { policies, faults } = policy('a#a', 'a', need('sns:Publish', '*-news', 'news'), need('sqs:SendMessage', 'q'));
  expect(policies.flat()).toMatchObject([{ resources: ['arn:${AWS::Partition}:sns:*:*:*-news'] }]);
  expect(faults).toEqual([
    'sns:Publish on news, which is no ARN, is left out',
    'sqs:SendMessage on q, which is no ARN, is left out',
  ]);
});

test('an action that the catalogue does not have is granted only where guesses are', () => {
  const needed = [need('s3:GetObjekt', '*')];
  const left = servicePolicy({ id: 'a', name: 'a', deployedAs: null, needed }, { guessed: false, mostSize: 6144, iam });
  expect(left).toMatchObject({ policies: [], faults: ['s3:GetObjekt, which AWS does not list, is left out'] });
  const kept = servicePolicy({ id: 'a', name: 'a', deployedAs: null, needed }, { guessed: true, mostSize: 6144, iam });
  expect(kept.faults).toEqual(['S3: AWS has no action s3:GetObjekt']);
  expect(kept.policies.flat()).toHaveLength(1);
});

describe('as JSON', () => {
  const one = policy('a.yaml#A', 'A', need('s3:GetObject', '${B.Arn}/*'));

  test('of one service its policy', () => {
    expect(JSON.parse(renderIamPolicies([one]))).toEqual({
      Version: '2012-10-17',
      Statement: [{ Sid: 'S3ReadB', Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['${B.Arn}/*'] }],
    });
  });

  test('of several an object by ids; several policies as a list', () => {
    const large = { ...one, id: 'b', policies: [...one.policies, ...one.policies] };
    const document = JSON.parse(renderIamPolicies([one, large])) as Record<string, unknown>;
    expect(Object.keys(document)).toEqual(['a.yaml#A', 'b']);
    expect(document['b']).toHaveLength(2);
  });
});

describe('for SAM', () => {
  test('references in the words of the template', () => {
    const text = renderSam(
      [policy('t.yaml#A', 'A', need('s3:GetObject', '${B.Arn}/*'), need('sqs:SendMessage', '${Q.Arn}'))],
      10_240,
    );
    expect(text).toContain("          - !Sub '${B.Arn}/*'\n");
    expect(text).toContain('          - !GetAtt Q.Arn\n');
    expect(parseYaml(text).faults).toEqual([]);
  });

  test('the function itself by the name that is made for it: a reference would be a circle', () => {
    const text = renderSam([policy('t.yaml#A', 'A', need('lambda:InvokeFunction', '${A.Arn}'))], 10_240);
    expect(text).toContain(':function:${AWS::StackName}-A-*');
    expect(text).not.toContain('GetAtt');
  });

  test.for<[title: string, id: string, deployedAs: string | null, name: string]>([
    ['of a function that states its name', 't.yaml#A', 'orders-${Stage}', 'orders-${Stage}'],
    ['of a function in a serverless.yml', 'serverless.yml#my-fn', '${AWS::StackName}-my-fn', '${AWS::StackName}-my-fn'],
    ['of a name with the stage', 'serverless.yml#my-fn', 'x-${sls:stage}', 'x-${sls:stage}'],
  ])('its own ARN %s', ([, id, deployedAs, name]) => {
    const own = id.slice(id.indexOf('#') + 1);
    const made = { ...policy(id, 'A', need('lambda:InvokeFunction', `\${${own}.Arn}`)), deployedAs };
    expect(isOfTemplate(made)).toBe(true);
    expect(renderSam([made], 10_240)).toContain(`:function:${name}'\n`);
  });

  test('managed policies where inline ones would be too large', () => {
    const text = renderSam([policy('t.yaml#A', 'a-b', need('s3:GetObject', '${B.Arn}/*'))], 10);
    expect(text).toContain(
      'Policies:\n  - !Ref abPolicy1\nResources:\n  abPolicy1:\n    Type: AWS::IAM::ManagedPolicy\n',
    );
    expect(parseYaml(text).faults).toEqual([]);
  });

  test('the statements of a serverless.yml; a document for each service', () => {
    const text = renderSam(
      [policy('serverless.yml#a', 'a', need('s3:GetObject', '*')), policy('t.yaml#B', 'B')],
      10_240,
    );
    expect(text).toContain('provider:\n  iam:\n    role:\n      statements:\n        - Sid: S3Read\n');
    expect(text).toContain('---\n# t.yaml#B\nPolicies: []\n');
    expect(parseYaml(text).documents).toHaveLength(2);
  });

  test.for([
    ['t.yaml#A', '${B.Arn}/*', true],
    ['app.py#h', 'arn:${AWS::Partition}:s3:::b/*', true],
    ['app.py#Stack', '${bucket.Arn}/*', false],
    ['main.tf#a', '${aws_s3_bucket.b.arn}/*', false],
  ] as const)('%s with %s: %s', ([id, resource, said]) => {
    expect(isOfTemplate(policy(id, 'a', need('s3:GetObject', resource)))).toBe(said);
  });
});

describe('for Terraform', () => {
  test('references, data sources, and the layout of terraform fmt', () => {
    const text = renderTerraform([
      policy(
        'main.tf#resize',
        're-size',
        need('s3:GetObject', '${aws_s3_bucket.b.arn}/*'),
        need(
          'sqs:SendMessage',
          '${aws_sqs_queue.q.arn}',
          'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:x"y',
        ),
      ),
    ]);
    expect(text).toBe(`data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

# main.tf#resize
data "aws_iam_policy_document" "re_size" {
  statement {
    sid       = "S3ReadB"
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.b.arn}/*"]
  }

  statement {
    sid     = "SqsWriteQAndOthers"
    actions = ["sqs:SendMessage"]
    resources = [
      aws_sqs_queue.q.arn,
      "arn:\${data.aws_partition.current.partition}:sqs:\${data.aws_region.current.name}:\${data.aws_caller_identity.current.account_id}:x\\"y",
    ]
  }
}
`);
  });

  test('labels are told apart, and several policies numbered', () => {
    const one = policy('main.tf#a', 'a', need('s3:GetObject', '*'));
    const text = renderTerraform([one, { ...one, policies: [...one.policies, ...one.policies] }]);
    expect([...text.matchAll(/document" "(\w+)"/g)].map(([, label]) => label)).toEqual(['a', 'a_2_1', 'a_2_2']);
  });

  test.for([
    ['${aws_s3_bucket.b.arn}/*', true],
    ['${aws_s3_bucket.b["x"].arn}', true],
    ['${stage}-x', true],
    ['${B.Arn}', false],
    ['${module.m.aws_s3_bucket.b.arn}', false],
    ['${AWS::StackName}', false],
  ] as const)('%s: %s', ([resource, said]) => {
    expect(isOfTerraform(policy('main.tf#a', 'a', need('s3:GetObject', resource)))).toBe(said);
  });
});
