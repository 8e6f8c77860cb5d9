import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../../repository/memory.ts';
import { openProgram } from './open-program.ts';
import { openSources } from './sources.ts';

const open = (files: Record<string, string>, roots: readonly string[] = ['.']) =>
  openProgram(openSources(memoryRepository(files)), roots);
const empty = (...files: string[]): Record<string, string> => Object.fromEntries(files.map((file) => [file, '']));

describe('the file that a name names', () => {
  test.each<[string, string, Record<string, string>, readonly string[], string | undefined]>([
    ['a module of a root', 'app', empty('app.py'), ['.'], 'app.py'],
    ['a package before a module', 'app', empty('app.py', 'app/__init__.py'), ['.'], 'app/__init__.py'],
    ['a module before a folder', 'app', empty('app.py', 'app/x.py'), ['.'], 'app.py'],
    ['a module of a later root before a folder', 'app', empty('a/app/x.py', 'b/app.py'), ['a', 'b'], 'b/app.py'],
    ['the first root', 'app', empty('a/app.py', 'b/app.py'), ['b', 'a'], 'b/app.py'],
    ['a module in a package', 'a.b.c', empty('a/__init__.py', 'a/b/__init__.py', 'a/b/c.py'), ['.'], 'a/b/c.py'],
    ['a module in a folder', 'a.b.c', empty('a/b/c.py'), ['.'], 'a/b/c.py'],
    ['the folder itself', 'a.b', empty('a/b/c.py'), ['.'], 'a/b'],
    ['a folder in several roots', 'ns.y', empty('a/ns/x.py', 'b/ns/y.py'), ['a', 'b'], 'b/ns/y.py'],
    ['nothing in a package of another root', 'p.y', empty('a/p/__init__.py', 'b/p/y.py'), ['a', 'b'], undefined],
    ['nothing below a module', 'a.b', empty('a.py', 'a/b.py'), ['.'], undefined],
    ['no folder without Python', 'docs', { 'docs/a.md': '' }, ['.'], undefined],
    ['a src layout', 'pkg.m', empty('src/pkg/__init__.py', 'src/pkg/m.py'), ['.', 'src'], 'src/pkg/m.py'],
    ['a layer', 'shared', empty('f/app.py', 'layer/python/shared.py'), ['f', 'layer/python'], 'layer/python/shared.py'],
    ['a stub where there is nothing else', 'a', empty('a.pyi', 'a/x.txt'), ['.'], 'a.pyi'],
    ['a module of a later root before a stub', 'a', empty('x/a.pyi', 'y/a.py'), ['x', 'y'], 'y/a.py'],
    ['nothing outside the roots', 'app', empty('app.py'), ['src'], undefined],
    ['nothing for an endless name', `${'a.'.repeat(1e5)}x`, empty('a/x.py'), ['.'], undefined],
    ['nothing for an empty name', 'a.', empty('a/x.py'), ['.'], undefined],
  ])('%s', (_, name, files, roots, file) => {
    expect(open(files, roots).module(name)?.file).toBe(file);
  });
});

describe('the name of a file', () => {
  test.each<[string, string, Record<string, string>, readonly string[], string]>([
    ['from its nearest root', 'src/pkg/m.py', empty('src/pkg/m.py'), ['.', 'src'], 'pkg.m'],
    ['of a package', 'pkg/__init__.py', empty('pkg/__init__.py'), ['.'], 'pkg'],
    ['that no import could write', 'my-app/x.py', empty('my-app/x.py'), ['.'], 'my-app.x'],
    [
      'below no root: from the folder around its package',
      'b/p/x.py',
      empty('b/p/x.py', 'b/p/__init__.py'),
      ['a'],
      'p.x',
    ],
    ['of a stub', 'p/x.pyi', empty('p/x.pyi'), ['.'], 'p.x'],
    ['that another file has too', 'b/x.py', empty('a/b/x.py', 'b/x.py'), ['a', '.'], 'b.x'],
  ])('%s', (_, file, files, roots, name) => {
    const module = open(files, roots).moduleOf(file);
    expect(module).toMatchObject({ file, name });
  });

  test('a file is one module, whatever the names by which it is imported', () => {
    const program = open(empty('src/pkg/m.py', 'src/pkg/__init__.py'), ['.', 'src']);
    const module = program.module('src.pkg.m');
    expect(program.module('pkg.m')).toBe(module);
    expect(program.moduleOf('src/pkg/m.py')).toBe(module);
    expect(module?.name).toBe('src.pkg.m');
  });
});

test.each<[string, number, string, string | undefined]>([
  ['p/q/m.py', 0, 'x', 'x'],
  ['p/q/m.py', 1, 'x', 'p.q.x'],
  ['p/q/m.py', 1, '', 'p.q'],
  ['p/q/m.py', 2, 'x.y', 'p.x.y'],
  ['p/q/m.py', 3, 'x', 'x'],
  ['p/q/m.py', 4, 'x', undefined],
  ['p/q/__init__.py', 1, 'x', 'p.q.x'],
  ['p/q/__init__.py', 2, '', 'p'],
  ['p/q/__init__.py', 3, '', undefined],
])('in %s, %i dots and “%s” are %s', (file, level, name, absolute) => {
  const program = open(empty('p/q/m.py', 'p/q/__init__.py', 'p/__init__.py'));
  const module = program.moduleOf(file);
  expect(module && program.absoluteName(module, level, name)).toBe(absolute);
});

describe('what a module does to sys.path', () => {
  test.each<[string, string, string | undefined]>([
    ['a folder beside it', 'sys.path.append(os.path.dirname(__file__) + "/../lib")', 'lib/x.py'],
    ['joined', 'sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))', 'lib/x.py'],
    ['pathlib', 'sys.path.append(str(Path(__file__).resolve().parent.parent / "lib"))', 'lib/x.py'],
    ['parents', 'sys.path.append(str(Path(__file__).parents[1] / "lib"))', 'lib/x.py'],
    ['through names', 'HERE = dirname(__file__)\nLIB = join(HERE, pardir, "lib")\nsys.path.append(LIB)', 'lib/x.py'],
    ['an f-string', 'sys.path.insert(0, f"{os.path.dirname(__file__)}/../lib")', 'lib/x.py'],
    ['a constant', 'sys.path.append("lib")', 'lib/x.py'],
    ['a constant from the folder of the module', 'sys.path.append("../lib")', 'lib/x.py'],
    ['a list', 'sys.path += ["lib"]', 'lib/x.py'],
    ['extended', 'sys.path.extend(["nowhere", "lib"])', 'lib/x.py'],
    ['a loop', 'for p in ("lib", "more"):\n    sys.path.append(p)', 'lib/x.py'],
    ['under a condition', 'if "lib" not in sys.path:\n    sys.path.append("lib")', 'lib/x.py'],
    ['site', 'site.addsitedir("lib")', 'lib/x.py'],
    ['in a function it says nothing', 'def f():\n    sys.path.append("lib")', undefined],
    ['an unknown path', 'sys.path.append(os.environ["LIB"])', undefined],
    ['out of the repository', 'sys.path.append(os.path.dirname(__file__) + "/../../../lib")', undefined],
    ['names that stand for each other', 'a = b\nb = a\nsys.path.append(a)', undefined],
    ['a name bound twice', 'a = "lib"\na = "more"\nsys.path.append(a)', undefined],
  ])('%s', (_, text, file) => {
    const program = open({ 'bin/main.py': text, 'lib/x.py': '', 'more/y.py': '' }, ['bin']);
    expect(program.module('x')).toBeUndefined();
    program.module('main');
    expect(program.module('x')?.file).toBe(file);
  });

  test('names that double do not take long', () => {
    const doubling = Array.from({ length: 60 }, (_, index) => `a${index} = a${index + 1} + a${index + 1}`).join('\n');
    expect(open({ 'm.py': `${doubling}\nsys.path.append(a0)` }).module('m')?.name).toBe('m');
  });

  test('insert puts in front, append behind', () => {
    const files = { 'm.py': 'sys.path.insert(0, "a")\nsys.path.append("b")', 'a/x.py': '', 'b/x.py': '', 'x.py': '' };
    const program = open(files);
    program.module('m');
    expect(program.roots).toEqual(['a', '.', 'b']);
    expect(program.module('x')?.file).toBe('a/x.py');
  });
});

test('files with the same text share a tree, not a module', () => {
  const sources = openSources(memoryRepository({ 'a/m.py': 'x = 1', 'b/m.py': 'x = 1' }));
  const [first, second] = ['a', 'b'].map((root) => openProgram(sources, [root]).module('m'));
  expect(first?.tree).toBe(second?.tree);
  expect(first?.scopes).not.toBe(second?.scopes);
});

test('a file that cannot be read is noted and is no module', () => {
  const sources = openSources(memoryRepository({ 'm.py': 'a\0b' }));
  expect(openProgram(sources, ['.']).module('m')).toBeUndefined();
  expect(sources.unreadable).toEqual([{ file: 'm.py', message: 'binary file (it has a NUL byte)' }]);
});
