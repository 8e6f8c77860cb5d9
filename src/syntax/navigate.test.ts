import { expect, test } from 'vitest';
import { at, entryOf, textOf } from './navigate.ts';
import { parseYaml } from './yaml/index.ts';

test.each([
  ['lists of merges', (below: string) => `[${`${below}, `.repeat(9)}]`],
  ['a chain of merges', (below: string) => below],
])('%s: looking for a key ends soon, however they nest', (_, merged) => {
  const levels = Array.from({ length: 20_000 }, (_, i) => `l${i + 1}: &l${i + 1} {<<: ${merged(`*l${i}`)}}`);
  const [root] = parseYaml(`l0: &l0 {k: 1}\n${levels.join('\n')}\n`).documents;
  for (const level of [1, 9, 40, 20_000]) {
    const node = at(root, `l${level}`);
    expect(entryOf(node, 'missing')).toBeUndefined();
    expect(textOf(entryOf(node, 'k')?.value)).toBe('1');
  }
});
