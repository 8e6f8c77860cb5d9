import { describe, expect, test } from 'vitest';
import { applyEdits, type DataValue, type TextEdit } from '../edit.ts';
import { type Body, constantValue, type HclFile, parseHcl, removeHcl, setHcl } from './index.ts';

function edited(text: string, edit: (file: HclFile, body: Body) => TextEdit[] | undefined): string | undefined {
  const file = parseHcl(text);
  const first = file.body.items[0];
  const edits = edit(file, first?.kind === 'block' ? first.body : file.body);
  return edits && applyEdits(text, edits);
}

const queue = `resource "aws_sqs_queue" "q" {
  name = "q" # why
  tags = { Owner = "me" }
  redrive { max = 3 }
}
`;

describe('set', () => {
  test.each<[string, string, string[], DataValue, string | undefined]>([
    ['a value', queue, ['name'], 'r', queue.replace('"q" # why', '"r" # why')],
    ['a new attribute', queue, ['delay'], 5, queue.replace('max = 3 }\n', 'max = 3 }\n  delay = 5\n')],
    ['a key in one line', queue, ['tags', 'a b'], 'x', queue.replace('"me" }', '"me", "a b" = "x" }')],
    [
      'a block in one line',
      queue,
      ['redrive', 'min'],
      1,
      queue.replace('redrive { max = 3 }', 'redrive {\n    max = 3\n    min = 1\n  }'),
    ],
    [
      'an object',
      queue,
      ['labels', 'a'],
      true,
      queue.replace('max = 3 }\n', 'max = 3 }\n  labels = {\n    a = true\n  }\n'),
    ],
    ['an empty block', 'a "b" {}\n', ['c'], [1, 'x'], 'a "b" {\n  c = [1, "x"]\n}\n'],
    ['a block with a comment', 'a {\n  # c\n}\n', ['c'], null, 'a {\n  # c\n  c = null\n}\n'],
    [
      'an object on lines, with commas',
      'a {\n  t = {\n    x = 1, # one\n  }\n}\n',
      ['t', 'y'],
      2,
      'a {\n  t = {\n    x = 1, # one\n    y = 2\n  }\n}\n',
    ],
    ['an empty object', 'a {\n  t = {}\n}\n', ['t', 'y'], 2, 'a {\n  t = {\n    y = 2\n  }\n}\n'],
    ['a text that looks like a template', 'a {\n}\n', ['t'], '${x} %{y} \b', 'a {\n  t = "$${x} %%{y} \\u0008"\n}\n'],
    ['a file of attributes', 'a = 1\r\n', ['b'], 2, 'a = 1\r\nb = 2\r\n'],
    ['through a call', 'a {\n  t = f()\n}\n', ['t', 'y'], 2, undefined],
    ['a block as a whole', queue, ['redrive'], 1, undefined],
  ])('%s', (_, text, path, value, expected) => {
    expect(edited(text, (file, body) => setHcl(file, body, path, value))).toBe(expected);
  });
});

describe('remove', () => {
  test.each<[string, string[], string | undefined]>([
    ['an attribute with its comment', ['name'], queue.replace('  name = "q" # why\n', '')],
    ['the only key', ['tags', 'Owner'], queue.replace('{ Owner = "me" }', '{}')],
    ['the only attribute of a block', ['redrive', 'max'], queue.replace('{ max = 3 }', '{}')],
    ['what is not there', ['nothing'], undefined],
  ])('%s', (_, path, expected) => {
    expect(edited(queue, (file, body) => removeHcl(file, body, path))).toBe(expected);
  });
});

test('constantValue', () => {
  const { body } = parseHcl('a = { b = [1, -2, "x", null], (c) = true }\nd = { e = "f" }\ng = [var.h]\n');
  const values = body.items.map((item) => (item.kind === 'attribute' ? constantValue(item.value) : null));
  expect(values).toEqual([undefined, { e: 'f' }, undefined]);
});
