import { describe, expect, test } from 'vitest';
import type { Place } from '../evidence/place.ts';
import type { FixIntent } from '../steps/judgement.ts';
import type { EditableFile } from '../syntax/editable-file.ts';
import { jsonEdits, parseJson } from '../syntax/json/index.ts';
import { parseYaml, yamlEdits } from '../syntax/yaml/index.ts';
import { resolveFix } from './resolve-fix.ts';

const files: Readonly<Record<string, EditableFile>> = {
  't.yaml': { tree: parseYaml('a:\n  b: 1\n  c: "x"\n'), edits: yamlEdits },
  'shared.yaml': { tree: parseYaml('a: &v 30\nb: *v\nc: !!int "1"\nd: &m\n  e: 1\n'), edits: yamlEdits },
  't.json': { tree: parseJson('{"a": {"b": 1}}'), edits: jsonEdits },
};
const at = (file: string, line: number, column: number, endColumn: number): Place => ({
  file,
  line,
  column,
  endLine: line,
  endColumn,
});
const resolve = (...intents: FixIntent[]) =>
  resolveFix({ title: 'Mend it.', safe: true, intents }, new Map(Object.entries(files)));

describe('replace', () => {
  test('writes another value at the place', () => {
    expect(resolve({ kind: 'replace', place: at('t.yaml', 2, 6, 7), value: 2 })).toEqual({
      title: 'Mend it.',
      safe: true,
      edits: [{ file: 't.yaml', line: 2, column: 6, endLine: 2, endColumn: 7, text: '2' }],
    });
  });

  test('keeps the quotes that stand there', () => {
    const { edits } = resolve({ kind: 'replace', place: at('t.yaml', 3, 6, 9), value: 'y' });
    expect(edits).toMatchObject([{ text: '"y"' }]);
  });
});

describe('set', () => {
  test('edits what is there, and adds what is not', () => {
    expect(resolve({ kind: 'set', file: 't.yaml', path: ['a', 'b'], value: 2 }).edits).toMatchObject([
      { file: 't.yaml', line: 2, text: '2' },
    ]);
    expect(resolve({ kind: 'set', file: 't.json', path: ['a', 'c'], value: 3 }).edits).toMatchObject([
      { file: 't.json', line: 1, text: expect.stringContaining('"c": 3') },
    ]);
  });
});

test('edits are sorted by place', () => {
  const { edits } = resolve(
    { kind: 'replace', place: at('t.yaml', 3, 6, 9), value: 'y' },
    { kind: 'replace', place: at('t.yaml', 2, 6, 7), value: 2 },
  );
  expect(edits.map(({ line }) => line)).toEqual([2, 3]);
});

describe('what cannot be carried out exactly is left to a person, as a whole', () => {
  test.for<[string, FixIntent]>([
    ['a file that is not open', { kind: 'set', file: 'other.yaml', path: ['a'], value: 1 }],
    ['a place in one', { kind: 'replace', place: at('other.yaml', 1, 1, 2), value: 1 }],
    ['an anchor', { kind: 'replace', place: at('shared.yaml', 1, 4, 9), value: 1 }],
    ['an alias', { kind: 'replace', place: at('shared.yaml', 2, 4, 6), value: 1 }],
    ['a tag', { kind: 'replace', place: at('shared.yaml', 3, 4, 13), value: 1 }],
    ['a value that has an anchor', { kind: 'set', file: 'shared.yaml', path: ['a'], value: 1 }],
    ['a map that has an anchor', { kind: 'set', file: 'shared.yaml', path: ['d', 'f'], value: 1 }],
    ['a path through a scalar', { kind: 'set', file: 't.yaml', path: ['a', 'b', 'd'], value: 1 }],
  ])('%s', ([, intent]) => {
    const other: FixIntent = { kind: 'replace', place: at('t.yaml', 2, 6, 7), value: 2 };
    expect(resolve(other, intent)).toEqual({ title: 'Mend it.', safe: true, edits: [] });
  });
});
