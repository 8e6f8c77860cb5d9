import { expect, test } from 'vitest';
import type { CallsDocument, FoundCall } from '../documents/calls.ts';
import { renderCalls, renderCallsMarkdown } from './calls.ts';

const call = (operation: string, line: number, more: Partial<FoundCall> = {}): FoundCall => ({
  cloud: 'aws',
  service: 's3',
  operation,
  api: null,
  through: null,
  certainty: 'resolved',
  identity: { kind: 'service' },
  test: false,
  file: 'app.py',
  line,
  column: 1,
  arguments: {},
  reachedFrom: [],
  ...more,
});

const document = (calls: FoundCall[], more: Partial<CallsDocument> = {}): CallsDocument => ({
  schemaVersion: 1,
  calls,
  unresolved: [],
  unreadable: [],
  ...more,
});

const plain = { width: 80, color: false, all: false, quiet: false };

test('nothing', () => expect(renderCalls(document([]), plain)).toBe('No call of a cloud SDK found.\n'));

test('by service and operation, guesses marked, tests counted, the unresolved with their reasons at the end', () => {
  const found = document(
    [
      call('get_object', 3),
      call('get_object', 9, { certainty: 'guessed', why: 'by its name' }),
      call('head_object', 12, { through: 'transfer:download_file' }),
      call('put_object', 1, { file: 'tests/test_app.py', test: true }),
      call('put_item', 7, { service: 'dynamodb' }),
    ],
    {
      unresolved: [
        { file: 'util.py', line: 3, column: 5, text: 'client.get(…)', reason: 'parameter-of-entry-point', test: false },
        { file: 'tests/x.py', line: 1, column: 1, text: 'c.put(…)', reason: 'dynamic-value', test: true },
      ],
      unreadable: [{ file: 'latin.py', line: 1, reason: 'not UTF-8' }],
    },
  );
  expect(renderCalls(found, plain)).toBe(`aws dynamodb
  put_item  app.py:7

aws s3
  get_object   app.py:3, ? app.py:9
  head_object  app.py:12 (transfer)

? guessed: the receiver is not known; names alone say what it is.

Not resolved
  util.py:3 client.get(…): parameter of entry point

latin.py:1 could not be read: not UTF-8

4 calls of 2 services in 1 file: 3 resolved and 1 guessed; 1 call not resolved.
1 call in tests besides (--all shows them).
`);
  expect(renderCalls(found, { ...plain, all: true })).toContain('put_object   tests/test_app.py:1 test');
  expect(renderCalls(found, { ...plain, quiet: true })).toMatch(/^4 calls [^]*\)\.\n$/);
});

test('many places are folded, unless all are wanted', () => {
  const found = document(Array.from({ length: 30 }, (_, line) => call('get_object', line + 1)));
  expect(renderCalls(found, plain)).toContain('  get_object  app.py:1, app.py:2, app.py:3, app.py:4, and 26 more\n');
  expect(renderCalls(found, { ...plain, all: true })).toContain('app.py:30');
});

test.for([60, 80, 140])('in %d columns nothing is wider', (width) => {
  const found = document(
    [
      call('get_object', 3, { file: 'src/handlers/orders/read.py' }),
      call('get_object', 4, { file: 'src/handlers/orders/write.py', certainty: 'guessed' }),
      call('list_multipart_uploads_of_a_very_long_name', 4),
    ],
    {
      unresolved: [
        {
          file: 'util.py',
          line: 3,
          column: 5,
          text: `client.${'x'.repeat(90)}(…)`,
          reason: 'dynamic-value',
          test: false,
        },
      ],
    },
  );
  const lines = renderCalls(found, { ...plain, width }).split('\n');
  expect(lines.filter((line) => line.length > width)).toEqual([]);
});

test('what is quoted cannot speak to the terminal, nor be Markdown', () => {
  const found = document([call('get_object', 1, { file: 'a\u001b[31m|`x`.py' })]);
  expect(renderCalls(found, plain)).toContain(String.raw`a\x1b[31m|`);
  expect(renderCallsMarkdown(found)).toContain("| `get_object` | `a\\x1b[31m\\|'x'.py:1` |");
});

test('as Markdown: every place, with its remarks', () => {
  const found = document([
    call('list_objects_v2', 3, { through: 'paginator:list_objects_v2' }),
    call('put_object', 5, { certainty: 'guessed', why: 'by its name', test: true, identity: { kind: 'keys' } }),
  ]);
  expect(renderCallsMarkdown(found)).toBe(`# SDK calls

2 calls of 1 service in 1 file: 1 resolved and 1 guessed.

## aws s3

| Operation | Place | Remarks |
|---|---|---|
| \`list_objects_v2\` | \`app.py:3\` | by paginator:list\\_objects\\_v2 |
| \`put_object\` | \`app.py:5\` | guessed: by its name; keys; test |
`);
});
