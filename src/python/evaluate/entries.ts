import { boundedKey } from '../values/key.ts';
import { unknown } from '../values/make.ts';
import { fallShort, once } from '../values/once.ts';
import { nothing, union } from '../values/union.ts';
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

/** A dictionary that is filled when somebody asks for a part of it. One that is filled with itself holds what it has by then. */
export function filledMapping(key: string, fill: (table: EntryTable) => void): Mapping {
  let unfinished: EntryTable | undefined;
  const filled = once(() => {
    const table = new EntryTable();
    unfinished = table;
    fill(table);
    unfinished = undefined;
    return table;
  });
  const parts = (): EntryTable => {
    if (unfinished === undefined) return filled();
    fallShort(0);
    return unfinished;
  };
  const asked = new Set<unknown>();
  /** What lazy values give together; one that is asked for while it is looked for adds nothing to itself. */
  const together = (what: unknown, values: readonly Lazy[]): Value => {
    if (asked.has(what)) {
      fallShort(0);
      return nothing;
    }
    asked.add(what);
    const found = union(values.map((value) => value()));
    asked.delete(what);
    return found;
  };
  return {
    kind: 'mapping',
    key: boundedKey(key),
    get: (name) => {
      const found = parts().entries.get(name);
      return found === undefined ? undefined : together(name, found);
    },
    keys: () => [...parts().entries.keys()],
    rest: () => {
      const { rest } = parts();
      return rest.length === 0 ? undefined : together(parts, rest);
    },
    otherKeys: () => union(parts().otherKeys),
  };
}
