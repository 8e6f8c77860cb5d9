import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { readModule } from './read-module.ts';
import { scanImports } from './scan-imports.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test.for([
  ['import boto3', ['boto3']],
  ['import os, boto3.session as s', ['os', 'boto3']],
  ['from google.cloud import storage', ['google']],
  ['from google.cloud import (\n    storage,\n)', ['google']],
  ['from google.cloud \\\n    import storage', ['google']],
  ['import os, \\\r\n    boto3', ['os', 'boto3']],
  ['import \\\n    boto3', ['boto3']],
  ['import os; import boto3', ['os', 'boto3']],
  ['if FAST: from boto3 import client', ['boto3']],
  ['def f():\r\n\timport boto3\r\n', ['boto3']],
  ['x = 1\rimport boto3\r', ['boto3']],
  ['import ｂoto3', ['boto3']],
] as const)('%j', ([text, names]) => {
  expect([...scanImports(encode(text))]).toEqual(expect.arrayContaining([...names]));
});

test('lines without the word are not looked at', () => {
  expect([...scanImports(encode('boto3 = 1\nprint(boto3)\n'))]).toEqual([]);
});

test('whatever the parser finds, the scan has found', () => {
  const tokens =
    "import |from |a|b.c|boto3|.|, | |\n|\r\n| \\\n|\\\r\n|(|)| as |*|; |if a: |try:\n  |\n\t|\n  |\"|#|lazy |é|x = |class A: |'''";
  const token = constantFrom(...tokens.split('|'));
  const statement = tuple(constantFrom('import ', 'from ', 'x = 1; import '), array(token, { maxLength: 8 }));
  assert(
    property(array(statement, { maxLength: 4 }), (statements) => {
      const bytes = encode(statements.flat(2).join(''));
      const scanned = scanImports(bytes);
      const imported = readModule(bytes).imports.filter(({ level }) => level === 0);
      for (const { module } of imported) expect(scanned).toContain(module.split('.')[0]);
    }),
    { numRuns: 2000 },
  );
});

test('a line of nothing but imports takes no longer than many lines', () => {
  const bytes = encode('import a;'.repeat(500_000));
  const started = performance.now();
  expect([...scanImports(bytes)]).toEqual(['import', 'a']);
  expect(performance.now() - started).toBeLessThan(3000);
});
