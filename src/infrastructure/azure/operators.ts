// https://learn.microsoft.com/azure/azure-resource-manager/bicep/operators
import type { Place } from '../../evidence/place.ts';
import type { Value } from '../model/value.ts';
import { choiceOf } from './access.ts';
import { literalOf, type Plain, plainOf, settled, truthOf, unknownOf, valueOf } from './plain.ts';

type Operation = (left: Plain, right: Plain) => Plain | undefined;

const numbers =
  (operation: (left: number, right: number) => number | boolean): Operation =>
  (left, right) => {
    if (typeof left !== 'number' || typeof right !== 'number') return undefined;
    const result = operation(left, right);
    return typeof result === 'number' && !Number.isFinite(result) ? undefined : result;
  };

const operations: Readonly<Record<string, Operation>> = {
  '+': numbers((left, right) => left + right),
  '-': numbers((left, right) => left - right),
  '*': numbers((left, right) => left * right),
  '/': numbers((left, right) => Math.trunc(left / right)),
  '%': numbers((left, right) => left % right),
  '<': numbers((left, right) => left < right),
  '<=': numbers((left, right) => left <= right),
  '>': numbers((left, right) => left > right),
  '>=': numbers((left, right) => left >= right),
  '==': (left, right) => isSame(left, right),
  '!=': (left, right) => !isSame(left, right),
  '=~': (left, right) => lower(left) === lower(right),
  '!~': (left, right) => lower(left) !== lower(right),
};

/** What an operator makes of two operands, of which the right one is asked for only if it matters. */
export function operate(operator: string, left: Value, right: () => Value, place: Place): Value {
  if (operator === '&&' || operator === '||') return logical(operator === '||', left, right(), place);
  if (operator === '??') return coalesce(left, right, place);
  const [one, other] = [plainOf(left), plainOf(right())];
  const result = one === undefined || other === undefined ? undefined : operations[operator]?.(one, other);
  return result === undefined ? unknownOf('dynamic-value', `the result of ${operator}`, place) : valueOf(result, place);
}

/** The first that is not null. */
export function coalesce(left: Value, right: () => Value, place: Place): Value {
  const found = settled(left);
  if (found.kind === 'absent' || (found.kind === 'literal' && found.value === null)) return right();
  const isSure = found.kind === 'literal' || found.kind === 'list' || found.kind === 'map' || found.kind === 'joined';
  return isSure ? left : choiceOf([left, right()], place);
}

/** True if two plain values say the same. */
export function isSame(left: Plain, right: Plain): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

/** `decides` is what settles the whole whatever the other side is: true for or, false for and. */
function logical(decides: boolean, left: Value, right: Value, place: Place): Value {
  const truths = new Set([truthOf(left), truthOf(right)]);
  if (truths.has(decides)) return literalOf(decides, place);
  return truths.has(undefined) ? unknownOf('dynamic-value', 'a condition', place) : literalOf(!decides, place);
}

function lower(value: Plain): Plain {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
