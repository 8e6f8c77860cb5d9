import { expect, test } from 'vitest';
import { reveal } from './testing/reveal.ts';

const times = (count: number, line: string): string => `${line}\n`.repeat(count);
const imports = 'import itertools, functools\nfrom collections import ChainMap\n';

/** Each line makes of a value one that is several times as large. */
test.each([
  ['text replaced', "x = 'ab'\n", "x = x.replace('a', x)"],
  ['text joined', "x = 'a'\n", "x = ','.join([x, x, x])"],
  ['templates', "x = '{0}{0}'\n", 'x = x.format(x)'],
  ['padding', "x = 'a'\n", 'x = x.ljust(10 ** 9) + x.zfill(10 ** 9)'],
  ['chained sequences', 'x = [1]\n', 'x = list(itertools.chain(x, x, x))'],
  ['added sequences', 'x = [1]\n', 'x = x + x'],
  ['starred sequences', 'x = [1]\n', 'x = [*x, *x]'],
  ['pairs', 'x = [1, 2]\n', 'x = list(zip(x, x))'],
  ['merged dictionaries', "x = {'a': 1}\n", 'x = x | x'],
  ['chained dictionaries', "x = {'a': 1}\n", 'x = ChainMap(x, x)'],
  ['copied dictionaries', "x = {'a': 1}\n", 'x = dict(x, **x)'],
  ['mapped lists', 'x = [1, 2]\n', 'x = list(map(lambda q: [q, q], x))'],
  ['partials of partials', 'x = print\n', 'x = functools.partial(x, x, x)'],
])('%s end', (_, first, line) => {
  for (const count of [8, 60]) {
    const begun = performance.now();
    expect(reveal(imports + first + times(count, line) + 'reveal(x)')).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(2000);
  }
});

test('functions that sort, map and bind themselves end', () => {
  const code = 'def f(n): return sorted([f(n), f(n)])\ndef g(h, n): return functools.partial(g, h, n)(n)\n';
  expect(reveal(`${imports}${code}reveal(len(f(1)))\nreveal(g(g, g))`)).toHaveLength(2);
});
