import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import type { DataNode } from '../data-tree.ts';
import { at, textOf } from '../navigate.ts';
import { parseToml, readToml } from './index.ts';

function plain(node: DataNode | undefined): unknown {
  if (node?.kind === 'scalar') return node.value;
  if (node?.kind === 'sequence') return node.items.map(plain);
  if (node?.kind === 'mapping') {
    return Object.fromEntries(node.entries.map((entry) => [textOf(entry.key) ?? '', plain(entry.value)]));
  }
  return undefined;
}

const project = `# head
[project]
name = "demo" # why
dependencies = [
  "boto3>=1.34", # aws
  'x',
]
[project.optional-dependencies]
dev = []

[tool.poetry]
group.dev.optional = true
deps = { a = "1", b.c = '2', }
[[tool.poetry.source]]
url = """
https"""
[[tool.poetry.source]]
n = 0x1F
[tool.poetry.source.sub]
k = 1.50
`;

describe('values', () => {
  test.each<string>([
    '',
    '# c\n',
    'a.b.c = 1\na.d = 2\n',
    '"quoted.key" = 1\n',
    '[a.b]\nx = 1\n[a]\ny = 2\n',
    'a = 1\r\nb = "x"\r\n',
    'a = """\\\n   x\\n\\u00e9"""""\nb = \'\'\'\ny\'\'\'\n',
    'a = [1_000, 0xFF, 0o7, 0b1, 1e3, -1.5, +2, inf]\n',
  ])('%j as smol-toml gives it', (text) => {
    const tree = parseToml(text);
    expect(tree.faults).toEqual([]);
    expect(plain(tree.documents[0]) ?? {}).toEqual(parse(text));
  });

  test('tables, arrays of tables, inline tables and dotted keys', () => {
    expect(plain(parseToml(project).documents[0])).toEqual({
      project: { name: 'demo', dependencies: ['boto3>=1.34', 'x'], 'optional-dependencies': { dev: [] } },
      tool: {
        poetry: {
          group: { dev: { optional: true } },
          deps: { a: '1', b: { c: '2' } },
          source: [{ url: 'https' }, { n: 31, sub: { k: 1.5 } }],
        },
      },
    });
  });

  test('dates keep their text', () => {
    expect(plain(parseToml('d = 1979-05-27T07:32:00Z').documents[0])).toEqual({ d: '1979-05-27T07:32:00Z' });
  });
});

describe('places', () => {
  const tree = parseToml(project);
  const root = tree.documents[0];
  const slice = (...path: (string | number)[]) => {
    const node = at(root, ...path);
    return node && project.slice(node.start, node.end);
  };

  test('a value', () => {
    expect(slice('project', 'dependencies', 1)).toBe("'x'");
    expect(slice('tool', 'poetry', 'deps', 'b')).toBe("c = '2'");
  });

  test('a table begins at its header and ends with its last entry', () => {
    expect(slice('project', 'optional-dependencies')).toBe('[project.optional-dependencies]\ndev = []');
    expect(slice('tool', 'poetry', 'source', 1)).toBe(project.slice(project.lastIndexOf('[[')).trimEnd());
  });

  test('numbers as written', () => {
    expect(textOf(at(root, 'tool', 'poetry', 'source', 1, 'sub', 'k'))).toBe('1.50');
  });

  test('comments', () => {
    expect(tree.comments.map(({ start, end }) => project.slice(start, end))).toEqual(['# head', '# why', '# aws']);
  });
});

describe('faults', () => {
  test.each<[string, string, unknown, number]>([
    ['a value', '[a]\nx = 1\ny = = 2\nz = 3\n[b]\nw = 1\n', { a: { x: 1, z: 3 }, b: { w: 1 } }, 3],
    ['a header costs its table', '[a]\nx = 1\n[b\ny = 2\n[c]\nz = 3\n', { a: { x: 1 }, c: { z: 3 } }, 3],
    ['an unclosed array', '[a]\nx = [1,\n"b"\ny = 2\n[c]\nz = 3\n', { a: { y: 2 }, c: { z: 3 } }, 4],
    ['an unclosed text', 'a = 1\nb = "x\nc = 3\n', { a: 1, c: 3 }, 2],
    ['a duplicate key', 'a = 1\na = 2\nb = 3\n', { a: 2, b: 3 }, 2],
    ['a table twice', '[a]\nx = 1\n[b]\n[a]\ny = 2\n', { a: { x: 1, y: 2 }, b: {} }, 4],
    ['a key into a value', 'a = 1\na.b = 2\nc = 3\n', { a: 1, c: 3 }, 2],
    ['a key into a table in braces', 'a = {b = 1}\na.c = 2\n[a.d]\ne = 1\n', { a: { b: 1 } }, 2],
    ['a key into a table with a header', '[a.b]\nx = 1\n[a]\nb.y = 2\n', { a: { b: { x: 1 } } }, 4],
    ['a conflict marker', 'a = 1\n<<<<<<< HEAD\nb = 3\n', { a: 1, b: 3 }, 2],
  ])('%s', (_, text, value, line) => {
    const tree = parseToml(text);
    expect(plain(tree.documents[0])).toEqual(value);
    expect(tree.lines.position(tree.faults[0]?.start ?? 0).line).toBe(line);
  });

  test.each(['[', '{a='])('a hundred thousand of %s', (open) => {
    expect(parseToml(`x = 1\na = ${open.repeat(100_000)}`).faults).toHaveLength(1);
  });

  test('deep dotted keys are refused', () => {
    expect(parseToml(`a${'.a'.repeat(1000)} = 1`).faults[0]?.message).toBe('nested deeper than 256');
  });
});

describe('readToml', () => {
  test('gives values', () => {
    const { value, faults } = readToml('a = [1, {b = "x"}]\nd = 2020-01-01');
    expect(faults).toEqual([]);
    expect(value?.['a']).toEqual([1, { b: 'x' }]);
    expect(value?.['d'] instanceof Date && value['d'].toISOString()).toBe('2020-01-01');
  });

  test('gives the first fault with its place', () => {
    expect(readToml('a = 1\nb = \n')).toMatchObject({ value: undefined, faults: [{ start: 10 }] });
  });
});
