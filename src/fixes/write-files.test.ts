import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { writeFiles } from './write-files.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const change = (file: string, before: string, after: string) => ({ file, before: bytes(before), after: bytes(after) });
const text = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

test('all files are written', () => {
  const folder = temporaryFolder({ 'a.txt': 'a', 'b/c.txt': 'c' });
  expect(writeFiles(folder, [change('a.txt', 'a', 'A'), change('b/c.txt', 'c', 'C')])).toBeUndefined();
  expect([text(folder, 'a.txt'), text(folder, 'b/c.txt')]).toEqual(['A', 'C']);
  expect(readdirSync(folder)).toEqual(['a.txt', 'b']);
});

describe('none is written', () => {
  const refused = (folder: string, file: string, before: string): string | undefined => {
    const answer = writeFiles(folder, [change('a.txt', 'a', 'A'), change(file, before, 'X')]);
    expect(text(folder, 'a.txt')).toBe('a');
    expect(readdirSync(folder).filter((name) => name.endsWith('.skyworthy'))).toEqual([]);
    return answer;
  };

  test('where one was changed meanwhile', () => {
    const folder = temporaryFolder({ 'a.txt': 'a', 'b.txt': 'theirs' });
    expect(refused(folder, 'b.txt', 'b')).toBe('b.txt was changed while it was read: nothing was written');
    expect(text(folder, 'b.txt')).toBe('theirs');
  });

  test('where one is gone', () => {
    expect(refused(temporaryFolder({ 'a.txt': 'a' }), 'b.txt', 'b')).toContain('cannot be written (ENOENT)');
  });

  test('where one became a link', () => {
    const folder = temporaryFolder({ 'a.txt': 'a', 'real.txt': 'b' });
    symlinkSync('real.txt', join(folder, 'b.txt'));
    expect(refused(folder, 'b.txt', 'b')).toBe('b.txt is a link, or no file: nothing was written');
    expect(text(folder, 'real.txt')).toBe('b');
  });

  test('where a folder became a link, even to another one inside', () => {
    const outside = temporaryFolder({ 'c.txt': 'c' });
    const folder = temporaryFolder({ 'a.txt': 'a', 'inside/c.txt': 'c' });
    symlinkSync(outside, join(folder, 'out'));
    symlinkSync('inside', join(folder, 'in'));
    for (const file of ['out/c.txt', 'in/c.txt']) {
      expect(refused(folder, file, 'c')).toBe(`${file} lies behind a symbolic link: nothing was written`);
    }
    expect([text(outside, 'c.txt'), text(folder, 'inside/c.txt')]).toEqual(['c', 'c']);
  });

  test('where one lies outside', () => {
    const around = temporaryFolder({ 'root/a.txt': 'a', 'b.txt': 'b' });
    expect(refused(join(around, 'root'), '../b.txt', 'b')).toBe('../b.txt lies outside: nothing was written');
    expect(text(around, 'b.txt')).toBe('b');
  });
});
