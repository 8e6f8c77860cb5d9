import { describe, expect, test } from 'vitest';
import { codeRootsOf } from './code-roots.ts';

const programs = (files: readonly string[], imports: Record<string, readonly string[]> = {}) =>
  codeRootsOf(files, (file) => new Set(imports[file]));

describe('programs of a repository', () => {
  test.each<[string, string[], Record<string, string[]>, Record<string, string[]>]>([
    ['a package', ['p/__init__.py', 'p/q/__init__.py', 'p/q/m.py', 'setup.py'], {}, { '.': ['.'] }],
    ['a src layout', ['src/p/__init__.py', 'src/p/m.py', 'setup.py'], {}, { src: ['src', '.'], '.': ['.', 'src'] }],
    ['functions', ['a/app.py', 'b/app.py', 'b/util.py'], {}, { a: ['a', '.'], b: ['b', '.'] }],
    ['a package below a folder', ['api/src/p/__init__.py'], {}, { 'api/src': ['api/src', 'api', '.'] }],
    [
      'tests beside a src layout',
      ['svc/src/p/__init__.py', 'svc/tests/t.py'],
      {},
      {
        'svc/src': ['svc/src', 'svc', '.'],
        'svc/tests': ['svc/tests', 'svc', 'svc/src', '.'],
      },
    ],
    ['a folder that is imported', ['app.py', 'lib/db.py'], { 'app.py': ['lib'] }, { '.': ['.'] }],
    ['below one that is imported', ['app.py', 'lib/x/db.py'], { 'app.py': ['lib'] }, { '.': ['.'] }],
    ['a chain of them', ['app.py', 'a/m.py', 'a/b/n.py'], { 'app.py': ['a'], 'a/m.py': ['b'] }, { '.': ['.'] }],
    ['a folder in a package', ['p/__init__.py', 'p/q/m.py'], {}, { '.': ['.'] }],
    [
      'scripts in a package',
      ['p/__init__.py', 'p/q/m.py', 'p/q/n.py'],
      { 'p/q/m.py': ['n'] },
      { '.': ['.'], 'p/q': ['p/q', 'p', '.'] },
    ],
    ['tests that import the package', ['p/__init__.py', 't/x/m.py'], { 't/x/m.py': ['p'] }, { '.': ['.'] }],
    ['tests of a src layout', ['src/p/__init__.py', 't/m.py'], { 't/m.py': ['p'] }, { src: ['src', '.'] }],
    [
      'scripts that import the package',
      ['p/__init__.py', 'x/m.py', 'x/n.py'],
      { 'x/m.py': ['p', 'n'] },
      { '.': ['.'], x: ['x', '.'] },
    ],
    ['files that import themselves from above', ['conftest.py', 't/x/m.py'], { 't/x/m.py': ['t'] }, { '.': ['.'] }],
    [
      'a package named as a folder above it',
      ['m.py', 'api/src/api/__init__.py'],
      { 'api/src/api/__init__.py': ['api'] },
      { '.': ['.'], 'api/src': ['api/src', 'api', '.'] },
    ],
    [
      'one that nobody above imports',
      ['app.py', 'a/m.py', 'b/n.py'],
      { 'b/n.py': ['a'] },
      { '.': ['.'], a: ['a', '.'], b: ['b', '.'] },
    ],
    [
      'a project in a package',
      ['a/__init__.py', 'a/b/__init__.py', 'a/b/manage.py', 'a/b/c/__init__.py'],
      { 'a/b/manage.py': ['c'] },
      { '.': ['.'], 'a/b': ['a/b', 'a', '.'] },
    ],
    [
      'requirements in a package',
      ['p/__init__.py', 'p/requirements.txt', 'p/m.py', 'm.py'],
      { 'p/m.py': ['p'] },
      { '.': ['.'] },
    ],
    ['other files', ['README.md', 'x/y.txt'], {}, {}],
  ])('%s', (_, files, imports, expected) => {
    const found = programs(files, imports);
    expect(Object.fromEntries(found.map(({ roots }) => [roots[0], roots]))).toEqual(expected);
    expect(found.flatMap((program) => program.files).sort()).toEqual(
      files.filter((file) => file.endsWith('.py')).sort(),
    );
  });

  test('a thousand functions are a thousand programs', () => {
    const files = Array.from({ length: 1000 }, (_, index) => `pattern-${index}/src/app.py`);
    expect(programs(files)).toHaveLength(1000);
  });
});
