import type { Place } from '../../evidence/place.ts';
import type { UnknownReason } from '../../evidence/vocabulary.ts';
import type { DataNode } from '../../syntax/data-tree.ts';
import { resolved } from '../../syntax/navigate.ts';
import type { Value } from '../model/value.ts';

/** What a template declares by name, as nodes: looked up when an expression asks for it. */
export interface Declarations {
  readonly parameters: ReadonlyMap<string, DataNode>;
  readonly mappings: ReadonlyMap<string, DataNode>;
  readonly resources: ReadonlySet<string>;
}

/** What an intrinsic function needs in order to evaluate its arguments. */
export interface Evaluation {
  readonly declarations: Declarations;
  place(node: { readonly start: number; readonly end: number }): Place;
  value(node: DataNode): Value;
  unknown(node: DataNode, reason: UnknownReason, text: string): Value;
}

/** The text of a scalar argument, or undefined if the argument is something else. */
export function scalarText(node: DataNode | undefined): string | undefined {
  const found = resolved(node);
  return found?.kind === 'scalar' && found.tag === null ? found.text : undefined;
}
