import { describe, expect, test } from 'vitest';
import { type Expression, parseBicep, type Statement, type StringPart } from './index.ts';

/** An expression as text with every operation in brackets, to assert its shape. */
function shape(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return String(node.value);
    case 'string':
      return JSON.stringify(node.parts.map(partShape).join(''));
    case 'variable':
      return node.name;
    case 'property':
      return `${shape(node.object)}.${node.safe ? '?' : ''}${node.name}`;
    case 'index':
      return `${shape(node.object)}[${node.safe ? '?' : ''}${node.fromEnd ? '^' : ''}${shape(node.index)}]`;
    case 'nested':
      return `${shape(node.object)}::${node.name}`;
    case 'call':
      return `${node.object ? `${shape(node.object)}.` : ''}${node.name}(${node.arguments.map(shape).join(', ')})`;
    case 'array':
      return `[${node.items.map(shape).join(', ')}]`;
    case 'spread':
      return `...${shape(node.value)}`;
    case 'object':
      return `{${[...node.entries.map((entry) => `${entry.name ?? `(${shape(entry.key)})`}: ${shape(entry.value)}`), ...node.spreads.map(shape), ...node.resources.map((resource) => `<${resource.name}>`)].join(', ')}}`;
    case 'for':
      return `[for ${node.item} ${node.index} ${shape(node.collection)}: ${shape(node.body)}]`;
    case 'if':
      return `if ${shape(node.condition)} ${shape(node.body)}`;
    case 'ternary':
      return `(? ${shape(node.condition)} ${shape(node.whenTrue)} ${shape(node.whenFalse)})`;
    case 'binary':
      return `(${node.operator} ${shape(node.left)} ${shape(node.right)})`;
    case 'unary':
      return `(${node.operator} ${shape(node.operand)})`;
    case 'parentheses':
      return `(${shape(node.inner)})`;
    case 'lambda':
      return `(${node.parameters.join(', ')}) => ${shape(node.body)}`;
    case 'broken':
      return '<broken>';
  }
}

function partShape(part: StringPart): string {
  return part.kind === 'text' ? part.text : `\${${shape(part.expression)}}`;
}

function valueOf(text: string): { shape: string | undefined; faults: string[] } {
  const { statements, faults } = parseBicep(`var a = ${text}\n`);
  const [first] = statements;
  const value = first?.kind === 'variable-statement' ? shape(first.value) : undefined;
  return { shape: value, faults: faults.map((fault) => fault.message) };
}

describe('expressions', () => {
  test.each([
    ['1 + 2 * 3 - 4', '(- (+ 1 (* 2 3)) 4)'],
    ['a ?? b || c && d == e', '(?? a (|| b (&& c (== d e))))'],
    ['!a.b =~ -1', '(=~ (! a.b) (- 1))'],
    ['a ? b\n  : c ? d : e', '(? a b (? c d e))'],
    ['a\n  ? b\n  : c', '(? a b c)'],
    ['a.b[0].?c[?d][^1]!.e::f', '(!! a.b[0].?c[?d][^1]).e::f'],
    ["az.resourceId(\n  'x',\n  b\n)", 'az.resourceId("x", b)'],
    ['[1, 2]', '[1, 2]'],
    ['[\n  1\n  ...b\n]', '[1, ...b]'],
    ["{\n  a: 1\n  'b c': 2\n  '${d}': 3\n  ...e\n}", '{a: 1, b c: 2, ("${d}"): 3, ...e}'],
    ['{ a: 1, b: 2 }', '{a: 1, b: 2}'],
    ['[for x in y: x.z]', '[for x null y: x.z]'],
    ['[for (x, i) in range(0, 2): {\n  a: i\n}]', '[for x i range(0, 2): {a: i}]'],
    ["map(a, (x, i) => '${x}${i}')", 'map(a, (x, i) => "${x}${i}")'],
    ['filter(a, x => x > 1)', 'filter(a, (x) => (> x 1))'],
    ['(\n  a\n)', '(a)'],
    ["'it\\'s \\u{41} \\${x} $ {'", '"it\'s A ${x} $ {"'],
    ["'a${'b${c}'}d'", '"a${\\"b${c}\\"}d"'],
    ["'''\nline ${x}\n'quoted''''", '"line ${x}\\n\'quoted\'"'],
    ["$'''\na ${x} b'''", '"a ${x} b"'],
    ["$$'''a ${x} $${y}'''", '"a ${x} ${y}"'],
    ['true', 'true'],
  ])('%s', (text, expected) => {
    expect(valueOf(text)).toEqual({ shape: expected, faults: [] });
  });

  test.each([
    ['1 +', '<broken>', 'an expression is missing'],
    ["'a", '<broken>', 'the closing quote is missing'],
    ["'\\q'", '<broken>', 'an unknown escape'],
    ["'''a", '<broken>', "''' is missing"],
    ['f(a,)', '<broken>', 'nothing stands behind the comma'],
    ['(a, b)', '<broken>', 'one expression belongs in parentheses'],
    ['{\n  a: = 1\n  b: 2\n}', '{a: <broken>, b: 2}', 'an expression is missing'],
    ['[\n  1\n  +\n  2\n]', '[1, <broken>, 2]', 'an expression is missing'],
    ['{ a: 1 b: 2 }', '{a: 1}', 'a comma or the end of the line is missing'],
    [`${'('.repeat(1000)}`, '<broken>', 'nested deeper than 256'],
  ])('%s is faulty', (text, expected, message) => {
    expect(valueOf(text)).toEqual({ shape: expected, faults: [message] });
  });
});

describe('statements', () => {
  const text = `targetScope = 'subscription'
metadata about = { a: 1 }
@description('how many')
@sys.minValue(1)
param count int = 3
param skus ('a' | 'b')[]?
var x string = 'y'
type t = {
  @secure()
  name: string
  *: int
  tags: resourceInput<'Microsoft.Web/sites@2023-01-01'>.tags
}
type u = [
  string
  t.name?
]
func twice(n int, m string) int => n * 2
resource q 'Microsoft.ServiceBus/namespaces@2022-10-01-preview' existing = if (count > 1) {
  name: 'q'
  resource sub 'queues' = {
    name: 'jobs'
  }
}
@batchSize(1)
module m 'br/public:avm/x:1.0.0' = [for s in skus: {
  name: s
}]
#disable-next-line no-unused
output o resource 'Microsoft.Web/sites@2023-01-01' = q::sub
import { a, b as c } from 'types.bicep'
import * as d from 'd.bicep'
extension microsoftGraph with { k: 1 } as g
assert ok = count > 0
`;
  const file = parseBicep(text);
  const cut = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
  const find = (name: string) => file.statements.find((statement) => 'name' in statement && statement.name === name);

  test('all kinds', () => {
    expect(file.faults).toEqual([]);
    expect(file.statements.map((statement) => statement.kind)).toEqual([
      'target-scope',
      'metadata',
      'parameter',
      'parameter',
      'variable-statement',
      'type',
      'type',
      'function',
      'resource',
      'module',
      'output',
      'import',
      'import',
      'extension',
      'assert',
    ] satisfies Statement['kind'][]);
  });

  test('decorators and places', () => {
    const count = find('count');
    expect(count?.decorators.map(({ name }) => name)).toEqual(['description', 'sys.minValue']);
    expect(cut(count)).toBe("@description('how many')\n@sys.minValue(1)\nparam count int = 3");
    expect(count?.kind === 'parameter' && cut(count.type ?? undefined)).toBe('int');
  });

  test('resources: type, existing, condition, nested', () => {
    const q = find('q');
    expect(q).toMatchObject({
      existing: true,
      type: { parts: [{ text: 'Microsoft.ServiceBus/namespaces@2022-10-01-preview' }] },
    });
    expect(q?.kind === 'resource' && shape(q.body)).toBe('if (> count 1) {name: "q", <sub>}');
  });

  test('modules in loops, imports, types', () => {
    const m = find('m');
    expect(m?.kind === 'module' && shape(m.body)).toBe('[for s null skus: {name: s}]');
    expect(file.statements[11]).toMatchObject({
      names: [
        { name: 'a', alias: null },
        { name: 'b', alias: 'c' },
      ],
      wildcard: null,
    });
    expect(file.statements[12]).toMatchObject({ names: [], wildcard: 'd' });
    expect(find('skus')).toMatchObject({ type: { kind: 'nullable-type', of: { kind: 'array-type' } } });
    expect(find('t')).toMatchObject({
      value: { kind: 'object-type', entries: [{ name: 'name' }, { name: '*' }, { name: 'tags' }] },
    });
  });

  test('comments and directives', () => {
    expect(file.comments.map(cut)).toEqual(['#disable-next-line no-unused']);
  });

  test('a parameters file', () => {
    const { statements, faults } = parseBicep(
      "using 'main.bicep'\nextends 'base.bicepparam'\nparam a = 1\nusing none\n",
    );
    expect(faults).toEqual([]);
    expect(statements).toMatchObject([
      { kind: 'using' },
      { kind: 'extends' },
      { kind: 'parameter', type: null },
      { kind: 'using', path: null },
    ]);
  });
});

describe('faults keep the rest', () => {
  test.each<[string, string, string[], number]>([
    ['a word that begins no statement', 'wrong\nparam a int\n', ['a'], 1],
    ['a statement without a name', 'var = 1\nvar b = 2\n', ['b'], 1],
    ['a value', 'var a = \nvar b = 2\n', ['a', 'b'], 1],
    ['an open brace', "resource a 'x@1' = {\n  name: 'a'\nvar b = 2\n", ['a', 'b'], 1],
    ['two open braces', "resource a 'x@1' = {\n  p: {\n    q: [\nvar b = {\n  c: 1\nparam d int\n", ['a', 'b', 'd'], 3],
    ['an open text', "var a = 'x\nvar b = 2\n", ['a', 'b'], 1],
    ['a brace too many', 'var a = {\n}}\nvar b = 2\n', ['a', 'b'], 2],
    ['a resource without type', 'resource a = {\n}\nvar b = 1\n', ['a', 'b'], 1],
    ['two statements in a line', 'var a = 1 var b = 2\nvar c = 3\n', ['a', 'c'], 1],
    ['a lone decorator', '@secure()\n\nvar a = 1\n@x\n', ['a'], 5],
  ])('%s', (_, source, names, line) => {
    const { statements, faults, lines } = parseBicep(source);
    expect(statements.map((statement) => ('name' in statement ? statement.name : statement.kind))).toEqual(names);
    expect(lines.position(faults[0]?.start ?? 0).line).toBe(line);
  });
});
