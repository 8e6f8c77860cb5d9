import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../../repository/memory.ts';
import type { ReadStacks } from '../model/reader.ts';
import { readText } from '../model/reading.ts';
import { property, type Resource, referredTo } from '../model/resource.ts';
import { read } from './index.ts';

const reading = (files: Record<string, string | Uint8Array>): Promise<ReadStacks> =>
  read({ repository: memoryRepository(files), kindOf: () => null });

async function resource(files: Record<string, string>, file: string, id: string): Promise<Resource> {
  const { stacks } = await reading(files);
  return stacks.find((stack) => stack.file === file)!.resources.get(id)!;
}

const queue = (properties: string): string =>
  `Resources: { Q: { Type: AWS::SQS::Queue, Properties: ${properties} } }\n`;

describe('nested stacks', () => {
  const files = {
    'main.yaml': `Parameters: { Stage: { Type: String, Default: dev } }
Resources:
  Jobs: { Type: AWS::SQS::Queue }
  Inner:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./inner/part.yaml
      Parameters: { Input: !GetAtt Jobs.Arn, Stage: !Ref Stage }
      Tags: [{ Key: team, Value: a }, { Key: cost, Value: b }]
  F:
    Type: AWS::Lambda::Function
    Properties:
      Table: !GetAtt Inner.Outputs.Table
      Back: !GetAtt Inner.Outputs.Back
      Name: !GetAtt Inner.Outputs.Name
      Missing: !GetAtt Inner.Outputs.Missing
`,
    'inner/part.yaml': `Parameters: { Input: { Type: String }, Stage: { Type: String, Default: none } }
Resources:
  T:
    Type: AWS::DynamoDB::Table
    Properties: { Input: !Ref Input, Tags: [{ Key: team, Value: own }] }
Outputs:
  Table: { Value: !Ref T }
  Back: { Value: !Ref Input }
  Name: { Value: !Sub 'name-\${Stage}' }
`,
  };

  test.for([
    ['Table', 'inner/part.yaml#T'],
    ['Back', 'Jobs'],
    ['Missing', 'Inner'],
  ] as const)('the output %s refers to %s', async ([name, expected]) => {
    expect(referredTo(property(await resource(files, 'main.yaml', 'F'), name)!)).toBe(expected);
  });

  test('parameters go down, texts come up', async () => {
    expect(readText(property(await resource(files, 'main.yaml', 'F'), 'Name')!)).toMatchObject({ value: 'name-dev' });
    const table = await resource(files, 'inner/part.yaml', 'T');
    expect(referredTo(property(table, 'Input')!)).toBe('main.yaml#Jobs');
  });

  test('tags of the stack go down, a resource keeps its own', async () => {
    const { tags } = await resource(files, 'inner/part.yaml', 'T');
    expect([...tags!.entries].map(([key, { value }]) => [key, readText(value).text])).toEqual([
      ['team', 'own'],
      ['cost', 'b'],
    ]);
  });

  test('templates that nest each other end', async () => {
    const other = (file: string): string => `Parameters: { P: { Type: String } }
Resources:
  N: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${file}, Parameters: { P: !GetAtt N.Outputs.O } } }
  Q: { Type: AWS::SQS::Queue, Properties: { Name: !Ref P } }
Outputs: { O: { Value: !Ref P } }
`;
    const found = await resource({ 'a.yaml': other('b.yaml'), 'b.yaml': other('a.yaml') }, 'a.yaml', 'Q');
    expect(readText(property(found, 'Name')!)).toMatchObject({ known: false });
  });
});

describe('loops', () => {
  const loops = `Parameters: { Names: { Type: CommaDelimitedList, Default: 'A,B' }, Open: { Type: CommaDelimitedList } }
Resources:
  Fn::ForEach::Queues:
    - Name
    - !Ref Names
    - 'Queue\${Name}':
        Type: AWS::SQS::Queue
        Properties:
          QueueName: !Sub 'q-\${Name}'
          Fn::ForEach::Keys: [Key, [X, Y], { '\${Name}\${Key}': !Ref Key }]
  Fn::ForEach::Unknown: [Name, !Ref Open, { 'Other\${Name}': { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref Name } } }]
  User: { Type: AWS::Lambda::Function, Properties: { Queue: !Ref QueueB } }
`;
  test('make a resource and its properties for each turn', async () => {
    const { stacks } = await reading({ 't.yaml': loops });
    const { resources } = stacks[0]!;
    expect([...resources.keys()]).toEqual(['QueueA', 'QueueB', 'Other${Name}', 'User']);
    const { entries } = resources.get('QueueB')!.properties;
    expect([...entries].map(([key, { value }]) => [key, readText(value).text])).toEqual([
      ['QueueName', 'q-B'],
      ['BX', 'X'],
      ['BY', 'Y'],
    ]);
    expect(referredTo(property(resources.get('User')!, 'Queue')!)).toBe('QueueB');
    expect(property(resources.get('Other${Name}')!, 'QueueName')).toMatchObject({ kind: 'unknown' });
  });

  test('a bomb of loops is left out', async () => {
    const items = `[${Array.from({ length: 50 }, (_, index) => index).join(', ')}]`;
    const loop = (depth: number): string =>
      depth === 0
        ? "{ 'Q${V1}': { Type: AWS::SQS::Queue } }"
        : `{ Fn::ForEach::L${depth}: [V${depth}, ${items}, ${loop(depth - 1)}] }`;
    const { stacks, unreadable } = await reading({
      't.yaml': `Resources: ${loop(6)}\nMetadata: [Type: AWS::A]\nAWSTemplateFormatVersion: a\n`,
    });
    expect(stacks[0]!.resources.size).toBeLessThan(3000);
    expect(unreadable.length).toBeGreaterThan(0);
  });
});

describe('SAM', () => {
  const sam = `Transform: AWS::Serverless-2016-10-31
Globals: { Api: { TracingEnabled: true } }
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Connectors: { Table: { Properties: { Destination: { Id: T }, Permissions: [Read] } } }
    Properties:
      Events: { Get: { Type: Api, Properties: { Path: / } } }
  T: { Type: AWS::DynamoDB::Table }
  Own: { Type: AWS::Serverless::Connector, Properties: { Source: { Id: Hello }, Destination: [{ Id: T }, { Arn: x }] } }
  P:
    Type: A::B::C
    Properties:
      Role: !GetAtt HelloRole.Arn
      Version: !Ref Hello.Version
      Stage: !Ref ServerlessRestApiProdStage
      Api: !Sub https://\${ServerlessRestApi}.x
      Event: !Ref HelloGetPermission
      None: !Ref HelloWorld
`;
  test.for([
    ['Role', 'Hello'],
    ['Version', 'Hello'],
    ['Stage', 'ServerlessRestApi'],
    ['Api', 'ServerlessRestApi'],
    ['Event', 'Hello'],
    ['None', undefined],
  ] as const)('the generated name in %s is of %s', async ([name, expected]) => {
    expect(referredTo(property(await resource({ 't.yaml': sam }, 't.yaml', 'P'), name)!)).toBe(expected);
  });

  test('an implicit API has what Globals say', async () => {
    const api = await resource({ 't.yaml': sam }, 't.yaml', 'ServerlessRestApi');
    expect(api).toMatchObject({ type: 'AWS::Serverless::Api', place: { line: 8 } });
    expect(readText(property(api, 'TracingEnabled')!)).toMatchObject({ value: 'true' });
  });

  test('connectors refer to their ends, inside of a resource too', async () => {
    const inner = await resource({ 't.yaml': sam }, 't.yaml', 'HelloTable');
    expect(referredTo(property(inner, 'Source', 'Id')!)).toBe('Hello');
    expect(referredTo(property(inner, 'Destination', 'Id')!)).toBe('T');
    const own = await resource({ 't.yaml': sam }, 't.yaml', 'Own');
    expect(property(own, 'Destination')).toMatchObject({
      items: [{ entries: new Map([['Id', expect.anything()]]) }, {}],
    });
  });
});

describe('files that macros include', () => {
  const including = (path: string): string =>
    queue(`{ Fn::Transform: { Name: AWS::Include, Parameters: { Location: ${path} } } }`);

  test('are read where they are in the tree', async () => {
    const q = await resource({ 'a/t.yaml': including('../b.yaml'), 'b.yaml': 'DelaySeconds: 5\n' }, 'a/t.yaml', 'Q');
    expect(property(q, 'DelaySeconds')).toMatchObject({ value: 5, place: { file: 'b.yaml', line: 1 } });
  });

  test.for(['../../b.yaml', '/etc/passwd', 's3://bucket/b.yaml', 'c.yaml', 'self.yaml'])(
    '%s is unknown',
    async (path) => {
      const files = {
        'a/t.yaml': including(path),
        'a/self.yaml': `Fn::Transform: { Name: AWS::Include, Parameters: { Location: self.yaml } }`,
      };
      const { properties } = await resource(files, 'a/t.yaml', 'Q');
      expect(properties.open).toMatchObject({ kind: 'unknown', reason: 'external-code' });
    },
  );
});

describe('templates in other template languages', () => {
  test.for([
    ['{{ name }}', '{{ name }}'],
    ['"{{ name }}-x"', '{{ name }}-x'],
    ['a-{{ name }}', 'a-{{ name }}'],
    ['%%NAME%%', '%%NAME%%'],
    ['<%= name %>', '<%= name %>'],
  ])('%s is unknown', async ([written, text]) => {
    const file = `{% if x %}\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      Name: ${written}\n      Delay: 5\n{% endif %}\n`;
    const q = await resource({ 't.yaml': file }, 't.yaml', 'Q');
    expect(property(q, 'Name')).toMatchObject({ kind: 'unknown', text, place: { line: 6 } });
    expect(property(q, 'Delay')).toMatchObject({ value: 5 });
  });
});

describe('bad input', () => {
  test.for<[string, string | Uint8Array]>([
    ['empty', ''],
    ['no resources', 'Resources:\n'],
    ['binary', new Uint8Array([0, 1, 2, 255, 254])],
    ['UTF-16', new Uint8Array([255, 254, 82, 0])],
    ['truncated', 'Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties: {'],
    ['deep', `Resources: ${'{ a: '.repeat(5000)}`],
    ['large', `Resources:\n${'  A: { Type: AWS::SQS::Queue }\n'.repeat(600_000)}`],
  ])('%s: the other template stands', async ([, content]) => {
    const { stacks } = await reading({ 'template.yaml': content, 'z/template.yaml': queue('{}') });
    expect(stacks.find(({ file }) => file === 'z/template.yaml')!.resources.size).toBe(1);
  });

  test('what is cut or mixed never throws', async () => {
    const whole = `Transform: AWS::Serverless-2016-10-31\nConditions: { A: !Or [!Condition A, !Equals [a, !Ref B]] }\n${queue(
      "{ A: !If [A, !GetAtt 'Q.Arn', !Sub ['${a}{{ x }}', { a: !Join [',', !Split [',', a]] }]], Fn::ForEach::A: [B, [c], { '${B}': 1 }] }",
    )}`;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.nat(whole.length),
        fc.string({ maxLength: 6 }),
        async (from, to, text) => {
          const { stacks } = await reading({ 'template.yaml': whole.slice(0, from) + text + whole.slice(to) });
          for (const stack of stacks)
            for (const { properties, tags } of stack.resources.values()) expect([properties, tags]).toHaveLength(2);
        },
      ),
      { numRuns: 400 },
    );
  });
});
