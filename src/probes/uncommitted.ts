import { execFileSync } from 'node:child_process';

/** What git says of files: which of them differ from the last commit, or why it cannot tell. */
export type Uncommitted =
  | { readonly known: true; readonly files: readonly string[] }
  | { readonly known: false; readonly why: 'no-repository' | 'no-git' | 'failed' };

/** Files that are asked about at once, so that no command line becomes too long. */
const mostFiles = 200;
const mostMs = 60_000;
const mostBytes = 64 * 1024 * 1024;

/**
 * Which of some files of a folder hold work that no commit has: changed, staged, new or ignored ones. Git alone knows (the
 * index, worktrees, line ends, filters), so it is asked; without a shell, hooks or a file system monitor, and without
 * taking locks.
 */
export function uncommittedFiles(folder: string, files: readonly string[]): Uncommitted {
  const found: string[] = [];
  for (let at = 0; at < files.length; at += mostFiles) {
    const answer = status(folder, files.slice(at, at + mostFiles));
    if (typeof answer !== 'string') return { known: false, why: answer.why };
    found.push(...pathsIn(answer));
  }
  return {
    known: true,
    files: files.filter((file) => found.some((path) => path === file || path.endsWith(`/${file}`))),
  };
}

const settings = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'status.relativePaths=false'];

function status(folder: string, files: readonly string[]): string | { why: 'no-repository' | 'no-git' | 'failed' } {
  const options = ['--porcelain=v1', '-z', '--untracked-files=all', '--ignored', '--no-renames'];
  try {
    return execFileSync(
      'git',
      [
        '--no-optional-locks',
        '--literal-pathspecs',
        ...settings.flatMap((one) => ['-c', one]),
        'status',
        ...options,
        '--',
        ...files,
      ],
      {
        cwd: folder,
        encoding: 'utf8',
        timeout: mostMs,
        maxBuffer: mostBytes,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: own(),
      },
    );
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

/** The paths of git's answer, each behind two letters and a blank, relative to the top of the checkout. */
function pathsIn(answer: string): string[] {
  return answer
    .split('\0')
    .filter((entry) => entry.length > 3)
    .map((entry) => entry.slice(3));
}
