import { boundedKey } from './key.ts';
import { constant, unknown } from './make.ts';
import { members, union } from './union.ts';
import type { Value } from './value.ts';

const longestText = 4096;
const mostCombinations = 16;

/** Strings in a row as one value: constant where all parts are, several where a part has few constant alternatives. */
export function concatenate(parts: readonly Value[]): Value {
  let rows: (string | Value)[][] = [[]];
  for (const part of parts) {
    const alternatives = alternativesOf(part);
    const [only] = alternatives;
    if (only !== undefined && alternatives.length === 1) {
      for (const row of rows) append(row, only);
      continue;
    }
    if (rows.length * alternatives.length > mostCombinations) {
      for (const row of rows) append(row, part);
      continue;
    }
    rows = rows.flatMap((row) =>
      alternatives.map((alternative) => {
        const copy = [...row];
        append(copy, alternative);
        return copy;
      }),
    );
  }
  return union(rows.map(textOf));
}

/** What a value is inside of a string: its text where it is constant, its parts where it is a text, else itself. */
function alternativesOf(value: Value): (string | Value)[] {
  if (value.kind === 'union' && value.members.length <= mostCombinations) return members(value).map(partOf);
  return [partOf(value)];
}

function partOf(value: Value): string | Value {
  if (value.kind === 'constant') return displayText(value.value);
  if (value.kind === 'object' && value.plain !== undefined) return partOf(value.plain);
  return value;
}

/** What `str()` makes of a constant. */
export function displayText(value: string | number | boolean | null): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}

function append(row: (string | Value)[], part: string | Value): void {
  if (typeof part !== 'string' && part.kind === 'text') {
    for (const inner of part.parts) append(row, inner);
    return;
  }
  const last = row.length - 1;
  if (typeof part === 'string' && typeof row[last] === 'string') row[last] += part;
  else if (part !== '') row.push(part);
}

function textOf(parts: readonly (string | Value)[]): Value {
  if (parts.length === 0) return constant('');
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    if (typeof only !== 'string') return only;
    return only.length > longestText ? unknown('bound-reached') : constant(only);
  }
  const key = parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : part.key)).join('+');
  return key.length > longestText ? unknown('bound-reached') : { kind: 'text', key: boundedKey(`t${key}`), parts };
}
