import type { Value } from '../src/infrastructure/model/value.ts';

/** What a setting is as far as a text says it: a parameter counts with its default, null where it has none. */
export function settingValue(value: Value): unknown {
  switch (value.kind) {
    case 'literal':
      return value.text;
    case 'parameter':
      return value.fallback === null ? null : settingValue(value.fallback);
    default:
      return value;
  }
}
