import { expect, test } from 'vitest';
import { findingsOn } from '../../../tests/judge-files.ts';
import { functionFiles } from '../examples.ts';

const id = 'snapstart-unsafe';
const on = ['SnapStart:', '  ApplyOn: PublishedVersions'];
const code = (line: string): string =>
  `import random\nimport time\n${line}\ndef handler(event, context):\n    return event\n`;

test.for<[title: string, line: string, setting: string[], expected: object]>([
  [
    'a random number',
    'SEED = random.random()',
    on,
    { verdict: 'fail', at: { line: 3 }, message: expect.stringContaining('same') },
  ],
  ['a moment', 'START = time.time()', on, { verdict: 'fail', message: expect.stringContaining('publication') }],
  ['SnapStart is off', 'SEED = random.random()', ['SnapStart:', '  ApplyOn: None'], { verdict: 'not-applicable' }],
  ['nothing is said of it', 'SEED = random.random()', [], { verdict: 'not-applicable' }],
  ['nothing is made', 'SEED = 1', on, { verdict: 'pass' }],
])('%s', async ([, line, setting, expected]) => {
  expect(await findingsOn(id, functionFiles(code(line), ...setting))).toMatchObject([expected]);
});
