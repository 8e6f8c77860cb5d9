import { expect, test } from 'vitest';
import { importLines } from './import-lines.ts';

const cases: [string, string, string[]][] = [
  ['an import', 'import redis\n', ['redis']],
  ['several, with other names', 'import a.b as c, d\n', ['a.b', 'd']],
  ['from a module', 'from a.b import c as x, d\n', ['a.b.c', 'a.b.d']],
  ['over several lines', 'from a import (\n    b,\n    c,  # why\n)\n', ['a.b', 'a.c']],
  ['behind a remark', 'from a import (  # noqa\n    b,\n)\n', ['a.b']],
  ['in a function', 'def f():\n    import a\n', ['a']],
  ['a relative one', 'from . import a\nfrom .b import c\nfrom ..d import *\n', ['.a', '.b.c', '..d.*']],
  ['the word in a line of another kind', 'x = important\nprint("import a")\n', []],
  ['without an end', 'from a import (b', ['a.b']],
  ['carriage returns', 'import a\r\nimport b\r\n', ['a', 'b']],
];

test.for(cases)('%s', ([, text, expected]) => {
  expect(importLines(new TextEncoder().encode(text)).map(({ path }) => path)).toEqual(expected);
});

test('what is bound is the name behind as, or what is written', () => {
  const text = 'import a.b, c as d\nfrom e import f as g, h\n';
  const lines = importLines(new TextEncoder().encode(text));
  expect(lines.map(({ bound }) => bound)).toEqual(['a.b', 'd', 'g', 'h']);
});

test('a statement without an end costs no more than its bound', () => {
  const bytes = new TextEncoder().encode(`from a import (${'b, '.repeat(100_000)}`);
  expect(importLines(bytes).length).toBeLessThan(2000);
});
