import { boundedKey } from './key.ts';
import { unknown } from './make.ts';
import type { Union, Value } from './value.ts';

/** More alternatives than this are not kept. */
export const largestUnion: number = 40;

type Member = Exclude<Value, Union>;

/** No value at all: what a cycle gives while it is looked at, and what code gives that never gets there. */
export const nothing: Union = { kind: 'union', key: '', members: [] };

/** The alternatives of a value: itself, if it is no union. */
export function members(value: Value): readonly Member[] {
  return value.kind === 'union' ? value.members : [value];
}

/** One value that stands for all of some: equal ones once; `nothing` if there are none. */
export function union(values: readonly Value[]): Value {
  const [only] = values;
  if (only !== undefined && values.length === 1) return only;
  const found = new Map<string, Member>();
  for (const value of values)
    for (const member of members(value)) if (!found.has(member.key)) found.set(member.key, member);
  return ofDistinct([...found.values()]);
}

function ofDistinct(distinct: Member[]): Value {
  const kept = distinct.length > largestUnion ? bounded(distinct) : distinct;
  const [first] = kept;
  if (first === undefined) return nothing;
  if (kept.length === 1) return first;
  return new Alternatives(kept);
}

/** A union whose key is made when asked for. There are very many: a class keeps them small. */
class Alternatives implements Union {
  readonly kind = 'union';
  readonly members: readonly Member[];
  private made: string | undefined;

  constructor(members: readonly Member[]) {
    this.members = members;
  }

  get key(): string {
    this.made ??= boundedKey(`u${this.members.map((member) => member.key).join('|')}`);
    return this.made;
  }
}

/** Too many alternatives: texts go first, since an object says more of what a call does than one of many names. */
function bounded(distinct: readonly Member[]): Member[] {
  const objects = distinct.filter((member) => member.kind !== 'constant' && member.kind !== 'text');
  return [...objects.slice(0, largestUnion - 1), unknown('bound-reached')];
}

/** The union of what each alternative gives. */
export function overMembers(value: Value, give: (member: Member) => Value): Value {
  if (value.kind !== 'union') return give(value);
  return union(value.members.map(give));
}
