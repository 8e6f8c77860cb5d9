import type { Node } from '../../syntax/python/index.ts';
import { sequence } from '../values/containers.ts';
import { placeKey } from '../values/make.ts';
import type { Value } from '../values/value.ts';
import { changesOf } from './changes.ts';
import type { Context } from './context.ts';
import { filledMapping } from './entries.ts';
import type { Evaluator } from './evaluator.ts';

/** A list or dictionary that a call gives (`dict()`, `defaultdict(list)`, `list(x)`), with what is put into it under its name. */
export function withChanges(e: Evaluator, context: Context, call: Node, value: Value): Value {
  const isChangeable = value.kind === 'mapping' || (value.kind === 'sequence' && value.type !== 'tuple');
  if (!isChangeable) return value;
  const changes = changesOf(e, context, call);
  if (changes.length === 0) return value;
  const key = `+${placeKey(context.module, call, context.frame)}${value.key}`;
  if (value.kind === 'mapping') {
    return filledMapping(`d${key}`, (table) => {
      table.spread(value);
      table.change(changes);
    });
  }
  return sequence(key, value.type, () => [...value.elements(), ...changes.map((change) => change.value())], false);
}
