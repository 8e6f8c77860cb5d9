// Which files are the user's own: gitignore rules (https://git-scm.com/docs/gitignore), and what no team writes by hand.
import { IgnoreFile } from './ignore-file.ts';

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

/** An ignore file in its folder: `''` for the root, else with a `/` at the end. */
interface Placed {
  readonly folder: string;
  readonly file: IgnoreFile;
}

/**
 * The ignore rules that hold in one folder: those of the folders above it and its own. Immutable: entering a folder
 * gives new rules. Paths are asked for from the root downwards: one whose folder is ignored is never asked for. So a folder
 * that a nearer file takes back is whole again.
 */
export class IgnoreRules {
  /** The files, nearer ones behind. */
  readonly #placed: readonly Placed[];
  /** Every file that was read, by its text: a repository has many that are the same. */
  readonly #known: Map<string, IgnoreFile>;

  constructor(placed: readonly Placed[] = [], known: Map<string, IgnoreFile> = new Map()) {
    this.#placed = placed;
    this.#known = known;
  }

  /** The rules with those of an ignore file in `folder` added (`''` for the root, else without a `/` at the end). */
  with(folder: string, text: string): IgnoreRules {
    const file = this.#known.get(text) ?? new IgnoreFile(text);
    this.#known.set(text, file);
    return new IgnoreRules([...this.#placed, { folder: folder === '' ? '' : `${folder}/`, file }], this.#known);
  }

  /** How many lines they have. */
  get size(): number {
    return this.#placed.reduce((sum, { file }) => sum + file.size, 0);
  }

  /** True if the path (relative to the root, without a `/` at the end) is ignored; `isFolder` for folders. */
  ignores(path: string, isFolder: boolean): boolean {
    for (let at = this.#placed.length - 1; at >= 0; at--) {
      const { folder, file } = this.#placed[at] as Placed;
      const decided = path.startsWith(folder) ? file.decides(path.slice(folder.length), isFolder) : undefined;
      if (decided !== undefined) return decided;
    }
    return false;
  }
}
