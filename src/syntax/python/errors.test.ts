import { describe, expect, it } from 'vitest';
import { parseModule } from './index.ts';

const faults = (text: string): string[] => {
  const tree = parseModule(new TextEncoder().encode(text));
  return tree.errors.map((error) => {
    const { line, column } = tree.lineColumn(error.start);
    return `${line}:${column}`;
  });
};

describe('what Python accepts', () => {
  it.each([
    'f(**a if c else b)',
    'f(*a if b else c, *lambda: d)',
    'f(a=1, *b)',
    'f(**a, b=1)',
    'a[b:c, ::d, ...]',
    'x = yield',
    '(x): int = 1',
    '() = []',
    '*a, b = c',
    'for x, in y: pass',
    'for f(x).y in z: pass',
    'with (a, b) as c: pass',
    'with (yield): pass',
    'with (a for a in b): pass',
    'with (a, lambda b=1, *c: d, e): pass',
    'del (a), [b, c], d.e',
    'lambda *a, b=1, **c: (yield)',
    'print >>f, x',
    '1if x else 2',
    '0_0 + 00 + 0xF_F + 1_0.5e-3j',
    'match = case = type = lazy = _ = 1',
    'match[x], match(x), match.x',
    'match x:\n case [1, *_, {"a": b, **r}] | A.B(c, d=-1+2j) as e if f: pass',
    "f'{x!r:>{y}} {{}} {a['b']} {z = }'",
    'if x:\n\tpass\n\n  # comment\n\tpass',
    'if x: pass; pass;',
    'x = 1 \\\n  + 2',
    'x = (\n# comment\n1,\n)\n\f\ny = 2',
    'not a == b is not c not in d',
    '-a ** -b',
    'async def f():\n async with a as b, c: return [x async for x in await y]',
    'from ....a import (b as c, d,)',
    'try: pass\nexcept* A as b: pass\nelse: pass\nfinally: pass',
    '@a.b[c](d)\n@e\nclass F[T: int = str, *Ts, **P](G, h=I): pass',
    'def f(a, /, b: c = d, *e: *f, g, h=i, **j) -> k: pass',
    'é = ﬁ',
    '\ufeffx = 1',
    'x = 1',
    '',
  ])('%j', (text) => {
    expect(faults(text)).toEqual([]);
    expect(faults(text.replaceAll('\n', '\r\n'))).toEqual([]);
  });
});

describe('what Python refuses, and where', () => {
  it.each([
    ['f(**a, *b)', '1:8'],
    ['f(a=1, b)', '1:8'],
    ['f(a for a in b, c)', '1:15'],
    ['f(c, a for a in b)', '1:8'],
    ['f(a.b=1)', '1:3'],
    ['f() = 1', '1:1'],
    ['a = f() = 1', '1:5'],
    ['a, b += 1', '1:1'],
    ['(a, b): int', '1:1'],
    ['None = 1', '1:1'],
    ['x = (*a)', '1:6'],
    ['x := 1', '1:3'],
    ['(a.b := 1)', '1:2'],
    ['del f()', '1:5'],
    ['del *a', '1:5'],
    ['for 1 in x: pass', '1:5'],
    ['import a as b.c', '1:14'],
    ['from a import b,', '1:17'],
    ['raise a, b', '1:8'],
    ['def f(a=1, b): pass', '1:12'],
    ['def f(*): pass', '1:8'],
    ['def f(**a, b): pass', '1:12'],
    ['def f(/, a): pass', '1:7'],
    ['lambda a=1, b: c', '1:13'],
    ['a + not b', '1:5'],
    ['a if b', '1:7'],
    ['x = 0777', '1:5'],
    ['x = 1__0', '1:5'],
    ['x = 1abc', '1:5'],
    ['x = "\\x1"', '1:6'],
    ['x = "\\U00110000"', '1:6'],
    ['x = b"é"', '1:7'],
    ['x = b"a" "b"', '1:10'],
    ['x = ur"a"', '1:7'],
    ['x = f"{}"', '1:8'],
    ['x = f"{a!x}"', '1:10'],
    ['x = f"}"', '1:7'],
    ['x = $', '1:5'],
    ['x = "a', '1:5'],
    ['x = """a', '1:5'],
    ['x = a b', '1:7'],
    ['x = \\ y', '1:5'],
    ['if x:\npass', '2:1'],
    ['if x:\n    a\n  b', '3:3'],
    ['if x:\n\ta\n        b', '3:9'],
    ['  x', '1:3'],
    ['x = (1', '1:5'],
    ['x = 1)', '1:6'],
    ['x = (1]', '1:7'],
    ['try: pass', '1:10'],
    ['else: pass', '1:1'],
    ['match x:\n case a, *b, **c: pass', '2:14'],
    ['match x:\n case a as _: pass', '2:12'],
    ['match x:\n case {**a, "b": c}: pass', '2:13'],
    ['match x:\n case 1 + 1: pass', '2:11'],
    ['match x:\n case _.a: pass', '2:8'],
    ['match x:\n case _(): pass', '2:8'],
    ['match x:\n case A(b, _=c): pass', '2:13'],
    ['with a as f(): pass', '1:11'],
    ['class C(x for x in y): pass', '1:11'],
    ['@a\nx = 1', '2:1'],
    ['type X[] = int', '1:8'],
    ['a\0b', '1:2'],
  ])('%j at %s', (text, place) => {
    expect(faults(text)).toContain(place);
  });
});
