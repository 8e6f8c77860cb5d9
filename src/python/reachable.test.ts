import { expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { openModules } from './modules.ts';
import { reachableModules } from './reachable.ts';

/** What `entry` runs when it is imported from `root`. */
function reached(files: Readonly<Record<string, string>>, entry: string, root = '.'): string[] {
  const repository = memoryRepository(files);
  const modules = openModules(repository, (bytes, read) => read(bytes));
  return [...reachableModules(entry, root, modules, repository.has)].sort();
}

test('itself, and what it imports from the code root', () => {
  expect(
    reached({ 'app.py': 'import lib', 'lib.py': 'import other', 'other.py': '', 'more.py': '' }, 'app.py'),
  ).toEqual(['app.py', 'lib.py', 'other.py']);
});

test('each package on the way to a module, and a submodule that from names', () => {
  const files = { 'app.py': 'from a.b import c', 'a/__init__.py': '', 'a/b/__init__.py': '', 'a/b/c.py': '' };
  expect(reached(files, 'app.py')).toEqual(['a/__init__.py', 'a/b/__init__.py', 'a/b/c.py', 'app.py']);
});

test('namespace packages have no file of their own', () => {
  expect(reached({ 'app.py': 'import a.b', 'a/b.py': '' }, 'app.py')).toEqual(['a/b.py', 'app.py']);
});

test('a package wins over a module of its name', () => {
  expect(reached({ 'app.py': 'import a', 'a.py': '', 'a/__init__.py': '' }, 'app.py')).toEqual([
    'a/__init__.py',
    'app.py',
  ]);
});

test('relative imports, from their own package', () => {
  const files = {
    'a/__init__.py': '',
    'a/b/__init__.py': '',
    'a/b/app.py': 'from . import c\nfrom ..d import e\nfrom .... import f',
    'a/b/c.py': '',
    'a/d.py': '',
    'c.py': '',
  };
  expect(reached(files, 'a/b/app.py')).toEqual([
    'a/__init__.py',
    'a/b/__init__.py',
    'a/b/app.py',
    'a/b/c.py',
    'a/d.py',
  ]);
});

test('absolute imports start at the code root', () => {
  const files = { 'src/app.py': 'import lib', 'lib.py': '', 'src/lib.py': '' };
  expect(reached(files, 'src/app.py', 'src')).toEqual(['src/app.py', 'src/lib.py']);
});

test('circles end', () => {
  expect(reached({ 'a.py': 'import b', 'b.py': 'import a' }, 'a.py')).toEqual(['a.py', 'b.py']);
});

test('what is imported for type checkers is not run', () => {
  expect(reached({ 'a.py': 'if TYPE_CHECKING:\n  import b', 'b.py': '' }, 'a.py')).toEqual(['a.py']);
});
