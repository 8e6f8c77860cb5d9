import { expect, test } from 'vitest';
import { codeSighting, needlesOf } from './code-text.ts';

const rule = { skill: 'sql', needle: 'SELECT ', pattern: /["'\s]SELECT\s.+\sFROM\s/, rank: 0, ofTests: false };

test.each([
  ['a statement', 'run("SELECT a FROM b ")\n', 1],
  ['one over several lines', 'run("""\n  SELECT a FROM b \n""")\n', 2],
  ['documentation', 'def f():\n    """Runs:\n    SELECT a FROM b \n    """\n', undefined],
  ['a remark', '# SELECT a FROM b \n', undefined],
  ['a statement behind documentation', '"""\n SELECT a FROM b \n"""\nrun(" SELECT a FROM b ")\n', 4],
])('%s', (_, text, line) => {
  expect(codeSighting(rule, 'a.py', Buffer.from(text))?.evidence.line).toBe(line);
});

test('texts are found where they are parts of others, and by their own characters alone', () => {
  const needles = needlesOf(['cache', '_from_cache(', 'f(x)', 'a.b'].map((needle) => ({ ...rule, needle })));
  expect([...needles(Buffer.from('def get_from_cache(f): axb'))].sort()).toEqual(['_from_cache(', 'cache']);
});
