import { expect, test } from 'vitest';
import { notebookCode } from './notebook.ts';

const cell = (type: string, source: readonly string[]): unknown => ({
  cell_type: type,
  outputs: [{ text: ['import nothing\n'] }],
  source,
});
const notebook = (cells: readonly unknown[], language = 'python'): string =>
  JSON.stringify({ cells, metadata: { kernelspec: { language } } }, null, 1);

test('the code of code cells, with the lines of the file', () => {
  const text = notebook([
    cell('markdown', ['import this\n']),
    cell('code', ['!pip install redis\n', 'import redis\n', 'redis.Redis("a\\"b")']),
    cell('code', ['%%bash\n', 'import x\n']),
  ]);
  const found = notebookCode(text);
  expect(found?.code).toBe('\nimport redis\nredis.Redis("a\\"b")\n\n');
  expect(text.split('\n')[(found?.lineOf(2) ?? 0) - 1]).toContain('import redis');
});

test('a notebook of another language', () => {
  expect(notebookCode(notebook([cell('code', ['var x = 1;'])], 'C#'))).toBeUndefined();
});
