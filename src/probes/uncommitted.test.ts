import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { uncommittedFiles } from './uncommitted.ts';

const git = (folder: string, ...args: string[]): void =>
  void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder, stdio: 'pipe' });

/** `a`, `in/b` and `in/*` are committed; `ignored` is not known to git. */
function checkout(): string {
  const folder = temporaryFolder({ a: '1', 'in/b': '2', 'in/*': '3', '.gitignore': 'ignored\n', ignored: '4' });
  git(folder, 'init', '-q');
  git(folder, 'add', 'a', 'in', '.gitignore');
  git(folder, 'commit', '-q', '-m', 'a');
  return folder;
}

test.for<[string, (folder: string) => void, string[], string[]]>([
  ['nothing', () => {}, ['a', 'in/b'], []],
  ['a changed file', (folder) => writeFileSync(join(folder, 'in/b'), 'x'), ['a', 'in/b'], ['in/b']],
  ['a change to a file that is not asked about', (folder) => writeFileSync(join(folder, 'in/b'), 'x'), ['a'], []],
  ['a file that is ignored', () => {}, ['a', 'ignored'], ['ignored']],
  ['a new file', (folder) => writeFileSync(join(folder, 'in/new'), 'x'), ['in/new'], ['in/new']],
  ['names that look like patterns', (folder) => writeFileSync(join(folder, 'in/b'), 'x'), ['in/*'], []],
])('%s', ([, change, files, found]) => {
  const folder = checkout();
  change(folder);
  expect(uncommittedFiles(folder, files)).toEqual({ known: true, files: found });
});

test('a staged change is not committed', () => {
  const folder = checkout();
  writeFileSync(join(folder, 'a'), 'x');
  git(folder, 'add', 'a');
  expect(uncommittedFiles(folder, ['a'])).toEqual({ known: true, files: ['a'] });
});

test('paths are relative to the folder, which may lie within the checkout', () => {
  const folder = checkout();
  writeFileSync(join(folder, 'in/b'), 'x');
  expect(uncommittedFiles(join(folder, 'in'), ['b', '*'])).toEqual({ known: true, files: ['b'] });
});

test.for<[string, string]>([
  ['that it need not look at', '--skip-worktree'],
  ['that does not change', '--assume-unchanged'],
])('a file of which git was told %s', ([, flag]) => {
  const folder = checkout();
  git(folder, 'update-index', flag, 'a');
  writeFileSync(join(folder, 'a'), 'x');
  expect(uncommittedFiles(folder, ['a', 'in/b'])).toEqual({ known: true, files: ['a'] });
});

test('a repository within another answers for its own files', () => {
  const folder = checkout();
  git(folder, 'init', '-q', 'inner');
  for (const name of ['a', 'b']) writeFileSync(join(folder, 'inner', name), '1');
  git(join(folder, 'inner'), 'add', '.');
  git(join(folder, 'inner'), 'commit', '-q', '-m', 'a');
  writeFileSync(join(folder, 'inner/a'), 'x');
  expect(uncommittedFiles(folder, ['a', 'inner/a', 'inner/b'])).toEqual({ known: true, files: ['inner/a'] });
});

test('many files are asked about in parts', () => {
  const folder = checkout();
  writeFileSync(join(folder, 'a'), 'x');
  const files = [...Array.from({ length: 450 }, (_, index) => `gone-${index}`), 'a'];
  expect(uncommittedFiles(folder, files)).toEqual({ known: true, files: ['a'] });
});

test('a hook of the repository is not run', () => {
  const folder = checkout();
  git(folder, 'config', 'core.fsmonitor', 'touch ran; false');
  expect(uncommittedFiles(folder, ['a'])).toMatchObject({ known: true });
  expect(uncommittedFiles(folder, ['ran'])).toEqual({ known: true, files: [] });
});

test('without a repository it cannot be told', () => {
  expect(uncommittedFiles(temporaryFolder({ a: '1' }), ['a'])).toEqual({ known: false, why: 'no-repository' });
});
