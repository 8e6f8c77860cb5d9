import type { Place } from '../../evidence/place.ts';
import type { Expression, Span } from '../../syntax/hcl/index.ts';
import type { Resource } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import type { Source } from './source.ts';
import type { TreeFiles } from './tree-files.ts';

/** One step from a value to what is below it: `.name` or `[index]`. */
export interface Step {
  readonly key: Value;
  /** The part of the expression up to and with the step. */
  readonly span: Span;
}

/** What a name leads to, and how many of the steps behind it were needed to say so. */
export interface Found {
  readonly value: Value;
  readonly steps: number;
}

/** The module that an expression stands in: what its names mean. */
export interface Names {
  /** What `var`, `local`, `module`, `data` or a resource's type, with the steps behind it, leads to. */
  find(root: string, steps: readonly Step[], place: Place, text: string): Found;
}

/** Where an expression stands: its file, its module, and the names that only count there (`each`, a loop's variables). */
export interface Scope {
  readonly source: Source;
  readonly module: Names;
  readonly names: ReadonlyMap<string, Value>;
  /** What a splat is at. */
  readonly item?: Value;
  /** Tokens here stand for more than one resource. */
  readonly shared: boolean;
}

/** A value that is worked out when it is first asked for. */
export type Cell = () => Value;

/** What evaluating an expression may ask for. One for each stack, so that all bounds hold for the stack as a whole. */
export interface Evaluation {
  readonly files: TreeFiles;
  /** The resources of the stack that are known by now. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** Somebody counts what is looked up: then everything is, used or not. */
  readonly isObserved: boolean;
  value(node: Expression, scope: Scope): Value;
  cell(compute: Cell, place: Place, text: string): Cell;
  /** Takes from what the stack may cost; false where nothing is left. */
  spend(amount: number): boolean;
  /** Notes that something was looked at which a deployment may set. */
  noteSettable(): void;
  /** True if working something out looked at what a deployment may set. */
  dependsOnSettable(work: () => void): boolean;
}
