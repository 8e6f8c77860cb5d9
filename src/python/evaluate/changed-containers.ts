import type { Node } from '../../syntax/python/index.ts';
import { sequence } from '../values/containers.ts';
import { placeKey } from '../values/make.ts';
import type { Mapping, Sequence, Value } from '../values/value.ts';
import { type Change, changesOf, changesUnder } from './changes.ts';
import type { Context } from './context.ts';
import { filledMapping } from './entries.ts';
import type { Evaluator } from './evaluator.ts';

/** A list or dictionary that a call gives (`dict()`, `defaultdict(list)`, `list(x)`), with what is put into it under its name. */
export function withChanges(e: Evaluator, context: Context, call: Node, value: Value): Value {
  if (!isChangeable(value)) return value;
  return changed(value, `+${placeKey(context.module, call, context.frame)}${value.key}`, changesOf(e, context, call));
}

/** A dictionary that a function gets as a parameter, with what the function puts into it. `name` is the parameter's. */
export function withOwnChanges(e: Evaluator, context: Context, name: Node, value: Value): Value {
  if (value.kind !== 'mapping') return value;
  return changed(
    value,
    `+${placeKey(context.module, name, context.frame)}${value.key}`,
    changesUnder(e, context, name),
  );
}

function isChangeable(value: Value): value is Mapping | Sequence {
  return value.kind === 'mapping' || (value.kind === 'sequence' && value.type !== 'tuple');
}

function changed(value: Mapping | Sequence, key: string, changes: readonly Change[]): Value {
  if (changes.length === 0) return value;
  if (value.kind === 'mapping') {
    return filledMapping(`d${key}`, (table) => {
      table.spread(value);
      table.change(changes);
    });
  }
  return sequence(key, value.type, () => [...value.elements(), ...changes.map((change) => change.value())], false);
}
