import { expect, test } from 'vitest';
import type { FixValue, HclExpression } from '../steps/judgement.ts';
import { parseBicep } from '../syntax/bicep/index.ts';
import { applyEdits } from '../syntax/edit.ts';
import type { EditableFile } from '../syntax/editable-file.ts';
import { parseHcl } from '../syntax/hcl/index.ts';
import { parseYaml, yamlEdits } from '../syntax/yaml/index.ts';
import { setValue } from './set-value.ts';

const hcl = `resource "aws_sqs_queue" "long" {
  message_retention = 30 # s
}
resource "aws_sqs_queue" "jobs" {
  name = "jobs" # work
  tags = {
    a = 1
  }
}
`;
const template = `Resources:
  Jobs:
    Type: AWS::SQS::Queue # work
    Properties: {}
Outputs: { Url: { Value: !Ref Jobs } }
`;
const bicep = `resource queue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = if (wanted) {
  name: 'jobs' // work
  properties: {
    lockDuration: 'PT30S'
  }
}
module many 'many.bicep' = [for i in range(0, 3): {
  name: 'm\${i}'
}]
`;
const languages: Readonly<Record<string, { text: string; open: (text: string) => EditableFile }>> = {
  hcl: { text: hcl, open: (text) => ({ hcl: parseHcl(text) }) },
  bicep: { text: bicep, open: (text) => ({ bicep: parseBicep(text) }) },
  template: { text: template, open: (text) => ({ tree: parseYaml(text), edits: yamlEdits }) },
  yaml: { text: 'a: 1\n', open: (text) => ({ tree: parseYaml(text), edits: yamlEdits }) },
};

function set(language: string, path: string[], value: FixValue | HclExpression): string | undefined {
  const { text = '', open } = languages[language] ?? {};
  const edits = open && setValue(open(text), path, value);
  return edits && applyEdits(text, edits);
}

const jobs = ['resource', 'aws_sqs_queue', 'jobs'];

test.for<[string, string, string[], FixValue | HclExpression, [string, string]]>([
  ['an argument', 'hcl', [...jobs, 'name'], 'works', ['"jobs" #', '"works" #']],
  ['a new one', 'hcl', [...jobs, 'fifo_queue'], true, ['  }\n}', '  }\n  fifo_queue = true\n}']],
  [
    'one below a longer one',
    'hcl',
    ['resource', 'aws_sqs_queue', 'long', 'delay_seconds'],
    5,
    ['30 # s\n', '30 # s\n  delay_seconds     = 5\n'],
  ],
  ['a key of a map', 'hcl', [...jobs, 'tags', 'b'], 'x', ['a = 1\n', 'a = 1\n    b = "x"\n']],
  ['an expression', 'hcl', [...jobs, 'name'], { expression: 'f({ a = b.c })' }, ['"jobs" #', 'f({ a = b.c }) #']],
  [
    'a new block',
    'hcl',
    ['resource', 'aws_sqs_queue', 'failed'],
    { name: 'f', fifo_queue: true },
    ['  }\n}\n', '  }\n}\n\nresource "aws_sqs_queue" "failed" {\n  name = "f"\n  fifo_queue = true\n}\n'],
  ],
  [
    'a reference',
    'template',
    ['Resources', 'Jobs', 'DeletionPolicy'],
    { a: { 'Fn::GetAtt': ['Failed', 'Arn'] }, b: [{ Ref: 'Failed' }], c: { Ref: 1 } },
    [
      'Properties: {}\n',
      'Properties: {}\n    DeletionPolicy:\n      a: !GetAtt Failed.Arn\n      b:\n        - !Ref Failed\n      c:\n        Ref: 1\n',
    ],
  ],
  ['a property', 'bicep', ['queue', 'properties', 'lockDuration'], 'PT5M', ["'PT30S'", "'PT5M'"]],
  ['in a module', 'bicep', ['app.queue', 'name'], 'x', ["'jobs' //", "'x' //"]],
  [
    'a new property',
    'bicep',
    ['queue', 'properties', 'requiresSession'],
    true,
    ["'PT30S'\n", "'PT30S'\n    requiresSession: true\n"],
  ],
])('%s of %s', ([, language, path, value, [before, after]]) => {
  const { text = '' } = languages[language] ?? {};
  expect(text.split(before)).toHaveLength(2);
  expect(set(language, path, value)).toBe(text.replace(before, () => after));
});

test.for<[string, string, string[], FixValue | HclExpression]>([
  ['through a text', 'hcl', [...jobs, 'name', 'x'], 1],
  ['a whole block', 'hcl', jobs, { name: 'x' }],
  ['a type of block that has no labels', 'hcl', ['locals', 'x'], 1],
  ['an expression that is none', 'hcl', [...jobs, 'name'], { expression: '}' }],
  ['what is not declared', 'bicep', ['other', 'name'], 'x'],
  ['in a loop', 'bicep', ['many', 'name'], 'x'],
  ['in a nested resource', 'bicep', ['queue::inner', 'name'], 'x'],
  ["Terraform's expression", 'yaml', ['a'], { expression: 'b.c' }],
])('not %s of %s', ([, language, path, value]) => expect(set(language, path, value)).toBeUndefined());
