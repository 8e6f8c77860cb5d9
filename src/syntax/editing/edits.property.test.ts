import { type Arbitrary, array, assert, constantFrom, letrec, nat, property, record, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DataNode, DataTree, PathStep } from '../data-tree.ts';
import { applyEdits, type DataEdits, type DataValue } from '../edit.ts';
import { jsonEdits, parseJson } from '../json/index.ts';
import { renderJson } from '../json/render.ts';
import { at, entryOf } from '../navigate.ts';
import { parseToml, tomlEdits } from '../toml/index.ts';
import { renderToml } from '../toml/render.ts';
import { parseYaml, yamlEdits } from '../yaml/index.ts';
import { renderBlock, renderFlow } from '../yaml/render.ts';
import { isSame, standsFor } from './read-back.ts';

// A random edit of a random file: it is given, what is read back is the value set, and only its own lines change.

const scalars = constantFrom<DataValue>(
  'a',
  'two words',
  'yes',
  '1',
  '',
  'a: b',
  '- x',
  '#c',
  "it's",
  '"q"',
  'l1\nl2\n',
  ' pad ',
  '[x',
  'é\u2028',
  true,
  false,
  0,
  -1.5,
  1e21,
);
const keys = constantFrom('a', 'b', 'c d', 'on', '1', 'x.y', 'k:', '#', 'Resources');

function values(leaf: Arbitrary<DataValue>): Arbitrary<DataValue> {
  return letrec<{ value: DataValue; list: DataValue; map: DataValue }>((tie) => ({
    value: oneOfThree(leaf, tie('list'), tie('map')),
    list: array(tie('value'), { maxLength: 3 }),
    map: maps(tie('value')),
  })).value;
}

function oneOfThree(...options: Arbitrary<DataValue>[]): Arbitrary<DataValue> {
  return nat(9).chain((n) => options[n < 6 ? 0 : n < 8 ? 1 : 2] ?? scalars);
}

function maps(value: Arbitrary<DataValue>): Arbitrary<DataValue> {
  return uniqueArray(record({ key: keys, value }), { maxLength: 4, selector: (entry) => entry.key }).map((entries) =>
    Object.fromEntries(entries.map((entry) => [entry.key, entry.value])),
  );
}

const value = values(scalars);
const document = uniqueArray(record({ key: keys, value }), {
  minLength: 1,
  maxLength: 5,
  selector: (entry) => entry.key,
}).map((entries): DataValue => Object.fromEntries(entries.map((entry) => [entry.key, entry.value])));

interface Language {
  readonly edits: DataEdits;
  readonly read: (text: string) => DataTree;
  readonly write: (value: DataValue, style: number, eol: string) => string;
}

const languages: Record<string, Language> = {
  yaml: {
    edits: yamlEdits,
    read: parseYaml,
    write: (value, style, eol) =>
      style % 3 === 0
        ? `# head${eol}${renderFlow(value)}${eol}`
        : commented(renderBlock(value, { unit: style % 3 === 1 ? '  ' : '    ', literals: true }), '#', style, eol),
  },
  json: {
    edits: jsonEdits,
    read: (text) => parseJson(text, { jsonc: true }),
    write: (value, style, eol) => `// head${eol}${renderJson(value, style % 2 ? '' : undefined, '  ', eol)}`,
  },
  toml: {
    edits: tomlEdits,
    read: parseToml,
    write: (value, style, eol) =>
      commented(
        Object.entries(value ?? {}).map(([key, item]) => `${JSON.stringify(key)} = ${renderToml(item) ?? '0'}`),
        '#',
        style,
        eol,
      ),
  },
};

/** Lines with a comment above or behind some of them, where no block scalar can take it for its own. */
function commented(lines: readonly string[], mark: string, style: number, eol: string): string {
  const literal = lines.some((line) => /[|>]$/.test(line));
  const all = literal
    ? lines
    : lines.flatMap((line, index) => ((index + style) % 4 === 0 ? [`${mark} note`, `${line} ${mark} c`] : [line]));
  return all.map((line) => line + eol).join('');
}

function pathsOf(node: DataNode | undefined, path: PathStep[] = []): PathStep[][] {
  if (node?.kind === 'sequence') return [path, ...node.items.flatMap((item, index) => pathsOf(item, [...path, index]))];
  if (node?.kind !== 'mapping') return [path];
  return [
    path,
    ...node.entries.flatMap(({ key, value }) => (key.kind === 'scalar' ? pathsOf(value, [...path, key.text]) : [])),
  ];
}

/** How many lines at both ends of two texts are the same. */
function untouched(before: string, after: string): number {
  const [a, b] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return head + tail;
}

const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 150) };

describe.each(Object.entries(languages))('%s', (_, { edits, read, write }) => {
  const cases = record({ content: document, style: nat(11), pick: nat(1000), value, crlf: constantFrom('\n', '\r\n') });

  test('what is written is read back', () => {
    assert(
      property(cases, ({ content, style, crlf }) => {
        const tree = read(write(content, style, crlf));
        expect(tree.faults).toEqual([]);
        expect(standsFor(tree.documents[0], content), tree.text).toBe(true);
      }),
      runs,
    );
  });

  test('set changes its value and only the lines of the old one', () => {
    assert(
      property(cases, ({ content, style, pick, value, crlf }) => {
        const tree = read(write(content, style, crlf));
        const paths = pathsOf(tree.documents[0]).filter((path) => path.length > 0);
        const path = paths[pick % Math.max(1, paths.length)];
        if (path === undefined) return;
        const done = edits.set(tree, path, value);
        expect(done, `${JSON.stringify(tree.text)} ${JSON.stringify(path)} ${JSON.stringify(value)}`).toBeDefined();
        const after = applyEdits(tree.text, done ?? []);
        expect(standsFor(at(read(after).documents[0], ...path), value)).toBe(true);
        const node = at(tree.documents[0], ...path);
        const last = path.at(-1);
        const entry = typeof last === 'string' ? entryOf(at(tree.documents[0], ...path.slice(0, -1)), last) : undefined;
        const { line, endLine } = tree.lines.range(entry?.key.start ?? node?.start ?? 0, node?.end ?? 0);
        expect(tree.lines.starts.length - untouched(tree.text, after), after).toBeLessThanOrEqual(endLine - line + 2);
      }),
      runs,
    );
  });

  test('a new entry touches no line but the one before it', () => {
    assert(
      property(cases, ({ content, style, pick, value, crlf }) => {
        const tree = read(write(content, style, crlf));
        const paths = pathsOf(tree.documents[0]).filter((path) => at(tree.documents[0], ...path)?.kind === 'mapping');
        const path = [...(paths[pick % Math.max(1, paths.length)] ?? []), 'new key'];
        const done = edits.set(tree, path, value);
        expect(done, `${JSON.stringify(tree.text)} ${JSON.stringify(path)} ${JSON.stringify(value)}`).toBeDefined();
        const after = applyEdits(tree.text, done ?? []);
        expect(tree.lines.starts.length - untouched(tree.text, after), after).toBeLessThanOrEqual(2);
      }),
      runs,
    );
  });

  test('removing what was added gives the same tree', () => {
    assert(
      property(cases, ({ content, style, pick, value, crlf }) => {
        const tree = read(write(content, style, crlf));
        const paths = pathsOf(tree.documents[0]).filter((path) => at(tree.documents[0], ...path)?.kind === 'sequence');
        const path = paths[pick % Math.max(1, paths.length)];
        const node = path && at(tree.documents[0], ...path);
        if (path === undefined || node?.kind !== 'sequence') return;
        const index = pick % (node.items.length + 1);
        const done = edits.insert(tree, path, index, value);
        expect(done, `${JSON.stringify(tree.text)} ${JSON.stringify(path)} ${JSON.stringify(value)}`).toBeDefined();
        const added = read(applyEdits(tree.text, done ?? []));
        const back = edits.remove(added, [...path, index]);
        expect(back, `${JSON.stringify(added.text)} ${JSON.stringify(path)}`).toBeDefined();
        expect(isSame(read(applyEdits(added.text, back ?? [])).documents[0], tree.documents[0])).toBe(true);
      }),
      runs,
    );
  });
});
