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

/** What most lines of ignore files are: a plain name (`build`, `build/`) or an ending (`*.log`). */
const plainName = /^[\w.@+=~-]+\/?$/;
const plainEnding = /^\*(\.[\w.@+=~-]+)\/?$/;

/**
 * The ignore rules that hold in one folder: those of the folders above it and its own. Immutable: entering a folder
 * gives new rules. Paths are asked for from the root downwards: one whose folder is ignored is never asked for. So a
 * path that no plain name or ending fits is decided by the few other lines, and only a fitting one by all of them.
 */
export class IgnoreRules {
  readonly #lines: readonly string[];
  readonly #otherLines: readonly string[];
  readonly #names: ReadonlySet<string>;
  readonly #endings: ReadonlySet<string>;
  readonly #others: Ignore;
  #all: Ignore | undefined;

  constructor(
    lines: readonly string[] = [],
    otherLines: readonly string[] = [],
    names: ReadonlySet<string> = new Set(),
    endings: ReadonlySet<string> = new Set(),
    compiled: Ignore = ignore({ ignorecase: false }).add([...otherLines]),
  ) {
    this.#lines = lines;
    this.#otherLines = otherLines;
    this.#names = names;
    this.#endings = endings;
    this.#others = compiled;
  }

  /**
   * The rules with those of an ignore file in `folder` added (`''` for the root, else without a `/` at the end). All
   * stand in one list, in which the last match wins: so a folder that a nearer file takes back is whole again.
   */
  with(folder: string, text: string): IgnoreRules {
    const [lines, others] = [[...this.#lines], [...this.#otherLines]];
    const [names, endings] = [new Set(this.#names), new Set(this.#endings)];
    for (const written of text.split(/\r?\n/)) {
      const line = folder === '' ? written : fromRoot(folder, written);
      lines.push(line);
      const ending = plainEnding.exec(written)?.[1];
      if (ending !== undefined) endings.add(ending);
      else if (plainName.test(written)) names.add(written.replace(/\/$/, ''));
      else if (written.trim() !== '' && !written.startsWith('#')) others.push(line);
    }
    const compiled = others.length === this.#otherLines.length ? this.#others : undefined;
    return new IgnoreRules(lines, others, names, endings, compiled);
  }

  /** How many lines they have. */
  get size(): number {
    return this.#lines.length;
  }

  /** True if the path (relative to the root, without a `/` at the end) is ignored; `isFolder` for folders. */
  ignores(path: string, isFolder: boolean): boolean {
    const fits = this.#fits(path.slice(path.lastIndexOf('/') + 1));
    if (fits) this.#all ??= ignore({ ignorecase: false }).add([...this.#lines]);
    return (fits && this.#all ? this.#all : this.#others).ignores(isFolder ? `${path}/` : path);
  }

  #fits(name: string): boolean {
    if (this.#names.has(name)) return true;
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      if (this.#endings.has(name.slice(dot))) return true;
    }
    return false;
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
