import { describe, expect, test } from 'vitest';
import { revealOne } from './testing/reveal.ts';

const imports = 'import os\nimport posixpath\nfrom pathlib import Path, PurePosixPath';

describe('paths that are known to the letter are what Python makes of them', () => {
  test.each([
    ["os.path.join('a', 'b', 'c')", "'a/b/c'"],
    ["os.path.join('a/', 'b')", "'a/b'"],
    ["os.path.join('a', '/b', 'c')", "'/b/c'"],
    ["os.path.join('a', '')", "'a/'"],
    ["os.path.join('', 'a')", "'a'"],
    ["posixpath.join('a', *['b', 'c'])", "'a/b/c'"],
    ["os.path.basename('a/b.txt')", "'b.txt'"],
    ["os.path.basename('a/')", "''"],
    ["os.path.dirname('a/b/c')", "'a/b'"],
    ["os.path.dirname('/a')", "'/'"],
    ["os.path.dirname('a')", "''"],
    ["os.path.split('a/b')", "('a', 'b')"],
    ["os.path.splitext('a/b.tar.gz')", "('a/b.tar', '.gz')"],
    ["os.path.splitext('.bashrc')", "('.bashrc', '')"],
    ["os.path.splitext('a.d/b')", "('a.d/b', '')"],
    ["os.path.normpath('a//b/./c/')", "'a/b/c'"],
    ["str(Path('a//b/./') / 'c')", "'a/b/c'"],
    ["str(Path('a', 'b').joinpath('c', 'd'))", "'a/b/c/d'"],
    ['str(Path())', "'.'"],
    ["PurePosixPath('/').as_posix()", "'/'"],
    ["os.fspath(Path('a'))", "'a'"],
  ])('%s is %s', (expression, value) => {
    expect(revealOne(expression, imports)).toBe(value);
  });
});

describe('paths that are known in part', () => {
  test.each([
    ["os.path.join(os.environ['A'], 'b')", "f'{$A}/b'"],
    ["os.path.join(f\"{os.environ['A']}/\", 'b')", "f'{$A}/b'"],
    ["os.path.join('x', os.environ['A'])", "f'x/{$A}'"],
    ["os.path.join('a' if c else 'b/', 'd')", "'a/d' | 'b/d'"],
    ["os.path.basename(os.environ['A'])", '?'],
    ["os.path.normpath('a/../b')", '?'],
    ["Path('a/b').name", '<builtins>'],
  ])('%s is %s', (expression, value) => {
    expect(revealOne(expression, imports)).toBe(value);
  });
});
