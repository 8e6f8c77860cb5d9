import { expect, test } from 'vitest';
import { branchFor } from './case-branch.ts';

const script = `#!/bin/sh
set -e
case "$1" in
  server)
    gunicorn app:app
    ;;
  "dev" | debug)
    flask run
    ;;
  *)
    exec "$@"
    ;;
esac
echo done
`;

test.for<[string | undefined, string[], string[]]>([
  ['server', ['gunicorn', 'echo done'], ['flask run', 'exec']],
  ['dev', ['flask run'], ['gunicorn']],
  ['debug', ['flask run'], ['gunicorn']],
  ['migrate', ['exec'], ['gunicorn', 'flask run']],
  [undefined, ['gunicorn', 'flask run', 'exec'], []],
  ['$MODE', ['gunicorn', 'flask run'], []],
])('with %s it runs', ([argument, runs, leaves]) => {
  const text = branchFor(script, argument);
  expect(runs.filter((one) => !text.includes(one))).toEqual([]);
  expect(leaves.filter((one) => text.includes(one))).toEqual([]);
});

test('what is by another variable stays', () => {
  const other = script.replace('$1', '$MODE');
  expect(branchFor(other, 'server')).toBe(other);
});

test('a script without an end costs no time', () => {
  const endless = 'case "$1" in\n'.repeat(20_000);
  const start = performance.now();
  branchFor(endless, 'a');
  expect(performance.now() - start).toBeLessThan(2000);
});
