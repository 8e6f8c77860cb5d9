import { expect, test } from 'vitest';
import { codeSighting } from './code-text.ts';

const rule = { skill: 'sql', needle: 'SELECT ', pattern: /["'\s]SELECT\s.+\sFROM\s/, ofTests: false };

test.each([
  ['a statement', 'run("SELECT a FROM b ")\n', 1],
  ['one over several lines', 'run("""\n  SELECT a FROM b \n""")\n', 2],
  ['documentation', 'def f():\n    """Runs:\n    SELECT a FROM b \n    """\n', undefined],
  ['a remark', '# SELECT a FROM b \n', undefined],
  ['a statement behind documentation', '"""\n SELECT a FROM b \n"""\nrun(" SELECT a FROM b ")\n', 4],
])('%s', (_, text, line) => {
  expect(codeSighting(rule, 'a.py', Buffer.from(text))?.evidence.line).toBe(line);
});
