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

/** The last part of most lines of ignore files: a name (`build`), or a glob that only some names fit (`*.log`, `[._]s[a-w]?`). */
const plainName = /^[\w.@+=~-]+$/;
const plainGlob = /^(?:[\w.@+=~?-]|\*|\[[\w.~]+(?:-[\w.~])*[\w.~-]*\])+$/;

/** More stars in one part of a glob are rare, and slow to match. */
const mostStars = 2;

/**
 * The ignore rules that hold in one folder: those of the folders above it and its own. Immutable: entering a folder
 * gives new rules. Paths are asked for from the root downwards: one whose folder is ignored is never asked for. So a line
 * can only match a path whose last part fits the line's own: the names that fit none are decided by the few lines that
 * end in no plain name or glob, and only a fitting one by all of them.
 */
export class IgnoreRules {
  readonly #lines: readonly string[];
  readonly #otherLines: readonly string[];
  readonly #names: ReadonlySet<string>;
  readonly #globs: ReadonlySet<string>;
  readonly #others: Ignore;
  #glob: RegExp | undefined;
  #all: Ignore | undefined;

  constructor(
    lines: readonly string[] = [],
    otherLines: readonly string[] = [],
    names: ReadonlySet<string> = new Set(),
    globs: ReadonlySet<string> = new Set(),
    compiled: Ignore = ignore({ ignorecase: false }).add([...otherLines]),
  ) {
    this.#lines = lines;
    this.#otherLines = otherLines;
    this.#names = names;
    this.#globs = globs;
    this.#others = compiled;
  }

  /**
   * The rules with those of an ignore file in `folder` added (`''` for the root, else without a `/` at the end). All
   * stand in one list, in which the last match wins: so a folder that a nearer file takes back is whole again.
   */
  with(folder: string, text: string): IgnoreRules {
    const [lines, others] = [[...this.#lines], [...this.#otherLines]];
    const [names, globs] = [new Set(this.#names), new Set(this.#globs)];
    for (const written of text.split(/\r?\n/)) {
      const line = folder === '' ? written : fromRoot(folder, written);
      lines.push(line);
      if (written.trim() === '' || written.startsWith('#')) continue;
      const last = lastPart(written);
      const glob = last === undefined ? undefined : globOf(last);
      if (last !== undefined && plainName.test(last)) names.add(last);
      else if (glob !== undefined) globs.add(glob);
      else others.push(line);
    }
    const compiled = others.length === this.#otherLines.length ? this.#others : undefined;
    return new IgnoreRules(lines, others, names, globs, compiled);
  }

  /** How many lines they have. */
  get size(): number {
    return this.#lines.length;
  }

  /** True if the path (relative to the root, without a `/` at the end) is ignored; `isFolder` for folders. */
  ignores(path: string, isFolder: boolean): boolean {
    const fits = this.#fits(path.slice(path.lastIndexOf('/') + 1));
    if (!fits && this.#otherLines.length === 0) return false;
    if (fits) this.#all ??= ignore({ ignorecase: false }).add([...this.#lines]);
    return (fits && this.#all ? this.#all : this.#others).ignores(isFolder ? `${path}/` : path);
  }

  #fits(name: string): boolean {
    if (this.#names.has(name)) return true;
    if (this.#globs.size === 0) return false;
    this.#glob ??= new RegExp(`^(?:${[...this.#globs].join('|')})$`, 's');
    return this.#glob.test(name);
  }
}

/** The last part of a line's pattern; undefined of a negation, which ignores nothing by itself. */
function lastPart(line: string): string | undefined {
  if (line.startsWith('!')) return undefined;
  const pattern = line.replace(/\/$/, '');
  return pattern.slice(pattern.lastIndexOf('/') + 1);
}

/** A glob as the source of a regular expression for names; undefined if every name may fit it, or it is no plain one. */
function globOf(part: string): string | undefined {
  if (!plainGlob.test(part) || /^\**$/.test(part) || part.split('*').length - 1 > mostStars) return undefined;
  const source = part.replaceAll(/[.+]/g, String.raw`\$&`).replaceAll('?', '.').replaceAll(/\*+/g, '.*');
  try {
    return new RegExp(source).source;
  } catch {
    return undefined; // a range from a later to an earlier letter
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
