import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, boolean, constantFrom, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Files } from '../../tests/judge-files.ts';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { UsageError } from '../evidence/errors.ts';
import { openRepository } from './disk.ts';
import { memoryRepository } from './memory.ts';
import { largestFileBytes } from './repository.ts';

const filesIn = (files: Files, below = ''): readonly string[] =>
  openRepository(join(temporaryFolder(files), below)).files;

describe('listing', () => {
  test('is sorted by code units, with / and relative to the root', () => {
    expect(filesIn({ 'b.py': '', 'a/z.py': '', 'a b.py': '', 'A.py': '', 'ü/é.py': '', 'a.py': '' })).toEqual([
      'A.py',
      'a b.py',
      'a.py',
      'a/z.py',
      'b.py',
      'ü/é.py',
    ]);
  });

  test('leaves out installed and generated files and virtual environments under any name', () => {
    const files = {
      'app.py': '',
      'node_modules/a/setup.py': '',
      'src/__pycache__/app.pyc': '',
      '.git/config': '',
      'environment/pyvenv.cfg': '',
      'environment/lib/site.py': '',
    };
    expect(filesIn(files)).toEqual(['app.py']);
  });

  test('reads ignore files on its way, nearer ones winning', () => {
    const files = {
      '.gitignore': '*.log\n/build\n!keep.log\n',
      'a.log': '',
      'keep.log': '',
      'build/x.py': '',
      'src/build/y.py': '',
      'src/.gitignore': '!a.log\n*.tmp\n',
      'src/a.log': '',
      'src/deep/b.tmp': '',
      'b.tmp': '',
    };
    expect(filesIn(files)).toEqual([
      '.gitignore',
      'b.tmp',
      'keep.log',
      'src/.gitignore',
      'src/a.log',
      'src/build/y.py',
    ]);
  });

  test('a file in an ignored folder cannot be taken back', () => {
    expect(filesIn({ '.gitignore': 'data/\n!data/keep.py\n', 'data/keep.py': '' })).toEqual(['.gitignore']);
  });
});

describe('inside a larger checkout', () => {
  const checkout: Files = {
    '.git/HEAD': '',
    '.git/info/exclude': 'excluded.py\n',
    '.gitignore': '*.tmp\n/services/a/local.py\nignored/\n',
    'services/.gitignore': 'secret.py\n',
    'services/a/app.py': '',
    'services/a/local.py': '',
    'services/a/secret.py': '',
    'services/a/excluded.py': '',
    'services/a/x.tmp': '',
    'ignored/x.tmp': '',
  };

  test('the ignore files above hold', () => {
    expect(filesIn(checkout, 'services/a')).toEqual(['app.py']);
  });

  test('not for a folder that they ignore and that was asked for by name', () => {
    expect(filesIn(checkout, 'ignored')).toEqual(['x.tmp']);
  });

  test('those above the checkout do not', () => {
    expect(filesIn({ '.gitignore': '*.py\n', 'inner/.git/HEAD': '', 'inner/app.py': '' }, 'inner')).toEqual(['app.py']);
  });
});

describe.skipIf(process.platform === 'win32')('symbolic links', () => {
  test('are not followed: neither out of the tree nor in it, neither to files nor in circles', () => {
    const outside = temporaryFolder({ 'secret.py': 'x' });
    const folder = temporaryFolder({ 'app.py': '', 'src/lib.py': '' });
    symlinkSync(join(outside, 'secret.py'), join(folder, 'link.py'));
    symlinkSync(outside, join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'src'), join(folder, 'again'));
    symlinkSync(folder, join(folder, 'src/loop'));
    symlinkSync('/nowhere', join(folder, 'broken.py'));
    const repository = openRepository(folder);
    expect(repository.files).toEqual(['app.py', 'src/lib.py']);
    expect(repository.read('link.py')).toMatchObject({ ok: false });
    expect(repository.read('elsewhere/secret.py')).toMatchObject({ ok: false });
  });
});

describe('reading', () => {
  test.for(['../outside.py', '/etc/passwd', './app.py', 'missing.py', '.', ''])('%j is none of its files', (path) => {
    const repository = openRepository(temporaryFolder({ 'app.py': '' }));
    expect(repository.has(path)).toBe(false);
    expect(repository.read(path)).toEqual({ ok: false, message: 'no such file' });
  });

  test('an ignored file cannot be read', () => {
    const repository = openRepository(temporaryFolder({ '.gitignore': 'key.pem\n', 'key.pem': 'secret' }));
    expect(repository.readText('key.pem')).toEqual({ ok: false, message: 'no such file' });
  });

  test('a huge file is a value', () => {
    const folder = temporaryFolder({ 'largest.py': '', 'larger.py': '' });
    truncateSync(join(folder, 'largest.py'), largestFileBytes);
    truncateSync(join(folder, 'larger.py'), largestFileBytes + 1);
    const repository = openRepository(folder);
    expect(repository.read('largest.py').ok).toBe(true);
    expect(repository.read('larger.py')).toMatchObject({ ok: false, message: 'larger than 16 MiB' });
  });

  test('a file that has gone is a value', () => {
    const folder = temporaryFolder({ 'app.py': '' });
    const repository = openRepository(folder);
    rmSync(join(folder, 'app.py'));
    expect(repository.read('app.py')).toEqual({ ok: false, message: 'cannot be read (ENOENT)' });
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('what may not be read is a value', () => {
    const folder = temporaryFolder({ 'app.py': '', 'private/key.py': '' });
    chmodSync(join(folder, 'app.py'), 0);
    chmodSync(join(folder, 'private'), 0);
    const repository = openRepository(folder);
    chmodSync(join(folder, 'private'), 0o700);
    expect(repository.read('app.py')).toEqual({ ok: false, message: 'cannot be read (EACCES)' });
    expect(repository.unreadable).toEqual([{ file: 'private', message: 'cannot be read (EACCES)' }]);
  });
});

describe('a path that is no folder', () => {
  test('that does not exist', () => {
    const missing = join(temporaryFolder(), 'missing');
    expect(() => openRepository(missing, 'missing')).toThrow(
      new UsageError('missing does not exist: give the folder of a repository.'),
    );
  });

  test('that is a file', () => {
    const folder = temporaryFolder({ 'app.py': '' });
    expect(() => openRepository(join(folder, 'app.py'), 'app.py')).toThrow(UsageError);
  });
});

test('disk and memory are twins', () => {
  const files: Files = {
    'app.py': 'print("ü")\n',
    'bom.txt': '\u{feff}text\n',
    'empty.py': '',
    'image.png': new Uint8Array([137, 80, 78, 71, 0, 1]),
    'latin.py': new Uint8Array([0x23, 0xe9, 0x0a]),
    'src/a.py': 'x = 1\r\n',
  };
  const [disk, memory] = [openRepository(temporaryFolder(files)), memoryRepository(files)];
  expect(memory.files).toEqual(disk.files);
  for (const file of [...disk.files, 'missing.py', 'src']) {
    expect(memory.has(file), file).toBe(disk.has(file));
    expect(disk.read(file), file).toMatchObject(memory.read(file));
    expect(memory.readText(file), file).toEqual(disk.readText(file));
  }
});

const hasGit = spawnSync('git', ['--version']).status === 0;

test.skipIf(!hasGit)('git agrees on what is ignored', () => {
  const names = constantFrom('a', 'b', 'a.py', 'b.log', '*.py', '*', 'a*', '?');
  const pattern = tuple(constantFrom('', '!', '/', '!/'), array(names, { minLength: 1, maxLength: 2 }), boolean()).map(
    ([start, parts, folder]) => `${start}${parts.join('/')}${folder ? '/' : ''}`,
  );
  const ignoreFile = array(pattern, { maxLength: 4 }).map((lines) => lines.join('\n'));
  const tree = ['a.py', 'b.log', 'b/a.py', 'b/b.log', 'b/a/a.py', 'b/a/b', 'a/a.py'];
  const git = (folder: string, ...args: string[]): string =>
    spawnSync('git', ['-C', folder, '-c', 'core.excludesFile=', ...args], { encoding: 'utf8' }).stdout;
  const folder = temporaryFolder(Object.fromEntries(tree.map((path) => [path, ''])));
  git(folder, 'init', '-q');
  assert(
    property(ignoreFile, ignoreFile, (root, nested) => {
      writeFileSync(join(folder, '.gitignore'), root);
      writeFileSync(join(folder, 'b/.gitignore'), nested);
      const listed = git(folder, 'ls-files', '-o', '--exclude-standard').trim();
      const expected = listed === '' ? [] : listed.split('\n').sort();
      expect(openRepository(folder).files).toEqual(expected);
    }),
    { numRuns: 150, seed: 2026 },
  );
});

test('a glance shows what reading gives, of short and long files in turn', () => {
  const files = { 'a.txt': 'a'.repeat(200_000), 'b.txt': 'b', 'c.txt': '', 'd.txt': 'd'.repeat(70_000) };
  const repository = openRepository(temporaryFolder(files));
  for (const [file, text] of [...Object.entries(files), ...Object.entries(files)]) {
    const content = repository.glance(file);
    expect(content.ok && Buffer.from(content.bytes).toString()).toBe(text);
  }
  expect(repository.glance('e.txt')).toEqual(repository.read('e.txt'));
});
