import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Value } from '../../infrastructure/model/value.ts';

/** How deep and how far a key is looked for: an alias can make a small file mean a huge value. */
const deepest = 8;
const mostValues = 2000;

/** The first key below a value whose name fits and that is given something, whichever way conditions go; undefined for none. */
export function statedKey(value: Value, name: RegExp): Evidence | undefined {
  let reached: readonly Value[] = [value];
  let looked = 0;
  for (let depth = 0; depth < deepest && reached.length > 0; depth += 1) {
    const below: Value[] = [];
    for (const one of reached) {
      if (++looked > mostValues) return undefined;
      if (one.kind === 'list') below.push(...one.items);
      else if (one.kind === 'choice') below.push(...one.options);
      else if (one.kind === 'map')
        for (const [key, entry] of one.entries) {
          if (name.test(key) && isGiven(entry.value)) return evidence(entry.key, key);
          below.push(entry.value);
        }
    }
    reached = below;
  }
  return undefined;
}

function isGiven(value: Value): boolean {
  if (value.kind === 'literal') return value.value !== null && value.text !== '';
  return value.kind !== 'absent';
}
