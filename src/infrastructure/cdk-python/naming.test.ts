import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../../repository/memory.ts';
import { appOfOneStack } from '../testing/cdk-app.ts';
import { read } from './index.ts';

const imports = `
from aws_cdk import App, Stack, aws_sqs as sqs
`;
const inStack = (body: string): string => appOfOneStack(imports, body);

describe('names', () => {
  test.for<[string, string, string[]]>([
    [
      'variables, attributes and ids',
      "a = sqs.Queue(self, 'A')\nself.b = sqs.Queue(self, 'B')\nsqs.Queue(self, 'C')",
      ['a', 'b', 'C'],
    ],
    ['one variable for several', "q = sqs.Queue(self, 'A')\nq = sqs.Queue(self, 'B')", ['q[A]', 'q[B]']],
    ['a loop', "for name in ['A', 'B']:\n    q = sqs.Queue(self, name)", ['q[A]', 'q[B]']],
    ['a comprehension', "qs = [sqs.Queue(self, f'Q{i}') for i in range(2)]", ['Q0', 'Q1']],
    ['a dictionary', "qs = {}\nfor name in ['A', 'B']:\n    qs[name] = sqs.Queue(self, name)", ['qs[A]', 'qs[B]']],
    [
      'a function that gives it',
      "def make(id):\n    return sqs.Queue(self, id)\na = make('A')\nb = make('B')",
      ['a', 'b'],
    ],
  ])('%s', async ([, body, names]) => {
    const { stacks } = await read({ repository: memoryRepository({ 'app.py': inStack(body) }), kindOf: () => null });
    expect(stacks.flatMap(({ resources }) => [...resources.keys()])).toEqual(names);
  });
});
