// Which files are the user's own: gitignore rules (https://git-scm.com/docs/gitignore), and what no team writes by hand.
import ignore, { type Ignore } from 'ignore';
import { NameFilter } from './name-filter.ts';

/** Folders that hold installed, generated or version-control files wherever they stand. */
const foreignFolders = new Set([
  '.aws-sam',
  '.bzr',
  '.chalice-deployments',
  '.eggs',
  '.git',
  '.hg',
  '.mypy_cache',
  '.nox',
  '.pytest_cache',
  '.ruff_cache',
  '.serverless',
  '.svn',
  '.terraform',
  '.terragrunt-cache',
  '.tox',
  '.venv',
  '__pycache__',
  'bower_components',
  'cdk.out',
  'node_modules',
  'site-packages',
]);

/** True for a folder that is never entered, whatever the ignore rules say. */
export function isForeignFolder(name: string): boolean {
  return foreignFolders.has(name) || name.endsWith('.egg-info');
}

/**
 * The ignore rules that hold in one folder: those of the folders above it and its own. Immutable: entering a folder
 * gives new rules. Paths are asked for from the root downwards: one whose folder is ignored is never asked for. So a line
 * can only match a path whose last part fits the line's own, or whose folder does (`logs/*`): the paths that fit none are
 * decided by the few lines that are no plain names and globs, and only a fitting one by all of them.
 */
export class IgnoreRules {
  readonly #lines: readonly string[];
  readonly #otherLines: readonly string[];
  readonly #names: NameFilter;
  readonly #folders: NameFilter;
  #others: Ignore | undefined;
  #all: Ignore | undefined;

  constructor(
    lines: readonly string[] = [],
    otherLines: readonly string[] = [],
    names: NameFilter = new NameFilter(),
    folders: NameFilter = new NameFilter(),
  ) {
    this.#lines = lines;
    this.#otherLines = otherLines;
    this.#names = names;
    this.#folders = folders;
  }

  /**
   * The rules with those of an ignore file in `folder` added (`''` for the root, else without a `/` at the end). All
   * stand in one list, in which the last match wins: so a folder that a nearer file takes back is whole again.
   */
  with(folder: string, text: string): IgnoreRules {
    const [lines, others] = [[...this.#lines], [...this.#otherLines]];
    const [names, folders] = [new NameFilter(this.#names), new NameFilter(this.#folders)];
    for (const written of text.split(/\r?\n/)) {
      const line = folder === '' ? written : fromRoot(folder, written);
      lines.push(line);
      if (written.trim() === '' || written.startsWith('#') || written.startsWith('!')) continue;
      const parts = written.replace(/\/$/, '').split('/');
      const last = parts.pop() ?? '';
      const plain = last === '*' ? folders.add(parts.pop() ?? '') : names.add(last);
      if (!plain) others.push(line);
    }
    return new IgnoreRules(lines, others, names, folders);
  }

  /** How many lines they have. */
  get size(): number {
    return this.#lines.length;
  }

  /** True if the path (relative to the root, without a `/` at the end) is ignored; `isFolder` for folders. */
  ignores(path: string, isFolder: boolean): boolean {
    if (!this.#fits(path) && !this.#isOther(path, isFolder)) return false;
    this.#all ??= compiled(this.#lines);
    return this.#all.ignores(isFolder ? `${path}/` : path);
  }

  #fits(path: string): boolean {
    const slash = path.lastIndexOf('/');
    if (this.#names.fits(path.slice(slash + 1))) return true;
    return slash > 0 && this.#folders.fits(path.slice(path.lastIndexOf('/', slash - 1) + 1, slash));
  }

  /** Negations ignore nothing by themselves, and stand among all lines only. */
  #isOther(path: string, isFolder: boolean): boolean {
    if (this.#otherLines.length === 0) return false;
    this.#others ??= compiled(this.#otherLines);
    return this.#others.ignores(isFolder ? `${path}/` : path);
  }
}

function compiled(lines: readonly string[]): Ignore {
  return ignore({ ignorecase: false }).add([...lines]);
}

/** A line of an ignore file in a folder, as it would stand in one at the root. */
function fromRoot(folder: string, line: string): string {
  const [, negation = '', pattern = ''] = /^(!?)(.*)$/.exec(line) ?? [];
  if (pattern.trim() === '' || line.startsWith('#')) return '';
  const base = folder.replaceAll(/[\\*?[\]]/g, String.raw`\$&`);
  // A slash at the start or in the middle ties a pattern to its folder; without one it holds at any depth below.
  const tied = pattern.trimEnd().replace(/\/$/, '').includes('/');
  return `${negation}/${base}/${tied ? pattern.replace(/^\//, '') : `**/${pattern}`}`;
}
