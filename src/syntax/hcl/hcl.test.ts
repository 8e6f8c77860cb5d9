import { describe, expect, test } from 'vitest';
import { type Expression, parseHcl, parseHclJson, partsOf, referencePath, type TemplatePart } from './index.ts';

/** An expression as text with every operation in brackets, to assert its shape. */
function shape(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return String(node.value);
    case 'template':
      return JSON.stringify(node.parts.map(partShape).join(''));
    case 'variable':
      return node.name;
    case 'item':
      return '@';
    case 'attribute-of':
      return `${shape(node.object)}.${node.name}`;
    case 'index':
      return `${shape(node.object)}[${shape(node.index)}]`;
    case 'splat':
      return `${shape(node.source)}*{${shape(node.each)}}`;
    case 'call':
      return `${node.name}(${node.arguments.map(shape).join(', ')}${node.spread ? '...' : ''})`;
    case 'tuple':
      return `[${node.items.map(shape).join(', ')}]`;
    case 'object':
      return `{${node.entries.map((entry) => `${entry.name ?? `(${shape(entry.key)})`}: ${shape(entry.value)}`).join(', ')}}`;
    case 'for-expression':
      return `for<${[node.makes, node.keyName, node.valueName, node.grouped, ...partsOf(node).map(shape)].join(' ')}>`;
    case 'broken':
      return '<broken>';
    default:
      return `(${[node.kind === 'binary' || node.kind === 'unary' ? node.operator : node.kind, ...partsOf(node).map(shape)].join(' ')})`;
  }
}

function partShape(part: TemplatePart): string {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'interpolation') return `\${${shape(part.expression)}}`;
  if (part.kind === 'if')
    return `<if ${shape(part.condition)}: ${part.whenTrue.map(partShape).join('')} | ${part.whenFalse.map(partShape).join('')}>`;
  return `<for ${part.key} ${part.value} ${shape(part.collection)}: ${part.parts.map(partShape).join('')}>`;
}

function valueOf(text: string): { shape: string | undefined; faults: string[] } {
  const file = parseHcl(`a = ${text}\n`);
  const item = file.body.items[0];
  return {
    shape: item?.kind === 'attribute' ? shape(item.value) : undefined,
    faults: file.faults.map((fault) => fault.message),
  };
}

describe('expressions', () => {
  test.each([
    ['1 + 2 * 3 - 4', '(- (+ 1 (* 2 3)) 4)'],
    ['!a && b || c == d', '(|| (&& (! a) b) (== c d))'],
    ['-a.b + 1', '(+ (- a.b) 1)'],
    ['a ? b : c ? d : e', '(conditional a b (conditional c d e))'],
    ['(a\n+ b)', '(parentheses (+ a b))'],
    ['aws_x.y[0].z["k"][var.i]', 'aws_x.y[0].z["k"][var.i]'],
    ['a.0.b', 'a[0].b'],
    ['a[*].b[0].c', 'a*{@.b[0].c}'],
    ['a.*.b[0]', 'a*{@.b}[0]'],
    ['f(a, [b]...)', 'f(a, [b]...)'],
    ['provider::aws::f(\n1,\n)', 'provider::aws::f(1)'],
    ['[1, 2,\n3,]', '[1, 2, 3]'],
    ['{ a = 1, "b" : 2\n(c) = 3\n"${d}" = 4 }', '{a: 1, b: 2, ((parentheses c)): 3, ("${d}"): 4}'],
    ['[for v in c : v.x if v.y]', 'for<tuple  v false c v.x v.y>'],
    ['{for k, v in c : k => v...}', 'for<object k v true c k v>'],
    ['1.5e3', '1500'],
    ['null', 'null'],
    ['"a ${b} $${c} %%{d} \\n\\u0041"', '"a ${b} ${c} %{d} \\nA"'],
    ['"${"${a}"}"', '"${\\"${a}\\"}"'],
    ['"%{ if a }x%{ else }y%{ endif }"', '"<if a: x | y>"'],
    ['"%{ for k, v in m ~}  ${v} %{~ endfor }"', '"<for k v m: ${v}>"'],
    ['<<EOT\n  a ${b}\n   c\nEOT', '"  a ${b}\\n   c\\n"'],
    ['<<-EOT\n    a ${b}\n\n      c\n  EOT', '"a ${b}\\n\\n  c\\n"'],
  ])('%s', (text, expected) => {
    expect(valueOf(text)).toEqual({ shape: expected, faults: [] });
  });

  test.each([
    ['1 +', 'an expression is missing'],
    ['[1 2]', ', is missing'],
    ['"a', 'the closing quote is missing'],
    ['"\\q"', 'an unknown escape'],
    ['f(', 'an expression is missing'],
    ['{a}', '= is missing'],
    ['"%{ if a }x"', 'endif is missing'],
    ['<<EOT\na', 'EOT is missing at the end of the here-document'],
    [`${'['.repeat(100_000)}`, 'nested deeper than 256'],
    [`a${'.b'.repeat(100_000)}`, 'more than 1000 steps in a row'],
  ])('%s is faulty', (text, message) => {
    expect(valueOf(text)).toEqual({ shape: '<broken>', faults: [message] });
  });

  test('referencePath', () => {
    const item = parseHcl('a = aws_sqs_queue.jobs.arn\n').body.items[0];
    expect(item?.kind === 'attribute' && referencePath(item.value)).toEqual(['aws_sqs_queue', 'jobs', 'arn']);
  });
});

describe('bodies', () => {
  const text = `# head
resource "aws_sqs_queue" jobs {
  name = "jobs" // why
  /* more */
  redrive { max = 3 }
  tags = {
    a = 1
  }
}
locals {}
`;
  const file = parseHcl(text);
  const cut = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);

  test('blocks, labels and attributes with places', () => {
    expect(file.faults).toEqual([]);
    const [resource, locals] = file.body.items;
    expect(resource).toMatchObject({
      kind: 'block',
      type: 'resource',
      labels: [{ text: 'aws_sqs_queue' }, { text: 'jobs' }],
    });
    expect(cut(locals)).toBe('locals {}');
    const items = resource?.kind === 'block' ? resource.body.items : [];
    expect(items.map(cut)).toEqual(['name = "jobs"', 'redrive { max = 3 }', 'tags = {\n    a = 1\n  }']);
  });

  test('comments', () => {
    expect(file.comments.map(cut)).toEqual(['# head', '// why', '/* more */']);
  });

  test.each<[string, string, string[], number]>([
    ['a broken value costs its attribute', 'a = 1\nb = [1 2]\nc = 3\n', ['a', 'b', 'c'], 2],
    ['over several lines', 'a = {\n  x = = 1\n}\nc = 3\n', ['a', 'c'], 2],
    ['an open bracket ends at the next block', 'a = [\n1,\nresource "x" "y" {\n}\nb = 1\n', ['a', 'resource', 'b'], 3],
    ['an open block', 'a {\n  b = 1\n', ['a'], 1],
    ['a brace too many', 'a = 1\n}\nb = 2\n', ['a', 'b'], 2],
    ['a quoted name', '"a" = 1\nb = 2\n', ['b'], 1],
    ['a name set twice', 'a = 1\na = 2\n', ['a', 'a'], 2],
    ['an open quote', 'a = "x\nb = 2\n', ['a', 'b'], 1],
    ['two attributes in one line', 'a { b = 1, c = 2 }\nd = 1\n', ['a', 'd'], 1],
    ['no line end', 'a = 1 b = 2\nc = 3\n', ['a', 'c'], 1],
  ])('%s', (_, source, names, line) => {
    const { body, faults, lines } = parseHcl(source);
    expect(body.items.map((item) => (item.kind === 'block' ? item.type : item.name))).toEqual(names);
    expect(lines.position(faults[0]?.start ?? 0).line).toBe(line);
  });
});

describe('JSON', () => {
  const labels = { resource: 2, locals: 0, provider: 1 };

  test('blocks by their labels, texts as templates', () => {
    const text = '{"resource": {"aws_x": {"y": [{"name": "q-${var.n}", "n": 1}]}}, "locals": {"a": ["b"]}, "//": "c"}';
    const { body, faults } = parseHclJson(text, labels);
    expect(faults).toEqual([]);
    expect(body.items).toMatchObject([
      { kind: 'block', type: 'resource', labels: [{ text: 'aws_x' }, { text: 'y' }] },
      { kind: 'block', type: 'locals', labels: [] },
    ]);
    const [name] = body.items[0]?.kind === 'block' ? body.items[0].body.items : [];
    expect(name?.kind === 'attribute' && shape(name.value)).toBe('"q-${var.n}"');
    const value = name?.kind === 'attribute' && name.value.kind === 'template' ? name.value.parts[1] : undefined;
    expect(value && text.slice(value.start, value.end)).toBe('${var.n}');
  });

  test('faults', () => {
    expect(parseHclJson('{"resource": 1', labels).faults.map((fault) => fault.message)).toEqual([
      '} is missing',
      'an object is missing',
    ]);
    for (const empty of ['', ' \n'])
      expect(parseHclJson(empty, labels).faults.map((fault) => fault.message)).toEqual(['an object is missing']);
    expect(parseHclJson('{"a": "${"}', labels).faults.map((fault) => fault.message)).toEqual([
      'an expression is missing',
    ]);
  });
});
