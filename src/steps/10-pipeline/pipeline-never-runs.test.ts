import { expect, test } from 'vitest';
import { findingsOn } from '../../../tests/judge-files.ts';

const on = (lines: string, extra: Record<string, string> = {}): Record<string, string> => ({
  'app/main.py': 'print()\n',
  '.github/workflows/ci.yml': `on:\n${lines}jobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pytest\n`,
  ...extra,
});

test.for<[title: string, files: Record<string, string>, expected: object]>([
  [
    'a folder that is not there',
    on('  push:\n    paths: [src/**]\n'),
    {
      verdict: 'fail',
      severity: 'risk',
      subject: '.github/workflows/ci.yml',
      at: { line: 2 },
      message: 'No change starts .github/workflows/ci.yml: src/** fits no file of the repository.',
    },
  ],
  [
    'one of two starts',
    on('  push:\n    paths: [src/**]\n  pull_request:\n    paths: [app/**]\n'),
    { verdict: 'pass' },
  ],
  ['pull requests have no filter', on('  push:\n    paths: [src/**]\n  pull_request:\n'), { verdict: 'pass' }],
  ['paths to ignore alone', on('  push:\n    paths-ignore: [src/**]\n'), { verdict: 'not-applicable' }],
  [
    'a folder that the configuration leaves out',
    on('  push:\n    paths: [src/**]\n', { 'src/a.py': '', 'skyworthy.toml': 'exclude = ["src"]\n' }),
    { verdict: 'pass' },
  ],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn('pipeline-never-runs', files)).toMatchObject([expected]);
});
