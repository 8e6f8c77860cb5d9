import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../../repository/memory.ts';
import { appOfOneStack } from '../testing/cdk-app.ts';
import { read } from './index.ts';

const imports = `
from aws_cdk import App, Stack, aws_sqs as sqs
`;
const inStack = (body: string): string => appOfOneStack(imports, body);

describe('bad input', () => {
  test.for<[string, Record<string, string | Uint8Array>]>([
    ['no code', { 'app.py': 'import aws_cdk' }],
    ['a NUL', { 'app.py': 'import aws_cdk\0' }],
    ['bytes', { 'app.py': Uint8Array.from([...Buffer.from('import aws_cdk\n'), 0xff, 0xfe, 0x80]) }],
    [
      'an app that makes itself',
      {
        'app.py': `${imports}\nclass S(Stack):\n    def __init__(self, s, i):\n        super().__init__(s, i)\n        S(self, i + 'x')\nS(App(), 'a')`,
      },
    ],
    ['functions in a circle', { 'app.py': `${imports}\ndef a(s):\n    b(s)\ndef b(s):\n    a(s)\na(App())` }],
    ['a broken cdk.json', { 'cdk.json': '{"app": [', 'app.py': 'import aws_cdk' }],
    ['a script elsewhere', { 'cdk.json': '{"app": "python ../../etc/app.py"}', 'app.py': 'import aws_cdk' }],
    ['deep calls', { 'app.py': `${imports}\nx = App()${'.a()'.repeat(3000)}` }],
  ])('%s', async ([, files]) => {
    const { stacks } = await read({ repository: memoryRepository(files), kindOf: () => null });
    for (const stack of stacks)
      for (const { properties } of stack.resources.values()) expect(properties.kind).toBe('map');
    expect(stacks.flatMap(({ resources }) => [...resources]).length).toBeLessThan(50);
  });

  test('a loop over loops ends', async () => {
    const loops = Array.from({ length: 8 }, (_, depth) => `${'    '.repeat(depth)}for a${depth} in range(10):`).join(
      '\n',
    );
    const body = `${loops}\n${'    '.repeat(8)}sqs.Queue(self, 'Q')`;
    const started = Date.now();
    await read({ repository: memoryRepository({ 'app.py': inStack(body) }), kindOf: () => null });
    expect(Date.now() - started).toBeLessThan(20_000);
  });

  test('one broken file hides no other', async () => {
    const files = {
      'app.py': inStack("queue = sqs.Queue(self, 'Q')"),
      'b/cdk.json': '{}',
      'b/app.py': 'from aws_cdk import App\ndef (:\n  x',
    };
    const { stacks, unreadable } = await read({ repository: memoryRepository(files), kindOf: () => null });
    expect(stacks.flatMap(({ resources }) => [...resources.keys()])).toEqual(['queue']);
    expect(unreadable).toMatchObject([{ file: 'b/app.py', line: 2 }]);
  });
});
