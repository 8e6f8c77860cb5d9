import type { Place } from '../../evidence/place.ts';
import type { Expression } from '../../syntax/hcl/index.ts';
import type { MapEntry } from '../model/value.ts';
import type { Cell, Evaluation, Scope } from './evaluation.ts';
import { placeOf, shown } from './source.ts';

/** An entry whose value is worked out when it is first asked for. */
export function entry(key: Place, cell: Cell): MapEntry {
  return {
    key,
    get value() {
      return cell();
    },
  };
}

/** An entry whose value is that of an expression. */
export function lazyEntry(key: Place, node: Expression, scope: Scope, evaluation: Evaluation): MapEntry {
  const { source } = scope;
  return entry(
    key,
    evaluation.cell(() => evaluation.value(node, scope), placeOf(source, node), shown(source, node)),
  );
}
