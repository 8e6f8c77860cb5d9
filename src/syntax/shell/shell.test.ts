import { describe, expect, test } from 'vitest';
import { parseShell } from './index.ts';

test.for([
  ['pytest -q && echo done', 1, 0],
  ['a\nb || true\n', 2, 0],
  ['if then', 1, 1],
  ['', 0, 0],
] as const)('%j has %i statements', ([text, statements, errors]) => {
  const script = parseShell(text);
  expect(script?.commands).toHaveLength(statements);
  expect(script?.errors?.length ?? 0).toBeGreaterThanOrEqual(errors);
});

describe('what is not read', () => {
  test.for([
    ['binary', 'a\0b'],
    ['long', 'a b\n'.repeat(100_000)],
    ['one long word', '{a,'.repeat(5000)],
    ['deep', '"$('.repeat(3000)],
  ])('%s', ([, text]) => {
    expect(parseShell(text ?? '')).toBeUndefined();
  });
});

test.for(['(', '{ ', '$(', '`', '${a:-', '[[ ( ', 'f() ', 'case x in ', '<<E\n', "'"])(
  'many %j cost little time',
  (part) => {
    const start = performance.now();
    parseShell(part.repeat(Math.floor(200_000 / part.length)));
    expect(performance.now() - start).toBeLessThan(3000);
  },
);
