import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { mayBeAbsent, readNumber, readText } from '../model/reading.ts';
import { property, type Stack } from '../model/resource.ts';
import { isTemplate, readTemplate } from './template.ts';

const read = (text: string): Stack => readTemplate('t.yaml', parseYaml(text), (type) => type.split('::')[2] ?? null);

describe('what is a template', () => {
  test.for([
    ['Resources: { A: { Type: AWS::SQS::Queue } }', true],
    ['Resources: { A: { Type: Custom::Thing } }', true],
    ["AWSTemplateFormatVersion: '2010-09-09'", true],
    ['Resources: { A: { Type: Microsoft.Storage/accounts } }', false],
    ['Resources: [a, b]', false],
    ['resources: { A: { Type: AWS::SQS::Queue } }', false],
    ['- Resources', false],
    ['', false],
  ] as const)('%j: %s', ([text, expected]) => expect(isTemplate(parseYaml(text))).toBe(expected));
});

test('a resource has its places, its path for edits and its kind', () => {
  const { resources, faults } = read(
    'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 5\n',
  );
  expect(faults).toEqual([]);
  expect(resources.get('Jobs')).toMatchObject({
    id: 'Jobs',
    type: 'AWS::SQS::Queue',
    kind: 'Queue',
    path: ['Resources', 'Jobs', 'Properties'],
    key: { line: 2, column: 3, endColumn: 7 },
    place: { line: 2, column: 3 },
  });
});

test('what has no type is a fault at its name, the rest stands', () => {
  const { resources, faults } = read(
    'Resources:\n  A: {}\n  B:\n    Type: AWS::SQS::Queue\n  Fn::Transform: { Name: M }\n',
  );
  expect([...resources.keys()]).toEqual(['B']);
  expect(faults).toMatchObject([
    { place: { line: 2 }, message: 'the resource A has no Type' },
    { place: { line: 5 }, message: 'Fn::Transform under Resources is not read' },
  ]);
});

test('the condition on which a resource is there', () => {
  const { resources } = read('Resources:\n  A: { Type: T::A::A, Condition: IsProd }\n  B: { Type: T::A::A }\n');
  expect([...resources.values()].map(({ condition }) => condition)).toEqual(['IsProd', null]);
});

describe('properties that may be more than what is written', () => {
  test.for([
    ['Properties: { A: 1, Fn::Transform: { Name: AWS::Include } }', ['A'], 'the macro AWS::Include'],
    ['Properties: { Fn::Transform: { Name: AWS::Include } }', [], 'the macro AWS::Include'],
    ['Properties: { A: 1, Fn::ForEach::Loop: [] }', ['A'], 'Fn::ForEach::Loop'],
    ['Properties: { A: 1 }, Fn::Transform: { Name: Mine }', ['A'], 'the macro Mine'],
  ] as const)('%s', ([text, keys, open]) => {
    const { properties } = read(`Resources: { R: { Type: AWS::SQS::Queue, ${text} } }`).resources.get('R')!;
    expect([...properties.entries.keys()]).toEqual(keys);
    expect(properties.open).toMatchObject({ kind: 'unknown', text: expect.stringContaining(open) });
  });

  test('or not', () => {
    const { resources } = read(
      'Resources: { R: { Type: AWS::SQS::Queue, Properties: { A: 1 } }, S: { Type: A::B::C } }',
    );
    expect([...resources.values()].map(({ properties }) => properties.open)).toEqual([null, null]);
  });
});

describe('functions that CloudFormation does not have', () => {
  test('are named at their first call, in both forms', () => {
    const { faults } = read(`Resources:
  A:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Shout a
      Tags: [{ Key: { Fn::Whisper: a }, Value: !Shout b }]
`);
    expect(faults.map(({ place, message }) => `${place.line}:${place.column} ${message}`).sort()).toEqual([
      '5:18 Fn::Shout is no function of CloudFormation: its value is unknown',
      '6:23 Fn::Whisper is no function of CloudFormation: its value is unknown',
    ]);
  });

  test('those that it has are not', () => {
    const { faults } = read(`Conditions:
  Both: !And [!Condition A, !Not [!Equals [a, b]], { Fn::Or: [] }]
Resources:
  A:
    Type: AWS::SQS::Queue
    Condition: Both
    Properties:
      Fn::ForEach::Names: []
      QueueName: !Sub '\${AWS::StackName}'
      Text: !!str 1
      Other: !ToJsonString { a: !Length [] }
`);
    expect(faults).toEqual([]);
  });
});

describe('Globals', () => {
  const stack = read(`Globals:
  Function:
    Timeout: 60
    Environment: { Variables: { A: '1', B: '2' } }
    Layers: [shared]
  Api: { Name: common }
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Environment: { Variables: { B: '3' } }
      Layers: [own]
  Plain: { Type: AWS::Lambda::Function, Properties: { MemorySize: 1 } }
  Api: { Type: AWS::Serverless::Api }
`);
  const textOf = (resource: string, ...path: string[]): string | undefined => {
    const value = property(stack.resources.get(resource)!, ...path);
    return value === undefined ? undefined : readText(value).text;
  };

  test('give what a resource does not say', () => {
    expect(textOf('F', 'Timeout')).toBe('60');
    expect(textOf('Api', 'Name')).toBe('common');
  });

  test('are merged in maps, the own value winning', () => {
    expect(textOf('F', 'Environment', 'Variables', 'A')).toBe('1');
    expect(textOf('F', 'Environment', 'Variables', 'B')).toBe('3');
  });

  test('come first in lists', () => {
    const layers = property(stack.resources.get('F')!, 'Layers');
    expect(layers).toMatchObject({ kind: 'list', items: [{ text: 'shared' }, { text: 'own' }] });
  });

  test('are not for resources of plain CloudFormation', () => {
    expect(textOf('Plain', 'Timeout')).toBeUndefined();
  });
});

describe('aliases and merge keys', () => {
  test('an alias is what its anchor is', () => {
    const { resources } = read(`Resources:
  A:
    Type: AWS::SQS::Queue
    Properties: &shared { DelaySeconds: 5 }
  B:
    Type: AWS::SQS::Queue
    Properties: *shared
  C:
    Type: AWS::SQS::Queue
    Properties:
      <<: *shared
      DelaySeconds: 6
`);
    const delays = [...resources.values()].map((resource) => readNumber(property(resource, 'DelaySeconds')!));
    expect(delays).toMatchObject([{ value: 5 }, { value: 5 }, { value: 6 }]);
  });

  test('what an alias shares is not the own token of any property', () => {
    const { resources } = read(`Resources:
  A: { Type: AWS::SQS::Queue, Properties: { Own: &unused 5, Shared: &five !!int 5, Map: &map { Below: 5 } } }
  B: { Type: AWS::SQS::Queue, Properties: { Shared: *five, <<: *map, Own: !!int '5' } }
`);
    const reading = (id: string, name: string): unknown => readNumber(property(resources.get(id)!, name)!);
    expect(reading('A', 'Own')).toMatchObject({ how: 'literal', place: { line: 2, column: 58, endColumn: 59 } });
    expect(reading('B', 'Own')).toMatchObject({ how: 'literal', place: { line: 3, column: 81, endColumn: 84 } });
    expect(reading('A', 'Shared')).toMatchObject({ how: 'constant-propagated', place: { line: 2, column: 81 } });
    expect(reading('B', 'Shared')).toMatchObject({ how: 'constant-propagated', place: { line: 2, column: 81 } });
    expect(reading('B', 'Below')).toMatchObject({ how: 'constant-propagated' });
  });

  const bombs: [title: string, seed: string, layer: (below: string) => string, globals?: string][] = [
    ['lists', '[x]', (below) => `[${Array(9).fill(below).join(', ')}]`],
    ['texts', 'x', (below) => `!Join ['', [${Array(9).fill(below).join(', ')}]]`],
    ['interpolations', 'x', (below) => `!Sub ['\${a}\${b}', { a: ${below}, b: ${below} }]`],
    ['conditions', '5', (below) => `!If [c, ${below}, ${below}]`],
    ['maps', '{ x: 1 }', (below) => `{ a: ${below}, b: ${below} }`],
    ['maps in Globals too', '{ x: 1 }', (below) => `{ a: ${below}, b: ${below} }`, 'Value: *l60'],
    ['merge keys', '{ x: 1 }', (below) => `{ <<: [${Array(9).fill(below).join(', ')}], y: 2 }`],
  ];

  test.for(bombs)('a bomb of aliased %s is read in no time', ([, seed, layer, globals = 'Timeout: 1']) => {
    const layers = Array.from({ length: 60 }, (_, i) => `  l${i + 1}: &l${i + 1} ${layer(`*l${i}`)}`);
    const { resources } = read(`Metadata:
  l0: &l0 ${seed}
${layers.join('\n')}
Globals: { Function: { ${globals} } }
Resources:
  A:
    Type: AWS::Serverless::Function
    Properties: { Value: *l60, Timeout: 5 }
`);
    const started = performance.now();
    const value = property(resources.get('A')!, 'Value')!;
    expect(readText(value).text.length).toBeLessThanOrEqual(1_000_000);
    expect(mayBeAbsent(value)).toBe(false);
    expect(readNumber(property(resources.get('A')!, 'Timeout')!)).toMatchObject({ value: 5 });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('parameters that refer to each other end', () => {
    const { resources } = read(`Parameters:
  A: { Type: String, Default: !Ref B }
  B: { Type: String, Default: !Ref A }
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties: { Value: !Ref A }
`);
    expect(readText(property(resources.get('Jobs')!, 'Value')!)).toMatchObject({ known: false });
  });

  test('what is nested too deeply is unknown where it is', () => {
    const deep = `${'['.repeat(150)}${']'.repeat(150)}`;
    const { resources } = read(
      `Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties: { Deep: ${deep}, Delay: 5 }\n`,
    );
    let value = property(resources.get('A')!, 'Deep');
    while (value?.kind === 'list') value = value.items[0];
    expect(value).toMatchObject({ kind: 'unknown', reason: 'bound-reached' });
    expect(readNumber(property(resources.get('A')!, 'Delay')!)).toMatchObject({ value: 5 });
  });
});
