import { describe, expect, test } from 'vitest';
import { isIgnoreFile, readIgnoreFile } from './index.ts';

describe('.dockerignore', () => {
  test.each([
    ['node_modules', 'node_modules', true],
    ['node_modules', 'node_modules/a/b.js', true],
    ['node_modules', 'src/node_modules/a.js', false],
    ['**/node_modules', 'src/node_modules/a.js', true],
    ['**/node_modules', 'node_modules', true],
    ['*.pyc', 'a.pyc', true],
    ['*.pyc', 'src/a.pyc', false],
    ['*/temp*', 'src/temporary.txt', true],
    ['*/temp*', 'src/sub/temporary.txt', false],
    ['temp?', 'tempa', true],
    ['temp?', 'temp', false],
    ['/src/', 'src/a', true],
    ['./src', 'src/a', true],
    ['a/../b', 'b', true],
    ['.', 'anything/at.all', false],
    ['*', 'a/b', true],
    ['**', 'a/b', true],
    ['a/**', 'a/b/c', true],
    ['a/**', 'a', false],
    ['a/**/z', 'a/z', true],
    ['a/**/z', 'a/b/c/z', true],
    ['a/**/z', 'a/b/cz', false],
    ['**.pyc', 'a/b.pyc', true],
    ['a**/*b', 'ab', true],
    ['[a-c]x', 'bx', true],
    ['[^a-c]x', 'bx', false],
    ['\\!x', '!x', true],
    ['# c\n\nx', 'x', true],
    [' x ', 'x', true],
    ['*.md\n!README.md', 'README.md', false],
    ['*.md\n!README.md', 'CHANGES.md', true],
    ['*\n!src', 'src/app.py', false],
    ['*\n!src\nsrc/secret', 'src/secret', true],
    ['!src\n*', 'src/app.py', true],
  ])('%j, %s: %s', (text, path, ignored) => {
    const { ignores, faults } = readIgnoreFile('.dockerignore', text);
    expect(faults).toEqual([]);
    expect(ignores(path)).toBe(ignored);
  });

  test('a pattern that is none has its line, and the rest holds', () => {
    const { ignores, faults } = readIgnoreFile('a.Dockerfile.dockerignore', 'ok\n[a\n!\nx');
    expect(faults.map(({ line }) => line)).toEqual([2, 3]);
    expect([ignores('ok'), ignores('x'), ignores('a')]).toEqual([true, true, false]);
  });

  test('many stars take no more than linear time', () => {
    const { ignores } = readIgnoreFile('.dockerignore', `${'a*'.repeat(200)}b`);
    expect(ignores('a'.repeat(5000))).toBe(false);
  });
});

const readOther = (name: string) => (name === '.gitignore' ? '*.log\n' : undefined);

describe('.gcloudignore and .funcignore follow git', () => {
  test.each([
    ['node_modules/', 'src/node_modules/a.js', true],
    ['/build', 'src/build', false],
    ['*.pyc', 'src/a.pyc', true],
    ['*.md\n!README.md', 'README.md', false],
  ])('%j, %s: %s', (text, path, ignored) => {
    expect(readIgnoreFile('.funcignore', text).ignores(path)).toBe(ignored);
  });

  test('other files are included', () => {
    const { ignores, faults } = readIgnoreFile('.gcloudignore', '#!include:.gitignore\n#!include:gone\nx\n', readOther);
    expect([ignores('a.log'), ignores('x'), ignores('y'), ignores('../x')]).toEqual([true, true, false, false]);
    expect(faults).toEqual([{ line: 2, message: "gone can't be included" }]);
  });

  test('includes that go in a circle end', () => {
    const { faults } = readIgnoreFile('.gcloudignore', '#!include:a\n', () => '#!include:a\n');
    expect(faults).toHaveLength(1);
  });
});

test.each([
  ['.dockerignore', true],
  ['a/api.Dockerfile.dockerignore', true],
  ['.gcloudignore', true],
  ['.gitignore', false],
])('%s: %s', (path, expected) => {
  expect(isIgnoreFile(path)).toBe(expected);
});
