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

/** The rules of one ignore file: they hold for paths below `folder` (`''` for the root, else without a `/` at the end). */
interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * The ignore rules that hold in one folder: those of the folders above it and its own. Immutable: entering a folder
 * gives new rules.
 */
export class IgnoreRules {
  readonly #layers: readonly Layer[];

  constructor(layers: readonly Layer[] = []) {
    this.#layers = layers;
  }

  /** The rules with those of an ignore file in `folder` added; a later layer wins over an earlier one. */
  with(folder: string, text: string): IgnoreRules {
    const rules = ignore({ allowRelativePaths: false }).add(text);
    return new IgnoreRules([...this.#layers, { folder, rules }]);
  }

  /** True if the path (relative to the root, without a `/` at the end) is ignored; `isFolder` for folders. */
  ignores(path: string, isFolder: boolean): boolean {
    for (let i = this.#layers.length - 1; i >= 0; i--) {
      const layer = this.#layers[i];
      if (layer === undefined) continue;
      const below = layer.folder === '' ? path : path.slice(layer.folder.length + 1);
      const verdict = layer.rules.test(isFolder ? `${below}/` : below);
      if (verdict.ignored) return true;
      if (verdict.unignored) return false;
    }
    return false;
  }
}
