import { boundedKey } from '../values/key.ts';
import { unknown } from '../values/make.ts';
import { once } from '../values/once.ts';
import { union } from '../values/union.ts';
import type { Mapping, Value } from '../values/value.ts';
import type { Change } from './changes.ts';

type Lazy = () => Value;

/** What a dictionary is filled with, in the order in which it happens. */
export class EntryTable {
  readonly entries = new Map<string | number, readonly Lazy[]>();
  /** What stands under keys that are not constant. */
  readonly rest: Lazy[] = [];
  readonly otherKeys: Value[] = [];

  /** An entry of a display, which replaces the one before. */
  replace(key: Value, value: Lazy): void {
    if (isKey(key)) this.entries.set(key.value, [value]);
    else this.addOther(key, value);
  }

  /** An entry that is put there at some time, beside what is there already. */
  add(key: Value, value: Lazy): void {
    if (isKey(key)) this.entries.set(key.value, [...(this.entries.get(key.value) ?? []), value]);
    else this.addOther(key, value);
  }

  /** All entries of another dictionary. */
  spread(value: Value): void {
    if (value.kind !== 'mapping') {
      this.addOther(unknown('dynamic-value'), () => unknown('dynamic-value'));
      return;
    }
    for (const key of value.keys()) this.entries.set(key, [() => value.get(key) ?? unknown('dynamic-value')]);
    const rest = value.rest();
    if (rest !== undefined) this.addOther(value.otherKeys?.() ?? unknown('dynamic-value'), () => rest);
  }

  private addOther(key: Value, value: Lazy): void {
    this.otherKeys.push(key);
    this.rest.push(value);
  }

  /** What is put into it after it was made. */
  change(changes: readonly Change[]): void {
    for (const { key, value } of changes) {
      if (key === undefined) this.spread(value());
      else this.add(key(), value);
    }
  }
}

type Key = Value & { readonly value: string | number };

function isKey(value: Value): value is Key {
  return value.kind === 'constant' && value.value !== null && typeof value.value !== 'boolean';
}

/** A dictionary that is filled when somebody asks for a part of it. */
export function filledMapping(key: string, fill: (table: EntryTable) => void): Mapping {
  const parts = once(() => {
    const table = new EntryTable();
    fill(table);
    return table;
  });
  return {
    kind: 'mapping',
    key: boundedKey(key),
    get: (name) => {
      const found = parts().entries.get(name);
      return found === undefined ? undefined : union(found.map((value) => value()));
    },
    keys: () => [...parts().entries.keys()],
    rest: () => {
      const { rest } = parts();
      return rest.length === 0 ? undefined : union(rest.map((value) => value()));
    },
    otherKeys: () => union(parts().otherKeys),
  };
}
