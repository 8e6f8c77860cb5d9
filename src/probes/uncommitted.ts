import { execFileSync } from 'node:child_process';

/** What git says of files: which of them differ from the last commit, or why it cannot tell. */
export type Uncommitted =
  | { readonly known: true; readonly files: readonly string[] }
  | { readonly known: false; readonly why: 'no-repository' | 'no-git' | 'failed' };

/** Files that are asked about at once, so that no command line becomes too long. */
const mostFiles = 200;
const mostMs = 60_000;
const mostBytes = 64 * 1024 * 1024;

type Unknown = Extract<Uncommitted, { known: false }>['why'];

/**
 * Which of some files of a folder hold work that no commit has: changed, staged, new or ignored ones, and those of which git
 * was told not to look. Each checkout is asked about its own: a submodule, or a repository within another, is one. Git alone
 * knows (the index, worktrees, line ends, filters), so it is asked; without a shell, hooks or a file system monitor, and
 * without taking locks.
 */
export function uncommittedFiles(folder: string, files: readonly string[]): Uncommitted {
  const found = new Set<string>();
  const checkouts = new Map<string, Map<string, string>>();
  for (const [inner, own] of Map.groupBy(files, (file) => file.slice(0, file.lastIndexOf('/') + 1))) {
    const place = git(`${folder}/${inner}`, ['rev-parse', '--show-toplevel', '--show-prefix']);
    if ('why' in place) return { known: false, why: place.why };
    const [top = '', prefix = ''] = place.text.split('\n');
    const paths = checkouts.get(top) ?? new Map<string, string>();
    checkouts.set(top, paths);
    for (const file of own) paths.set(prefix + file.slice(inner.length), file);
  }
  for (const [top, paths] of checkouts) {
    const names = [...paths.keys()];
    for (let at = 0; at < names.length; at += mostFiles) {
      const changed = changedIn(top, names.slice(at, at + mostFiles));
      if ('why' in changed) return { known: false, why: changed.why };
      for (const name of changed.paths) found.add(paths.get(name) ?? name);
    }
  }
  return { known: true, files: files.filter((file) => found.has(file)) };
}

/** Those of some files of a checkout that differ from its last commit, or of which git does not look whether they do. */
function changedIn(top: string, names: readonly string[]): { readonly paths: string[] } | { readonly why: Unknown } {
  const status = git(top, [
    'status',
    '--porcelain=v1',
    '-z',
    '--untracked-files=all',
    '--ignored',
    '--no-renames',
    '--',
    ...names,
  ]);
  if ('why' in status) return status;
  const index = git(top, ['ls-files', '-v', '-z', '--', ...names]);
  if ('why' in index) return index;
  const unseen = index.text.split('\0').filter((entry) => /^[a-zS] /.test(entry)); // assume-unchanged, skip-worktree
  const changed = status.text.split('\0').filter((entry) => entry.length > 3);
  return { paths: [...changed.map((entry) => entry.slice(3)), ...unseen.map((entry) => entry.slice(2))] };
}

const settings = ['core.fsmonitor=false', 'core.hooksPath=/dev/null'].flatMap((one) => ['-c', one]);

function git(cwd: string, command: readonly string[]): { readonly text: string } | { readonly why: Unknown } {
  try {
    const text = execFileSync('git', ['--no-optional-locks', '--literal-pathspecs', ...settings, ...command], {
      cwd,
      encoding: 'utf8',
      timeout: mostMs,
      maxBuffer: mostBytes,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: own(),
    });
    return { text };
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === 'ENOENT') return { why: 'no-git' };
    return { why: /not a git repository/i.test(stderr ?? '') ? 'no-repository' : 'failed' };
  }
}

/** The environment without what would send git to another repository, and with messages in English. */
function own(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX)$/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
