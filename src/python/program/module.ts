import type { Tree } from '../../syntax/python/index.ts';
import type { Scopes } from '../scopes/scopes.ts';

/** A module of a program. Its tree is shared with other programs that hold the same text; its name and scopes are not. */
export interface Module {
  /** Its place in the program: short for keys. */
  readonly index: number;
  /** The file, relative to the repository; of a namespace package the folder. */
  readonly file: string;
  /** The absolute dotted name by which the program imports it first. */
  readonly name: string;
  /** True of `__init__.py` and of namespace packages: relative imports start at it, not above it. */
  readonly isPackage: boolean;
  /** True of a `.pyi` file, which says types only; it stands for a module that has no `.py` file. */
  readonly isStub: boolean;
  /**
   * True of a folder without `__init__.py`: its tree is empty. An installed package of that name would be found before it,
   * wherever it is on the path.
   */
  readonly isNamespace: boolean;
  readonly tree: Tree;
  readonly scopes: Scopes;
}
