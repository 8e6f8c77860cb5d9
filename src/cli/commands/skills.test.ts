import { expect, test } from 'vitest';
import { run } from '../../../tests/run-main.ts';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';

test('skills by category, the strongest first, the weak ones folded, siblings at the end', async () => {
  const cwd = temporaryFolder({
    'requirements.txt': 'celery==5.4\nredis==5.0\n',
    'app.py': 'import flask\n\napp = flask.Flask("x")\n',
    'tests/test_app.py': 'import app\nimport pytest\n\npytest.raises(ValueError)\n',
  });
  const { code, out } = await run(['skills', '.', '--cwd', cwd]);
  expect(code).toBe(0);
  expect(out).toBe(`Core software engineering
  tested
    pytest           tests/test_app.py:4  pytest.raises(ValueError)
    Python           app.py:3  app = flask.Flask("x")
    Automated tests  tests/test_app.py:4  pytest.raises(ValueError)

Backend and APIs
  tested
    Flask         app.py:3  app = flask.Flask("x")
  declared
    Background work, Celery, Redis and Valkey

7 skills: 4 tested, 3 declared.
Looked for and not seen: Testing against fake clouds, Fake file systems, HTTP
mocking, Load testing, Property-based testing, Test coverage.
`);
});

test('a folder without Python says so, a path that is none is refused', async () => {
  const cwd = temporaryFolder({ Dockerfile: 'FROM alpine\n' });
  const { code, out } = await run(['skills', '.', '--cwd', cwd]);
  expect([code, out]).toEqual([0, expect.stringContaining('No Python here.')]);
  const refused = await run(['skills', 'nowhere', '--cwd', cwd]);
  expect([refused.code, refused.err]).toEqual([
    2,
    'skyworthy: nowhere does not exist: give the folder of a repository.\n',
  ]);
});

test('of several paths, one that is not there is said and the others are read', async () => {
  const cwd = temporaryFolder({ 'one/a.py': 'import redis\n', 'two/b.py': 'import redis\nredis.Redis()\n' });
  const { code, out, err } = await run(['skills', 'one', 'two', 'three', '--cwd', cwd, '--format', 'json']);
  expect([code, err]).toEqual([0, 'skyworthy: three was not read: it is no folder.\n']);
  expect(JSON.parse(out)).toMatchObject({
    roots: ['one', 'two'],
    unreadable: [{ file: 'three', line: 1, reason: 'it is no folder' }],
  });
});

test('a place without room beside the name stands below it, whole; roots are numbered', async () => {
  const file = `${'long/'.repeat(14)}app.py`;
  const cwd = temporaryFolder({
    [`one/${file}`]: 'import redis\nredis.Redis()\n',
    'two/b.py': 'import celery\ncelery.Celery()\n',
  });
  const { out } = await run(['skills', 'one', 'two', '--cwd', cwd]);
  expect(out).toContain(`    Redis and Valkey\n      [1] ${file}:2\n`);
  expect(out).toMatch(/ {4}Celery +\[2\] b\.py:2 {2}celery\.Celery\(\)\n/);
  expect(out).toContain('\n[1] one\n[2] two\n');
});

test('nothing to see', async () => {
  const { code, out } = await run(['skills', '.', '--cwd', temporaryFolder()]);
  expect([code, out]).toEqual([0, expect.stringContaining('Nothing here shows a skill')]);
});

test('control characters of a file do not reach the terminal', async () => {
  const cwd = temporaryFolder({ 'a.py': 'import redis\nredis.Redis("\u001b[31m")\n' });
  const { out } = await run(['skills', '.', '--cwd', cwd, '--all'], { width: 140, color: false });
  expect(out).not.toContain('\u001b');
});

test('a folder of which nothing could be read is refused, one with a file that could not is said', async () => {
  const cwd = temporaryFolder({ 'a.py': 'import redis\0' });
  const refused = await run(['skills', '.', '--cwd', cwd]);
  expect([refused.code, refused.err]).toEqual([
    2,
    'skyworthy: Nothing could be read: a.py: binary file (it has a NUL byte).\n',
  ]);
  const other = temporaryFolder({ 'a.py': 'import redis\0', 'b.py': 'x = 1\n' });
  const { code, out } = await run(['skills', '.', '--cwd', other]);
  expect([code, out]).toEqual([0, expect.stringContaining('1 file could not be read in full.')]);
});
