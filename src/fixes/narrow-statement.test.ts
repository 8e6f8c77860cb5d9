import { describe, expect, test } from 'vitest';
import type { WantedStatement } from '../steps/judgement.ts';
import { applyEdits } from '../syntax/edit.ts';
import type { EditableFile } from '../syntax/editable-file.ts';
import { parseHcl } from '../syntax/hcl/index.ts';
import { jsonEdits, parseJson } from '../syntax/json/index.ts';
import { parseYaml, yamlEdits } from '../syntax/yaml/index.ts';
import { grantStatements, narrowStatement, withdrawActions } from './narrow-statement.ts';

type Language = 'yaml' | 'json' | 'hcl';

const open: Readonly<Record<Language, (text: string) => EditableFile>> = {
  yaml: (text) => ({ tree: parseYaml(text), edits: yamlEdits }),
  json: (text) => ({ tree: parseJson(text), edits: jsonEdits }),
  hcl: (text) => ({ hcl: parseHcl(text) }),
};

/** Applies to what stands between `«` and `»`; undefined where it is left to a person. */
function applied(
  edit: typeof narrowStatement,
  language: Language,
  marked: string,
  wanted: readonly WantedStatement[],
): string | undefined {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace('«', '').replace('»', '');
  const edits = edit(open[language](text), { start, end }, wanted);
  return edits && applyEdits(text, edits);
}

const reads: WantedStatement = {
  actions: ['dynamodb:GetItem', 'dynamodb:Query'],
  resources: ['${Table.Arn}', '${Table.Arn}/index/*'],
};
const sends: WantedStatement = { actions: ['sqs:SendMessage'], resources: ['${Jobs.Arn}'] };

const yaml = `Policies:
  - Statement:
      # reads orders
      - «Sid: Orders  # kept
        Effect: Allow
        Action:
          - dynamodb:GetItem # one by one
          - dynamodb:*
        Resource: "*"»
      - Effect: Deny
        Action: '*'
        Resource: '*'
`;

describe('a statement is narrowed', () => {
  test.for<[string, Language, string, WantedStatement[], string]>([
    [
      'YAML: what is wanted already stays, with its comment',
      'yaml',
      yaml,
      [reads],
      `Policies:
  - Statement:
      # reads orders
      - Sid: Orders  # kept
        Effect: Allow
        Action:
          - dynamodb:GetItem # one by one
          - dynamodb:Query
        Resource:
          - !GetAtt Table.Arn
          - !Sub '\${Table.Arn}/index/*'
      - Effect: Deny
        Action: '*'
        Resource: '*'
`,
    ],
    [
      'YAML: further statements follow it',
      'yaml',
      yaml,
      [sends, reads],
      `Policies:
  - Statement:
      # reads orders
      - Sid: Orders  # kept
        Effect: Allow
        Action:
          - dynamodb:GetItem # one by one
          - dynamodb:Query
        Resource:
          - !GetAtt Table.Arn
          - !Sub '\${Table.Arn}/index/*'
      - Effect: Allow
        Action:
          - sqs:SendMessage
        Resource: !GetAtt Jobs.Arn
      - Effect: Deny
        Action: '*'
        Resource: '*'
`,
    ],
    [
      'YAML: it goes where nothing is wanted',
      'yaml',
      yaml,
      [],
      `Policies:
  - Statement:
      # reads orders
      - Effect: Deny
        Action: '*'
        Resource: '*'
`,
    ],
    [
      'YAML in flow style',
      'yaml',
      "S: [«{Effect: Allow, Action: ['sqs:*', sqs:SendMessage], Resource: !GetAtt Jobs.Arn}»]\n",
      [sends],
      'S: [{Effect: Allow, Action: [sqs:SendMessage], Resource: !GetAtt Jobs.Arn}]\n',
    ],
    [
      'the long form of a function counts as what it says',
      'yaml',
      'S:\n  - «Effect: Allow\n    Action: sqs:*\n    Resource:\n      Fn::GetAtt: [Jobs, Arn]»\n',
      [sends],
      'S:\n  - Effect: Allow\n    Action: sqs:SendMessage\n    Resource:\n      Fn::GetAtt: [Jobs, Arn]\n',
    ],
    [
      'a function with a list below it is replaced as a whole',
      'yaml',
      'S:\n  - «Effect: Allow\n    Action: sqs:SendMessage\n    Resource: !Join\n      - ":"\n      - [a, b]»\n  - T: 1\n',
      [sends],
      'S:\n  - Effect: Allow\n    Action: sqs:SendMessage\n    Resource: !GetAtt Jobs.Arn\n  - T: 1\n',
    ],
    [
      'JSON',
      'json',
      '{"S": [\n  «{\n    "Effect": "Allow",\n    "Action": ["dynamodb:*"],\n    "Resource": "*"\n  }»\n]}\n',
      [reads],
      `{"S": [
  {
    "Effect": "Allow",
    "Action": ["dynamodb:GetItem", "dynamodb:Query"],
    "Resource": [{"Fn::GetAtt": ["Table", "Arn"]}, {"Fn::Sub": "\${Table.Arn}/index/*"}]
  }
]}
`,
    ],
    [
      'a statement block of Terraform',
      'hcl',
      `data "aws_iam_policy_document" "jobs" {
  «statement {
    sid = "Jobs"
    # all of it
    actions   = ["sqs:*"] # for now
    resources = ["*"]
  }»
}
`,
      [{ actions: ['sqs:SendMessage'], resources: ['${aws_sqs_queue.jobs.arn}'] }],
      `data "aws_iam_policy_document" "jobs" {
  statement {
    sid = "Jobs"
    # all of it
    actions   = ["sqs:SendMessage"] # for now
    resources = [aws_sqs_queue.jobs.arn]
  }
}
`,
    ],
    [
      'two of them',
      'hcl',
      `data "aws_iam_policy_document" "jobs" {
  «statement {
    actions = [
      "s3:*", # all
      "sqs:SendMessage",
    ]
    resources = ["*"]
  }»
}
`,
      [
        { actions: ['s3:GetObject', 's3:PutObject'], resources: ['${aws_s3_bucket.a.arn}/*'] },
        { actions: ['sqs:SendMessage'], resources: ['${aws_sqs_queue.jobs.arn}'] },
      ],
      `data "aws_iam_policy_document" "jobs" {
  statement {
    actions = [
      "sqs:SendMessage",
    ]
    resources = [aws_sqs_queue.jobs.arn]
  }

  statement {
    actions = [
      "s3:GetObject",
      "s3:PutObject",
    ]
    resources = ["\${aws_s3_bucket.a.arn}/*"]
  }
}
`,
    ],
    [
      "an object in Terraform's jsonencode, in which data sources tell the account",
      'hcl',
      `data "aws_caller_identity" "me" {}
resource "aws_iam_role_policy" "jobs" {
  policy = jsonencode({
    Statement = [
      «{
        Effect   = "Allow"
        Action   = "sqs:*"
        Resource = "*"
      }»,
    ]
  })
}
`,
      [{ actions: ['sqs:SendMessage'], resources: ['arn:${AWS::Partition}:sqs:eu-west-1:${AWS::AccountId}:jobs'] }],
      `data "aws_caller_identity" "me" {}
resource "aws_iam_role_policy" "jobs" {
  policy = jsonencode({
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = "arn:aws:sqs:eu-west-1:\${data.aws_caller_identity.me.account_id}:jobs"
      },
    ]
  })
}
`,
    ],
  ])('%s', ([, language, before, wanted, after]) => {
    expect(applied(narrowStatement, language, before, wanted)).toBe(after);
  });
});

describe('left to a person', () => {
  const statement = (...lines: string[]): string => `S:\n  - «${lines.join('\n    ')}»\n  - Effect: Deny\n`;
  test.for<[string, Language, string, WantedStatement[]]>([
    ['a refusal', 'yaml', statement('Effect: Deny', "Action: '*'", "Resource: '*'"), [sends]],
    ['what it does not name', 'yaml', statement('Effect: Allow', 'NotAction: a:b', "Resource: '*'"), [sends]],
    ["a resource's own policy", 'yaml', statement('Effect: Allow', "Principal: '*'", 'Action: a:b', 'Resource: x'), []],
    ['a merge key', 'yaml', statement('<<: *a', 'Effect: Allow', 'Action: a:b', 'Resource: x'), [sends]],
    ['an anchor', 'yaml', statement('Effect: Allow', 'Action: &a a:b', 'Resource: x'), [sends]],
    [
      'conditions, for several statements',
      'yaml',
      statement('Effect: Allow', 'Action: a:b', 'Resource: x', 'Condition: {}'),
      [reads, sends],
    ],
    [
      'the only statement, of which nothing is wanted',
      'yaml',
      'S:\n  - «Effect: Allow\n    Action: a:b\n    Resource: x»\n',
      [],
    ],
    [
      'several in the place of one that is in no list',
      'yaml',
      'S:\n  «Effect: Allow\n  Action: a:b\n  Resource: x»\n',
      [reads, sends],
    ],
    [
      "what stands in another of Terraform's modules",
      'hcl',
      'data "x" "y" {\n  «statement {\n    actions = ["a:b"]\n    resources = ["*"]\n  }»\n}\n',
      [{ actions: ['a:b'], resources: ['${module.jobs.aws_sqs_queue.jobs.arn}'] }],
    ],
    [
      'principals in Terraform',
      'hcl',
      'data "x" "y" {\n  «statement {\n    actions = ["a:b"]\n    resources = ["*"]\n    principals {\n    }\n  }»\n}\n',
      [{ actions: ['a:b'], resources: ['x'] }],
    ],
  ])('%s', ([, language, before, wanted]) => {
    expect(applied(narrowStatement, language, before, wanted)).toBeUndefined();
  });
});

describe('statements are added', () => {
  test.for<[string, Language, string, string]>([
    [
      'YAML',
      'yaml',
      'S:\n  «- Effect: Allow\n    Action: a:b\n    Resource: x»\nT: 1\n',
      'S:\n  - Effect: Allow\n    Action: a:b\n    Resource: x\n  - Effect: Allow\n    Action:\n      - sqs:SendMessage\n    Resource: !GetAtt jobs.arn\nT: 1\n',
    ],
    [
      'JSON',
      'json',
      '{"S": «[]»}',
      '{"S": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": {"Fn::GetAtt": ["jobs", "arn"]}}]}',
    ],
    [
      'YAML: to a statement on the same resources',
      'yaml',
      'S:\n  «- Effect: Allow\n    Action: # all\n      - sqs:GetQueueUrl # url\n    Resource: !GetAtt jobs.arn\n  - Effect: Deny\n    Action: a:b\n    Resource: x»\n',
      'S:\n  - Effect: Allow\n    Action: # all\n      - sqs:GetQueueUrl # url\n      - sqs:SendMessage\n    Resource: !GetAtt jobs.arn\n  - Effect: Deny\n    Action: a:b\n    Resource: x\n',
    ],
    [
      'YAML: not to one that has a name, or is on more',
      'yaml',
      'S:\n  «- Sid: Url\n    Effect: Allow\n    Action: sqs:GetQueueUrl\n    Resource: !GetAtt jobs.arn\n  - Effect: Allow\n    Action: sqs:GetQueueUrl\n    Resource: [!GetAtt jobs.arn, x]»\n',
      'S:\n  - Sid: Url\n    Effect: Allow\n    Action: sqs:GetQueueUrl\n    Resource: !GetAtt jobs.arn\n  - Effect: Allow\n    Action: sqs:GetQueueUrl\n    Resource: [!GetAtt jobs.arn, x]\n  - Effect: Allow\n    Action:\n      - sqs:SendMessage\n    Resource: !GetAtt jobs.arn\n',
    ],
    [
      'Terraform: to a statement on the same resources',
      'hcl',
      '«data "aws_iam_policy_document" "a" {\n  statement {\n    actions   = ["sqs:GetQueueUrl"] # url\n    resources = [aws_sqs_queue.jobs.arn]\n  }\n}»\n',
      'data "aws_iam_policy_document" "a" {\n  statement {\n    actions   = ["sqs:GetQueueUrl", "sqs:SendMessage"] # url\n    resources = [aws_sqs_queue.jobs.arn]\n  }\n}\n',
    ],
    [
      'a policy document of Terraform',
      'hcl',
      '«data "aws_iam_policy_document" "a" {\n  statement {\n    actions = ["a:b"]\n  }\n}»\n',
      'data "aws_iam_policy_document" "a" {\n  statement {\n    actions = ["a:b"]\n  }\n\n  statement {\n    actions   = ["sqs:SendMessage"]\n    resources = [aws_sqs_queue.jobs.arn]\n  }\n}\n',
    ],
  ])('%s', ([, language, before, after]) => {
    const wanted = [
      { actions: ['sqs:SendMessage'], resources: [language === 'hcl' ? '${aws_sqs_queue.jobs.arn}' : '${jobs.arn}'] },
    ];
    expect(applied(grantStatements, language, before, wanted)).toBe(after);
  });
});

describe('data sources of the module', () => {
  test.for<[title: string, beside: string, region: string]>([
    ['in another file', 'data "aws_region" "here" {}\n', '${data.aws_region.here.name}'],
    ['of another provider', 'data "aws_region" "there" {\n  provider = aws.there\n}\n', '*'],
    ['that are counted', 'data "aws_region" "here" {\n  count = 1\n}\n', '*'],
    ['that are not there', '', '*'],
  ])('%s', ([, beside, region]) => {
    const text = 'data "aws_iam_policy_document" "a" {\n  statement {\n    actions = ["a:b"]\n  }\n}\n';
    const wanted = [{ actions: ['sqs:SendMessage'], resources: ['arn:aws:sqs:${AWS::Region}:1:jobs'] }];
    const edits = grantStatements(open.hcl(text), { start: 0, end: text.length - 1 }, wanted, [parseHcl(beside)]);
    expect(applyEdits(text, edits ?? [])).toContain(`resources = ["arn:aws:sqs:${region}:1:jobs"]`);
  });
});

describe('actions are withdrawn', () => {
  test.for<[title: string, language: Language, before: string, after: string | undefined]>([
    [
      'resources stay as they are written',
      'yaml',
      'S:\n  - «Effect: Allow\n    Action: [a:b, a:c] # kept\n    Resource: "arn:${self:custom.x, 1}"»\n',
      'S:\n  - Effect: Allow\n    Action: [a:c] # kept\n    Resource: "arn:${self:custom.x, 1}"\n',
    ],
    [
      'a statement that allows no more goes',
      'yaml',
      'S:\n  - Effect: Deny\n  - «Effect: Allow\n    Action: a:b\n    Resource: x»\n',
      'S:\n  - Effect: Deny\n',
    ],
    [
      'not the only one of its policy',
      'yaml',
      'S:\n  - «Effect: Allow\n    Action: a:b\n    Resource: x»\n',
      undefined,
    ],
    [
      'not where an action is put together',
      'yaml',
      'S:\n  - «Effect: Allow\n    Action: [a:b, !Join [":", [a, c]]]\n    Resource: x»\n',
      undefined,
    ],
    [
      'Terraform',
      'hcl',
      'data "x" "y" {\n  «statement {\n    actions   = ["a:b", "a:c"]\n    resources = [local.all[0]]\n  }»\n}\n',
      'data "x" "y" {\n  statement {\n    actions   = ["a:c"]\n    resources = [local.all[0]]\n  }\n}\n',
    ],
  ])('%s', ([, language, before, after]) => {
    const edit: typeof narrowStatement = (file, place) => withdrawActions(file, place, ['a:b']);
    expect(applied(edit, language, before, [])).toBe(after);
  });
});
