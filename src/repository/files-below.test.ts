import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filesBelow } from './files-below.ts';
import { isBelow } from './paths.ts';

test('what lies below a folder, and the path itself, among neighbours that begin alike', () => {
  const files = ['a', 'a-b/c.py', 'a.py', 'a/b.py', 'a/c/d.py', 'a0.py', 'b.py'];
  expect(filesBelow(files, 'a')).toEqual(['a', 'a/b.py', 'a/c/d.py']);
  expect(filesBelow(files, 'a/c')).toEqual(['a/c/d.py']);
  expect(filesBelow(files, 'c')).toEqual([]);
  expect(filesBelow(files, '.')).toBe(files);
});

test('the same as asking of each file', () => {
  const path = fc
    .array(fc.constantFrom('a', 'b', 'a-', 'a0', 'é'), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.uniqueArray(path), path, (paths, folder) => {
      const sorted = paths.toSorted((a, b) => (a < b ? -1 : 1));
      expect(filesBelow(sorted, folder)).toEqual(sorted.filter((one) => isBelow(one, folder)));
    }),
  );
});
