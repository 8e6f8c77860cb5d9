// Which files are the user's own: gitignore rules (https://git-scm.com/docs/gitignore), and what no team writes by hand.
import ignore, { type Ignore } from 'ignore';

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
  return foreignFolders.has(name) || name.endsWith('.egg-info') || name.endsWith('.dist-info');
}

/**
 * The ignore rules that hold in one folder: those of the folders above it and its own. Immutable: entering a folder
 * gives new rules.
 */
export class IgnoreRules {
  readonly #lines: readonly string[];
  readonly #rules: Ignore;

  constructor(lines: readonly string[] = []) {
    this.#lines = lines;
    this.#rules = ignore().add([...lines]);
  }

  /**
   * The rules with those of an ignore file in `folder` added (`''` for the root, else without a `/` at the end). All
   * stand in one list, in which the last match wins: so a folder that a nearer file takes back is whole again.
   */
  with(folder: string, text: string): IgnoreRules {
    const lines = text.split(/\r?\n/);
    return new IgnoreRules([...this.#lines, ...lines.map((line) => (folder === '' ? line : fromRoot(folder, line)))]);
  }

  /** True if the path (relative to the root, without a `/` at the end) is ignored; `isFolder` for folders. */
  ignores(path: string, isFolder: boolean): boolean {
    return this.#rules.ignores(isFolder ? `${path}/` : path);
  }
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
