import type { Value } from '../infrastructure/model/value.ts';
import type { SettingJson } from '../report/documents/services.ts';
import { maskSecret } from '../report/mask.ts';

/** Values of one setting beyond which the rest is unknown, and how deep they nest: aliases can make a small file huge. */
const mostValues = 500;
const deepest = 8;

/** A setting as plain JSON. `name` is what it is called: by that, secrets are known and masked. */
export function settingJson(name: string, value: Value): SettingJson {
  let left = mostValues;
  const write = (one: Value, depth: number): SettingJson => {
    if (--left < 0 || depth > deepest) return { unknown: 'bound-reached' };
    const below = (inner: Value): SettingJson => write(inner, depth + 1);
    switch (one.kind) {
      case 'literal':
        return { value: typeof one.value === 'string' ? maskSecret(name, one.value) : one.value };
      case 'reference':
        return one.attribute === null
          ? { reference: one.resource }
          : { reference: one.resource, attribute: one.attribute };
      case 'parameter':
        return one.fallback === null ? { parameter: one.name } : { parameter: one.name, default: below(one.fallback) };
      case 'joined':
        return { parts: one.parts.map(below) };
      case 'choice':
        return { anyOf: one.options.map(below) };
      case 'list':
        return { list: one.items.map(below) };
      case 'map':
        return { object: Object.fromEntries([...one.entries].map(([key, entry]) => [key, below(entry.value)])) };
      case 'absent':
        return { value: null };
      case 'unknown':
        return { unknown: one.reason };
    }
  };
  return write(value, 0);
}
