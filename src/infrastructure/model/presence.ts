import type { UnknownValue, Value } from './value.ts';

/** What stands at a path below a value, over all the ways that conditions may go. */
export interface Presence {
  /** What stands there; several where a condition chooses. */
  readonly stated: readonly Value[];
  /** One way leaves it out. */
  readonly absent: boolean;
  /** Why it cannot be told of one way; null where it can of all. */
  readonly unknown: UnknownValue | null;
}

/**
 * Looks for a path of keys below a value and into each option of the choices on the way. What has no keys to look at (a
 * text with JSON in it, a parameter) counts as stating what should stand below it.
 */
export function presenceAt(value: Value, ...path: readonly string[]): Presence {
  let reached = new Set<Value>([value]);
  let absent = false;
  let unknown: UnknownValue | null = null;
  for (const step of path) {
    const below = new Set<Value>();
    for (const option of optionsOf(reached)) {
      if (option.kind === 'unknown') unknown ??= option;
      else if (option.kind === 'map') {
        const entry = option.entries.get(step);
        if (entry !== undefined) below.add(entry.value);
        else if (option.open !== null) unknown ??= option.open;
        else absent = true;
      } else below.add(option);
    }
    reached = below;
  }
  const options = optionsOf(reached);
  const stated = options.filter((option) => !isNothing(option));
  return { stated, absent: absent || stated.length < options.length, unknown };
}

/** True if it stands there whichever way the conditions go. */
export function isAlways({ stated, absent, unknown }: Presence): boolean {
  return stated.length > 0 && !absent && unknown === null;
}

/** The values with the options of choices in place of the choices. */
function optionsOf(values: ReadonlySet<Value>): Value[] {
  const found = new Set(values);
  for (const value of found) if (value.kind === 'choice') for (const option of value.options) found.add(option);
  return [...found].filter((value) => value.kind !== 'choice');
}

function isNothing(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'literal' && value.value === null);
}
