import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const id = 'credential-hard-coded';

// Put together, so that no scanner takes this file for one that holds a key.
const key = (rest: string): string => `AKI${rest}`;

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'a storage account',
    functionFiles('\n\ndef handler(event, context):\n    return "AccountName=a;AccountKey=" + event\n'),
    [{ verdict: 'pass' }],
  ],
  [
    'hidden in what is shown',
    functionFiles(`KEY = '${key('AQ3EGRZ7WLM5TKVXB')}'\ndef handler(event, context):\n    return KEY\n`),
    [{ verdict: 'fail', at: { line: 1, column: 8 }, evidence: [{ text: 'AKIAQ3EG…' }] }],
  ],
  [
    'a word beside it says that it is none',
    functionFiles(`EXAMPLE = '${key('AQ3EGRZ7WLM5TKVXB')}'\ndef handler(event, context):\n    return event\n`),
    [{ verdict: 'pass' }],
  ],
  [
    'a part of a longer word',
    functionFiles(`KEY = 'B${key('AQ3EGRZ7WLM5TKVXBQQ')}'\ndef handler(event, context):\n    return KEY\n`),
    [{ verdict: 'pass' }],
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
