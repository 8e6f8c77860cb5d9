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
  readonly tree: Tree;
  readonly scopes: Scopes;
}
