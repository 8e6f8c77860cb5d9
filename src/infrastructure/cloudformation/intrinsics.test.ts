import { describe, expect, test } from 'vitest';
import { parseJson } from '../../syntax/json/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { property } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { readTemplate } from './template.ts';

const declarations = `Parameters:
  Stage: { Type: String, Default: dev }
  Secret: { Type: String }
  Zones: { Type: CommaDelimitedList, Default: 'a, b' }
  Image: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /image }
Conditions:
  Never: !Equals [a, b]
  Decided: !Equals [!Ref Stage, prod]
  Both: !And [!Condition Decided, !Condition Never]
  Either: !Or [!Condition Decided, !Not [{ Condition: Never }]]
Mappings:
  Sizes:
    dev: { memory: 128, time: 30 }
    prod: { memory: 1024, time: 30 }
Resources:
  Jobs: { Type: AWS::SQS::Queue }
  It:
    Type: AWS::Lambda::Function
    Properties:
`;

const declared = {
  Parameters: {
    Stage: { Type: 'String', Default: 'dev' },
    Secret: { Type: 'String' },
    Zones: { Type: 'CommaDelimitedList', Default: 'a, b' },
    Image: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/image' },
  },
  Conditions: {
    Never: { 'Fn::Equals': ['a', 'b'] },
    Decided: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    Both: { 'Fn::And': [{ Condition: 'Decided' }, { Condition: 'Never' }] },
    Either: { 'Fn::Or': [{ Condition: 'Decided' }, { 'Fn::Not': [{ Condition: 'Never' }] }] },
  },
  Mappings: { Sizes: { dev: { memory: 128, time: 30 }, prod: { memory: 1024, time: 30 } } },
};

/** The value of a property written in YAML. */
function yaml(text: string): Value | undefined {
  const stack = readTemplate('t.yaml', parseYaml(`${declarations}      Value: ${text}\n`), () => null);
  return property(stack.resources.get('It')!, 'Value');
}

/** The value of a property written in JSON: the long forms. */
function json(value: unknown): Value | undefined {
  const It = { Type: 'AWS::Lambda::Function', Properties: { Value: value } };
  const text = JSON.stringify({ ...declared, Resources: { Jobs: { Type: 'AWS::SQS::Queue' }, It } });
  return property(readTemplate('t.json', parseJson(text), () => null).resources.get('It')!, 'Value');
}

/** A value without its places, short enough for a table. */
function shape(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'literal':
      return value.value;
    case 'list':
      return value.items.map(shape);
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, shape(entry.value)]));
    case 'reference':
      return { resource: value.resource, attribute: value.attribute };
    case 'parameter':
      return { parameter: value.name, fallback: value.fallback === null ? null : shape(value.fallback) };
    case 'joined':
      return { joined: value.parts.map(shape) };
    case 'choice':
      return { choice: value.options.map(shape) };
    case 'absent':
      return 'absent';
    case 'unknown':
      return { unknown: value.reason, text: value.text };
  }
}

const jobs = { resource: 'Jobs', attribute: null };
const jobsArn = { resource: 'Jobs', attribute: 'Arn' };
const stage = { parameter: 'Stage', fallback: 'dev' };
const unknown = (reason: string, text: string): object => ({ unknown: reason, text: expect.stringContaining(text) });

describe.for([
  ['Ref to a resource', '!Ref Jobs', { Ref: 'Jobs' }, jobs],
  ['Ref to a parameter', '!Ref Stage', { Ref: 'Stage' }, stage],
  ['Ref to one without a default', '!Ref Secret', { Ref: 'Secret' }, { parameter: 'Secret', fallback: null }],
  ['Ref to a pseudo parameter', '!Ref AWS::Region', { Ref: 'AWS::Region' }, unknown('dynamic-value', 'AWS::Region')],
  ['Ref to nothing', '!Ref Nowhere', { Ref: 'Nowhere' }, unknown('unsupported-construct', 'Nowhere')],
  ['GetAtt as text', '!GetAtt Jobs.Arn', { 'Fn::GetAtt': 'Jobs.Arn' }, jobsArn],
  ['GetAtt as list', '!GetAtt [Jobs, Arn]', { 'Fn::GetAtt': ['Jobs', 'Arn'] }, jobsArn],
  [
    'GetAtt with dots in the attribute',
    '!GetAtt Jobs.Outputs.Url',
    { 'Fn::GetAtt': ['Jobs', 'Outputs.Url'] },
    { resource: 'Jobs', attribute: 'Outputs.Url' },
  ],
  ['GetAtt of nothing', '!GetAtt No.Arn', { 'Fn::GetAtt': ['No', 'Arn'] }, unknown('unsupported-construct', 'No.Arn')],
  [
    'GetAtt with a computed name',
    '!GetAtt [Jobs, !Ref Stage]',
    { 'Fn::GetAtt': ['Jobs', { Ref: 'Stage' }] },
    unknown('unsupported-construct', 'GetAtt'),
  ],
  ['Sub without variables', '!Sub plain', { 'Fn::Sub': 'plain' }, 'plain'],
  ['Sub of one thing alone', "!Sub '${Jobs.Arn}'", { 'Fn::Sub': '${Jobs.Arn}' }, jobsArn],
  ['Sub in a text', "!Sub 'a-${Stage}'", { 'Fn::Sub': 'a-${Stage}' }, { joined: ['a-', stage] }],
  ['Sub with an escape', "!Sub 'a-${!Stage}'", { 'Fn::Sub': 'a-${!Stage}' }, { joined: ['a-', '${Stage}'] }],
  [
    'Sub with variables of its own',
    "!Sub ['${A}/${Jobs}', { A: x }]",
    { 'Fn::Sub': ['${A}/${Jobs}', { A: 'x' }] },
    { joined: ['x', '/', jobs] },
  ],
  ['Sub of nothing', "!Sub '${No}'", { 'Fn::Sub': '${No}' }, unknown('unsupported-construct', 'No')],
  [
    'Join',
    "!Join ['-', [a, !Ref Stage]]",
    { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }]] },
    { joined: ['a', '-', stage] },
  ],
  [
    'Join without what is absent',
    "!Join ['-', [a, !Ref AWS::NoValue, b]]",
    { 'Fn::Join': ['-', ['a', { Ref: 'AWS::NoValue' }, 'b']] },
    { joined: ['a', '-', 'b'] },
  ],
  [
    'Join of a list that is not there',
    "!Join ['-', !Ref Secret]",
    { 'Fn::Join': ['-', { Ref: 'Secret' }] },
    unknown('dynamic-value', 'Join'),
  ],
  ['If', '!If [IsProd, a, b]', { 'Fn::If': ['IsProd', 'a', 'b'] }, { choice: ['a', 'b'] }],
  [
    'If with nothing in one branch',
    '!If [IsProd, a, !Ref AWS::NoValue]',
    { 'Fn::If': ['IsProd', 'a', { Ref: 'AWS::NoValue' }] },
    { choice: ['a', 'absent'] },
  ],
  ['If without branches', '!If [IsProd]', { 'Fn::If': ['IsProd'] }, unknown('unsupported-construct', 'an If')],
  ['FindInMap', '!FindInMap [Sizes, dev, memory]', { 'Fn::FindInMap': ['Sizes', 'dev', 'memory'] }, 128],
  [
    'FindInMap by the default of a parameter',
    '!FindInMap [Sizes, !Ref Stage, memory]',
    { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] },
    128,
  ],
  [
    'FindInMap by what the deployment sets',
    '!FindInMap [Sizes, !Ref Secret, memory]',
    { 'Fn::FindInMap': ['Sizes', { Ref: 'Secret' }, 'memory'] },
    { choice: [128, 1024] },
  ],
  [
    'FindInMap that finds nothing',
    '!FindInMap [Sizes, dev, disk]',
    { 'Fn::FindInMap': ['Sizes', 'dev', 'disk'] },
    unknown('unsupported-construct', 'finds nothing'),
  ],
  [
    'FindInMap in a mapping that is not there',
    '!FindInMap [No, dev, memory]',
    { 'Fn::FindInMap': ['No', 'dev', 'memory'] },
    unknown('dynamic-value', 'FindInMap'),
  ],
  ['Select', '!Select [1, [a, b]]', { 'Fn::Select': [1, ['a', 'b']] }, 'b'],
  ['Select with a text as index', "!Select ['0', [a, b]]", { 'Fn::Select': ['0', ['a', 'b']] }, 'a'],
  ['Select past the end', '!Select [9, [a]]', { 'Fn::Select': [9, ['a']] }, unknown('dynamic-value', 'Select')],
  ['Split', "!Split ['/', a/b]", { 'Fn::Split': ['/', 'a/b'] }, ['a', 'b']],
  ['Select of a Split', "!Select [1, !Split ['/', a/b]]", { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
  [
    'Split of what the deployment sets',
    "!Split ['/', !Ref Secret]",
    { 'Fn::Split': ['/', { Ref: 'Secret' }] },
    unknown('dynamic-value', 'Split'),
  ],
  ['Base64', '!Base64 text', { 'Fn::Base64': 'text' }, 'text'],
  ['ImportValue', '!ImportValue jobs', { 'Fn::ImportValue': 'jobs' }, unknown('external-code', 'jobs')],
  ['GetAZs', "!GetAZs ''", { 'Fn::GetAZs': '' }, unknown('dynamic-value', 'availability zones')],
  ['Cidr', '!Cidr [10.0.9.0/16, 2, 8]', { 'Fn::Cidr': ['10.0.9.0/16', 2, 8] }, ['10.0.0.0/24', '10.0.1.0/24']],
  [
    'Cidr with too many',
    '!Cidr [10.0.0.0/24, 3, 7]',
    { 'Fn::Cidr': ['10.0.0.0/24', 3, 7] },
    unknown('dynamic-value', 'address'),
  ],
  [
    'Cidr of IPv6',
    '!Cidr [fd00::/56, 1, 64]',
    { 'Fn::Cidr': ['fd00::/56', 1, 64] },
    unknown('dynamic-value', 'address'),
  ],
  [
    'FindInMap with a default',
    '!FindInMap [Sizes, dev, disk, { DefaultValue: 9 }]',
    { 'Fn::FindInMap': ['Sizes', 'dev', 'disk', { DefaultValue: 9 }] },
    9,
  ],
  ['Length', '!Length [a, b]', { 'Fn::Length': ['a', 'b'] }, 2],
  ['Length of what is not told', '!Length [!Ref Secret]', { 'Fn::Length': [{ Ref: 'Secret' }] }, 1],
  [
    'ToJsonString',
    '!ToJsonString { a: [1, !Ref Jobs], b: !Ref AWS::NoValue }',
    { 'Fn::ToJsonString': { a: [1, { Ref: 'Jobs' }], b: { Ref: 'AWS::NoValue' } } },
    { joined: ['{"a":[1,"', jobs, '"]}'] },
  ],
  [
    'Join of a parameter that is a list',
    "!Join ['-', !Ref Zones]",
    { 'Fn::Join': ['-', { Ref: 'Zones' }] },
    { joined: ['a', '-', 'b'] },
  ],
  ['If on a condition that is certain', '!If [Never, a, b]', { 'Fn::If': ['Never', 'a', 'b'] }, 'b'],
  [
    'If on one that a deployment decides',
    '!If [Decided, a, b]',
    { 'Fn::If': ['Decided', 'a', 'b'] },
    { choice: ['a', 'b'] },
  ],
  ['If on all of some', '!If [Both, a, b]', { 'Fn::If': ['Both', 'a', 'b'] }, 'b'],
  ['If on one of some', '!If [Either, a, b]', { 'Fn::If': ['Either', 'a', 'b'] }, 'a'],
  [
    'a parameter that names a value kept elsewhere',
    '!Ref Image',
    { Ref: 'Image' },
    { parameter: 'Image', fallback: unknown('dynamic-value', 'the SSM parameter /image') },
  ],
  [
    'a dynamic reference',
    "'{{resolve:ssm:/a:1}}'",
    '{{resolve:ssm:/a:1}}',
    unknown('dynamic-value', '{{resolve:ssm:/a:1}}'),
  ],
  [
    'a dynamic reference in a Sub',
    "!Sub '{{resolve:ssm:/${Stage}}}'",
    { 'Fn::Sub': '{{resolve:ssm:/${Stage}}}' },
    { joined: [unknown('dynamic-value', '{{resolve:ssm:/'), stage, '}}'] },
  ],
  ['a placeholder in a text', "'a-{{ stage }}'", 'a-{{ stage }}', unknown('dynamic-value', 'a-{{ stage }}')],
  [
    'Transform',
    '!Transform { Name: Macro, Parameters: {} }',
    { 'Fn::Transform': { Name: 'Macro', Parameters: {} } },
    unknown('external-code', 'Macro'),
  ],
  ['an unknown function', '!Shout a', { 'Fn::Shout': 'a' }, unknown('unsupported-construct', 'Fn::Shout')],
] as const)('%s', ([, short, long, expected]) => {
  test('short form', () => expect(shape(yaml(short))).toEqual(expected));
  test('long form', () => expect(shape(json(long))).toEqual(expected));
});

test('NoValue makes a property absent', () => {
  expect(yaml('!Ref AWS::NoValue')).toBeUndefined();
  expect(json({ Ref: 'AWS::NoValue' })).toBeUndefined();
});

test('a map of one key that is no function is a map', () => {
  expect(shape(yaml('{ Reference: Jobs }'))).toEqual({ Reference: 'Jobs' });
});

test('the place of a value is that of the whole call', () => {
  expect(yaml('!Ref Jobs')?.place).toEqual({ file: 't.yaml', line: 20, column: 14, endLine: 20, endColumn: 23 });
});

test('numbers keep how they are written', () => {
  expect(yaml('3.10')).toMatchObject({ kind: 'literal', value: 3.1, text: '3.10' });
});
