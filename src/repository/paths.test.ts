import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseName, folderOf, foldersUp, isBelow, joinPath } from './paths.ts';

test.for([
  ['app.py', '.', 'app.py'],
  ['src/app.py', 'src', 'app.py'],
  ['a/b/c', 'a/b', 'c'],
] as const)('%s: folder %s, name %s', ([path, folder, name]) => {
  expect(folderOf(path)).toBe(folder);
  expect(baseName(path)).toBe(name);
});

describe('joinPath', () => {
  test.for([
    ['.', 'src', 'src'],
    ['.', './src/', 'src'],
    ['.', '.', '.'],
    ['a/b', '..', 'a'],
    ['a', '..', '.'],
    ['a', '../b', 'b'],
    ['a', 'b/../c//d', 'a/c/d'],
    ['a', String.raw`b\c`, 'a/b/c'],
    ['a', '', 'a'],
  ] as const)('%s and %s give %s', ([folder, path, joined]) => expect(joinPath(folder, path)).toBe(joined));

  test.for([
    ['.', '..'],
    ['a', '../..'],
    ['a', '../../a'],
    ['.', '/etc/passwd'],
    ['.', 'C:/windows'],
    ['.', String.raw`C:\windows`],
    ['.', String.raw`\etc`],
  ] as const)('%s and %s lead out', ([folder, path]) => expect(joinPath(folder, path)).toBeUndefined());

  test('never leads out of the root, whatever is written', () => {
    const part = constantFrom('..', '.', '', 'a', 'b');
    assert(
      property(array(part, { maxLength: 8 }), constantFrom('.', 'a', 'a/b'), (parts, folder) => {
        const joined = joinPath(folder, parts.join('/'));
        expect(joined === undefined || joined === '.' || /^[ab](\/[ab])*$/.test(joined)).toBe(true);
      }),
    );
  });
});

test.for([
  ['a/b.py', 'a', true],
  ['a', 'a', true],
  ['ab.py', 'a', false],
  ['b/a/c.py', 'a', false],
  ['anything', '.', true],
] as const)('%s below %s: %s', ([path, folder, below]) => expect(isBelow(path, folder)).toBe(below));

test('foldersUp goes to the root, nearest first', () => {
  expect(foldersUp('a/b/c')).toEqual(['a/b/c', 'a/b', 'a', '.']);
  expect(foldersUp('.')).toEqual(['.']);
});
