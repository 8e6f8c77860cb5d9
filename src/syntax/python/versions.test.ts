import { expect, it } from 'vitest';
import { type FeatureId, parseModule } from './index.ts';

const parse = (text: string): ReturnType<typeof parseModule> => parseModule(new TextEncoder().encode(text));

const table: readonly (readonly [string, FeatureId])[] = [
  ['(x := 1)', 'assignmentExpression'],
  ['def f(a, /): pass', 'positionalOnlyParameter'],
  ['lambda a, /: b', 'positionalOnlyParameter'],
  ["f'{x=}'", 'selfDocumentingField'],
  ['def f(): return *a, b', 'unpackingInReturn'],
  ['def f(): yield *a, b', 'unpackingInReturn'],
  ['@a[0]\ndef f(): pass', 'relaxedDecorator'],
  ['@(a)\ndef f(): pass', 'relaxedDecorator'],
  ['with (a as b, c): pass', 'parenthesizedWithItems'],
  ['for x in *a, b: pass', 'unpackingInFor'],
  ['for x in (a), *b: pass', 'unpackingInFor'],
  ['x += *a, b', 'unpackingInAugmentedAssignment'],
  ['f(x := 1 for y in z)', 'assignmentExpressionInGenerator'],
  ['{x := 1}', 'assignmentExpressionInSet'],
  ['{1, x := 2}', 'assignmentExpressionInSet'],
  ['{x := 1 for y in z}', 'assignmentExpressionInSet'],
  ['a[x := 1]', 'assignmentExpressionInIndex'],
  ['match x:\n case _: pass', 'matchStatement'],
  ['try: pass\nexcept* A: pass', 'exceptStar'],
  ['a[*b]', 'unpackingInIndex'],
  ['def f(*a: *b): pass', 'unpackingInAnnotation'],
  ['def f[T](): pass', 'typeParameters'],
  ['type X = int', 'typeAlias'],
  [`f"{a["b"]}"`, 'formattedStringGrammar'],
  [`f"{'\\n'}"`, 'formattedStringGrammar'],
  ['f"{\nx}"', 'formattedStringGrammar'],
  ['f"""{x # c\n}"""', 'formattedStringGrammar'],
  ['class A[T = int]: pass', 'typeParameterDefault'],
  ["t'{x}'", 'templateString'],
  ['try: pass\nexcept A, B: pass', 'exceptWithoutParentheses'],
  ['lazy import a', 'lazyImport'],
  ['lazy from a import b', 'lazyImport'],
  ['[*x for x in y]', 'unpackingInComprehension'],
  ['{**x for x in y}', 'unpackingInComprehension'],
  ['match x:\n case +1: pass', 'signedPattern'],
  ['f"{x for x in y}"', 'generatorInField'],
  ['f"{x:a\n}"', 'lineBreakInSpecification'],
  ['from __future__ import later', 'unknownFuture'],
];

it.each(table)('%j uses %s', (text, feature) => {
  const tree = parse(text);
  expect(tree.errors).toEqual([]);
  expect(tree.features.map((use) => use.feature)).toContain(feature);
});

it.each([
  '@a.b(c)\ndef f(): pass',
  'with (a): pass',
  'with (a, b) as c: pass',
  'def f(): return (*a, b)',
  'for x in (*a, b): pass',
  'a[(x, y)]',
  `f"{a['b']}" f'''{"a"}'''`,
  'lazy = type = match = 1',
  '"""doc"""\nfrom __future__ import annotations',
  'print(*a, **b)',
])('%j needs no more than Python 3.8', (text) => {
  const tree = parse(text);
  expect(tree.errors).toEqual([]);
  expect(tree.features).toEqual([]);
  expect(tree.requiredVersion).toEqual([3, 7]);
  expect(tree.refusedFrom).toBeUndefined();
});

it('takes the newest of several constructs', () => {
  expect(parse('(x := 1)\ntype X = int\nmatch x:\n case 1: pass').requiredVersion).toEqual([3, 12]);
});

it('says which version refuses a construct again', () => {
  expect(parse('from __future__ import later').refusedFrom).toEqual([3, 14]);
});
