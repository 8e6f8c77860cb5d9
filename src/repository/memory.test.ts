import { expect, test } from 'vitest';
import { excludeFiles } from './exclude.ts';
import { memoryRepository } from './memory.ts';
import { largestFileBytes } from './repository.ts';

test('files are sorted by code units', () => {
  expect(memoryRepository({ b: '', 'a/b': '', 'a b': '', B: '' }).files).toEqual(['B', 'a b', 'a/b', 'b']);
});

test('text is UTF-8 without its byte order mark', () => {
  expect(memoryRepository({ a: '\u{feff}é' }).readText('a')).toEqual({ ok: true, text: 'é' });
});

test.for([
  ['a NUL byte', new Uint8Array([97, 0]), 'binary file (it has a NUL byte)'],
  ['malformed UTF-8', new Uint8Array([0xc3, 0x28]), 'not UTF-8'],
  ['too many bytes', new Uint8Array(largestFileBytes + 1), 'larger than 16 MiB'],
] as const)('%s is a value', ([, bytes, message]) => {
  expect(memoryRepository({ a: bytes }).readText('a')).toEqual({ ok: false, message });
});

test('names of the language are no files', () => {
  const repository = memoryRepository({ 'a.py': '' });
  for (const name of ['constructor', '__proto__', 'toString']) expect(repository.has(name), name).toBe(false);
});

test('what is excluded is neither listed nor read', () => {
  const repository = memoryRepository({ 'a.py': 'x', 'old/a.py': '', 'old/keep.py': 'y' });
  const rest = excludeFiles(repository, ['old/*', '!old/keep.py']);
  expect(rest.files).toEqual(['a.py', 'old/keep.py']);
  expect(rest.has('old/a.py')).toBe(false);
  expect(rest.read('old/a.py')).toEqual({ ok: false, message: 'no such file' });
  expect(rest.readText('old/a.py')).toEqual({ ok: false, message: 'no such file' });
  expect(rest.readText('old/keep.py')).toEqual({ ok: true, text: 'y' });
});
