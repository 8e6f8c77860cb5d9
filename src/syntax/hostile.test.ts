import { type Arbitrary, array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Expression as BicepExpression,
  partsOf as bicepPartsOf,
  expressionsOf,
  parseBicep,
} from './bicep/index.ts';
import type { DataNode, DataTree } from './data-tree.ts';
import { parseDockerfile } from './dockerfile/index.ts';
import { parseDotenv } from './dotenv/index.ts';
import { type Expression, parseHcl, parseHclJson, partsOf } from './hcl/index.ts';
import { parseIni } from './ini/index.ts';
import { parseJson } from './json/index.ts';
import { parseToml, readToml } from './toml/index.ts';
import { parseYaml } from './yaml/index.ts';

// Whatever the text, a reader gives a tree whose places lie in it, in bounded time, and never throws.

const readers: Record<string, (text: string) => DataTree> = {
  yaml: parseYaml,
  json: (text) => parseJson(text, { jsonc: true }),
  toml: parseToml,
  ini: parseIni,
  dotenv: parseDotenv,
};

const pieces: Record<string, string[]> = {
  yaml: [
    'a',
    'key: ',
    '- ',
    '? ',
    '!Sub ',
    '&x ',
    '*x',
    '<<: *x',
    '"',
    "'",
    '|',
    '>-',
    '[',
    ']',
    '{',
    '}',
    ',',
    '#c',
    ' # c',
    '---',
    '...',
    '%YAML 1.2',
    '\t',
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\uFEFF',
    ':',
    '1',
    '~',
  ],
  json: ['{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '1', '-', 'true', 'nul', '//c\n', '/*', '*/', '\n', ' ', '/'],
  toml: [
    '[',
    ']',
    '[[',
    ']]',
    'a',
    '.',
    ' = ',
    '1',
    '"',
    "'",
    '"""',
    "'''",
    '{',
    '}',
    ',',
    '\n',
    '#c',
    '\\',
    '2020-01-01',
    '\r\n',
    ' ',
  ],
  ini: ['[', ']', 'a', '=', ':', ' b', '\n', '\n  ', '#c', ';', '\r', '\t'],
  dotenv: ['A', '=', 'export ', '"', "'", '\\', '#', ' ', '\n', '$', '{', '}', '\r\n'],
  dockerfile: [
    'FROM ',
    'RUN ',
    'ENV ',
    'COPY ',
    '--from=',
    'a=',
    '<<EOF',
    'EOF',
    '"',
    "'",
    '\\',
    '\n',
    '[',
    ']',
    ',',
    '# escape=`\n',
    '$',
    '{',
    '}',
    '`',
    ' AS ',
    'ONBUILD ',
    'HEALTHCHECK CMD ',
    '\r\n',
  ],
};

function texts(format: string): Arbitrary<string> {
  const some = constantFrom(...(pieces[format] ?? []));
  const pieced = array(some, { maxLength: 60 }).map((parts) => parts.join(''));
  return oneof({ weight: 6, arbitrary: pieced }, { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 80 }) });
}

/** Asserts that a node lies in its parent, and its children in it, in order. */
function checkPlaces(node: DataNode, from: number, to: number, ordered: boolean): void {
  expect(node.start).toBeGreaterThanOrEqual(from);
  expect(node.end).toBeGreaterThanOrEqual(node.start);
  expect(node.end).toBeLessThanOrEqual(to);
  const children = node.kind === 'mapping' ? node.entries.flatMap(({ key, value }) => [key, value]) : [];
  let behind = node.start;
  for (const child of node.kind === 'sequence' ? node.items : children) {
    checkPlaces(child, ordered ? behind : 0, ordered ? node.end : to, ordered);
    behind = child.end;
  }
}

describe.each(Object.entries(readers))('%s', (format, read) => {
  test('any text gives a tree with its places in the text', () => {
    assert(
      property(texts(format), (text) => {
        const tree = read(text);
        expect(tree.text).toBe(text);
        for (const place of [...tree.comments, ...tree.faults]) {
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeLessThanOrEqual(text.length);
        }
        for (const document of tree.documents)
          checkPlaces(document, 0, text.length, format === 'yaml' || format === 'json');
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) },
    );
  });
});

test('dockerfile: any text gives instructions with their places in the text', () => {
  assert(
    property(texts('dockerfile'), (text) => {
      const { preamble, stages } = parseDockerfile(text);
      let behind = 0;
      for (const { start, end } of [...preamble, ...stages.flatMap((stage) => [stage.from, ...stage.instructions])]) {
        expect(start).toBeGreaterThanOrEqual(behind);
        expect(end).toBeGreaterThanOrEqual(start);
        behind = end;
      }
      expect(behind).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) },
  );
});

/** Asserts that an expression lies in its place, and its parts in it. */
function checkExpression(node: Expression, from: number, to: number): void {
  expect(node.start).toBeGreaterThanOrEqual(from);
  expect(node.end).toBeGreaterThanOrEqual(node.start);
  expect(node.end).toBeLessThanOrEqual(to);
  for (const part of partsOf(node)) checkExpression(part, node.kind === 'splat' ? from : node.start, node.end);
}

test('hcl: any text gives items with their places in the text', () => {
  const some = constantFrom(
    'a',
    'b ',
    '=',
    ' = ',
    '"',
    '${',
    '%{',
    '}',
    '{',
    '[',
    ']',
    '(',
    ')',
    '\n',
    '<<E\n',
    '<<-E\n',
    'E\n',
    'for ',
    'in ',
    'if ',
    'else',
    'endif',
    ':',
    '=>',
    '...',
    '.',
    '*',
    '1',
    '~',
    '#',
    '/*',
    '*/',
    '//',
    '\\',
    '$',
    '?',
    '-',
    '!',
    '\r\n',
    ',',
    '::',
  );
  assert(
    property(array(some, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const { body, faults } = parseHcl(text);
      for (const fault of faults) expect(fault.end).toBeLessThanOrEqual(text.length);
      let behind = 0;
      for (const item of body.items) {
        expect(item.start).toBeGreaterThanOrEqual(behind);
        expect(item.end).toBeGreaterThanOrEqual(item.start);
        if (item.kind === 'attribute') checkExpression(item.value, item.start, item.end);
        behind = item.end;
      }
      expect(behind).toBeLessThanOrEqual(text.length);
      parseHclJson(JSON.stringify({ a: text }), {});
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) },
  );
});

/** Asserts that an expression lies in its place, and its parts in it. */
function checkBicep(node: BicepExpression, from: number, to: number): void {
  expect(node.start).toBeGreaterThanOrEqual(from);
  expect(node.end).toBeGreaterThanOrEqual(node.start);
  expect(node.end).toBeLessThanOrEqual(to);
  for (const part of bicepPartsOf(node)) checkBicep(part, node.start, node.end);
}

test('bicep: any text gives statements with their places in the text', () => {
  const some = constantFrom(
    'resource a ',
    "'x@1' ",
    'existing ',
    '= ',
    '= {\n',
    'param b ',
    'var c = ',
    'type t = ',
    'func f(',
    'module m ',
    'output o ',
    'import ',
    '@d()\n',
    'if (',
    '[for ',
    'in ',
    ': ',
    ' a: ',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    "'",
    "'''",
    '$',
    '${',
    '\n',
    '\r\n',
    ' ',
    '|',
    '?',
    '!',
    '.',
    '..',
    ',',
    '=>',
    '-',
    '1',
    '/*',
    '*/',
    '//',
    '#x',
    '\\',
    '::',
    '<',
    '>',
    '*',
  );
  assert(
    property(array(some, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const { statements, faults, comments } = parseBicep(text);
      for (const place of [...faults, ...comments]) expect(place.end).toBeLessThanOrEqual(text.length);
      let behind = 0;
      for (const statement of statements) {
        const { start, end } = statement;
        expect(start).toBeGreaterThanOrEqual(behind);
        expect(end).toBeGreaterThanOrEqual(start);
        for (const expression of expressionsOf(statement)) checkBicep(expression, start, end);
        behind = end;
      }
      expect(behind).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) },
  );
});

describe('bombs end soon', () => {
  const all: Record<string, (text: string) => unknown> = {
    ...readers,
    dockerfile: parseDockerfile,
    values: readToml,
    hcl: parseHcl,
    'hcl-json': (text) => parseHclJson(text, {}),
    bicep: parseBicep,
  };
  const many = 50_000;
  const aliases = Array.from(
    { length: 30 },
    (_, i) => `a${i}: &a${i} [${`*a${i - 1}, `.repeat(i === 0 ? 0 : 9)}x]`,
  ).join('\n');
  const bombs: [string, string][] = [
    ['open brackets', '['.repeat(many)],
    ['open braces', '{a: '.repeat(many)],
    ['open JSON', '{"a":['.repeat(many)],
    ['open TOML', `a = ${'{a='.repeat(many / 5)}`],
    ['dashes', '- '.repeat(many)],
    ['question marks', '? '.repeat(many)],
    ['colons', 'a: '.repeat(many)],
    ['staircase', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['quotes', '"'.repeat(many)],
    ['an open quote', `a: "${'x\n'.repeat(many)}`],
    ['hashes', ' #'.repeat(many)],
    ['comments', '# c\n'.repeat(many)],
    ['documents', '---\n'.repeat(many)],
    ['faulty documents', '---\na: [\n'.repeat(2000)],
    ['a fault in a long file', `${'k: [v]\n'.repeat(90_000)}a: b: c\n${'k: v\n'.repeat(90_000)}`],
    ['faulty lines', 'a: b: c\n'.repeat(5000)],
    ['aliases', aliases],
    ['merge keys', `a: &a\n${'  <<: *a\n'.repeat(2000)}`],
    ['one key again', 'a: 1\n'.repeat(many)],
    ['tags', `${'!a '.repeat(many)}x`],
    ['tables', Array.from({ length: 3000 }, (_, i) => `[a.b${i}]\nx = 1\n`).join('')],
    ['continuations', `RUN ${'a \\\n'.repeat(many)}`],
    ['here-documents', `FROM x\nRUN ${'<<A '.repeat(5000)}\n`],
    ['dollars', `FROM ${'${'.repeat(many)}`],
    ['blank lines', '\n'.repeat(many)],
    ['spaces', ' '.repeat(many)],
    ['carriage returns', '\r'.repeat(many)],
    ['byte order marks', '\uFEFF'.repeat(many)],
    ['open attributes', 'a = [\n'.repeat(many)],
    ['open here-documents', 'a = <<E\n'.repeat(many)],
    ['open interpolations', `a = ${'"${'.repeat(many)}`],
    ['open comments', '/* '.repeat(many)],
    ['open blocks', 'a {\n'.repeat(many)],
    ['operators', `a = ${'1 + '.repeat(many)}1`],
    ['minuses', `a = ${'-'.repeat(many)}1`],
    ['broken blocks', 'resource "a" "b" {\n  x = [1 2\n'.repeat(2000)],
    ['open Bicep objects', `var a = ${'{\na: '.repeat(many)}`],
    ['open Bicep statements', 'var a = {\n'.repeat(5000)],
    ['open Bicep texts', `var a = ${"'${".repeat(many)}`],
    ['open Bicep loops', `var a = ${'[for a in '.repeat(many)}`],
    ['parentheses', `var a = ${'('.repeat(many)}`],
    ['lambdas', `var a = ${'a => '.repeat(many)}1`],
    ['questions', `var a = ${'a ? '.repeat(many)}1`],
    ['nullable types', `param a string${'?'.repeat(many)}`],
    ['unions', `type a = ${"'a' | ".repeat(many)}'b'`],
    ['Bicep dollars', `var a = ${'$'.repeat(many)}`],
    ['multi-line quotes', `var a = ${"''' ".repeat(many)}`],
    ['dots of a loop', `var a = b${'[for'.repeat(many)}`],
    ['too long', 'a'.repeat(8_000_001)],
  ];
  test.each(bombs)('%s', (name, bomb) => {
    for (const [format, read] of Object.entries(all)) {
      const start = performance.now();
      read(bomb);
      const took = performance.now() - start;
      if (process.env['FUZZ_TIMES'] && took > 200) process.stderr.write(`${name} ${format} ${took | 0} ms\n`);
      expect(took, `${format}`).toBeLessThan(5000);
    }
  });
});
