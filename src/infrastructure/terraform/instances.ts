// https://developer.hashicorp.com/terraform/language/meta-arguments/for_each
import type { Place } from '../../evidence/place.ts';
import type { Value } from '../model/value.ts';
import { eachOf } from './blocks.ts';
import type { Evaluation, Scope } from './evaluation.ts';
import { literal, map, unknown } from './make.ts';
import { type Item, itemsOf, numberOf, settled, textOf } from './settled.ts';
import { expressionOf, placeOf, type SourceBlock, type SourceExpression, shown } from './source.ts';

/** One of what a block with `count` or `for_each` declares. */
export interface Instance {
  /** What stands behind the block's address: `[0]`, `["a"]`; empty where there is one alone or its key is unknown. */
  readonly suffix: string;
  readonly key: string | number | undefined;
  /** `each` or `count`, by name. */
  readonly names: ReadonlyMap<string, Value>;
}

/** What a block declares: one thing, or one for each key. */
export interface Instances {
  readonly by: 'one' | 'count' | 'key';
  readonly known: readonly Instance[];
  /** Stands for all whose keys are not known; undefined where all are. */
  readonly rest: Instance | undefined;
  /** What a deployment decides there, where it decides whether there is any; else null. */
  readonly condition: string | null;
}

/** More of one block than this are not told apart. */
const mostInstances = 500;

const alone: Instances = {
  by: 'one',
  known: [{ suffix: '', key: undefined, names: new Map() }],
  rest: undefined,
  condition: null,
};

/** What a block declares as far as it is known while its own keys are worked out. */
export const inCircle: Instances = {
  by: 'key',
  known: [],
  rest: { suffix: '', key: undefined, names: new Map() },
  condition: null,
};

/** What a resource or module block declares, by its `count` or `for_each`. */
export function instancesOf(from: SourceBlock, scope: Scope, evaluation: Evaluation): Instances {
  const [count, forEach] = [expressionOf(from, 'count'), expressionOf(from, 'for_each')];
  const decides = forEach ?? count;
  if (decides === undefined) return alone;
  const { source, expression } = decides;
  let value: Value | undefined;
  const settable = evaluation.dependsOnSettable(() => {
    value = evaluation.value(expression, { ...scope, source, shared: true });
  });
  if (value === undefined) return alone;
  const place = placeOf(source, expression);
  const text = shown(source, expression);
  const found = forEach === undefined ? byCount(value, place, evaluation) : byKey(value, place, text, evaluation);
  const isNone = found.known.length === 0 && found.rest === undefined;
  if (isNone && settable) {
    const rest = unknownInstance(forEach !== undefined, place, text, evaluation);
    return { ...found, rest, condition: text };
  }
  return { ...found, condition: settable && isSwitch(decides, found) ? text : null };
}

/** There may be none: the number comes from a condition or is one or none. */
function isSwitch({ expression }: SourceExpression, { by, known }: Instances): boolean {
  return expression.kind === 'conditional' || (by === 'count' && known.length === 1);
}

function byCount(value: Value, place: Place, evaluation: Evaluation): Instances {
  const number = numberOf(value, evaluation);
  const rest = unknownInstance(false, place, 'count.index', evaluation);
  if (number === undefined || number > mostInstances) return { by: 'count', known: [], rest, condition: null };
  const known = Array.from({ length: Math.max(0, Math.floor(number)) }, (_, index): Instance => {
    const names = new Map([['count', map([['index', literal(index, place)]], place)]]);
    return { suffix: `[${index}]`, key: index, names };
  });
  return { by: 'count', known, rest: undefined, condition: null };
}

function byKey(value: Value, place: Place, text: string, evaluation: Evaluation): Instances {
  const items = itemsOf(settled(value, evaluation), evaluation);
  const rest = unknownInstance(true, place, text, evaluation);
  if (items === undefined || items.items.length > mostInstances) return { by: 'key', known: [], rest, condition: null };
  const known: Instance[] = [];
  let all = items.rest === undefined;
  for (const item of items.items) {
    const key = items.kind === 'map' ? String(item.key) : textOf(item.value, evaluation);
    if (key === undefined) all = false;
    else {
      const names = new Map([['each', eachOf({ ...item, key }, place, evaluation)]]);
      known.push({ suffix: `[${JSON.stringify(key)}]`, key, names });
    }
  }
  return { by: 'key', known, rest: all ? undefined : rest, condition: null };
}

function unknownInstance(each: boolean, place: Place, text: string, evaluation: Evaluation): Instance {
  const item: Item = { key: undefined, keyPlace: place, value: unknown('dynamic-value', `each of ${text}`, place) };
  const value = each
    ? eachOf(item, place, evaluation)
    : map([['index', unknown('dynamic-value', 'count.index', place)]], place);
  return { suffix: '', key: undefined, names: new Map([[each ? 'each' : 'count', value]]) };
}
