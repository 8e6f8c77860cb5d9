import { members } from '../python/values/union.ts';
import type { Constant, Environment, Mapping, Sequence, Text, Union, Value } from '../python/values/value.ts';
import type { ArgumentJson, ArgumentsJson, ConstantJson } from '../report/documents/calls.ts';
import { maskSecret } from '../report/mask.ts';

// It stands in the engine because the report knows no Python, and the values know no report.

/** Containers in containers, beyond which the rest is unknown. */
const deepest = 6;

/** Values of one argument, beyond which the rest is unknown; and characters of one text, beyond which it is a pattern. */
const mostValues = 400;
const longestText = 1000;

/** Arguments as plain JSON, by their names. Bounded in depth and size; constants that look like credentials are masked. */
export function argumentsJson(values: ReadonlyMap<string, Value>): ArgumentsJson {
  return Object.fromEntries([...values].map(([name, value]) => [name, argumentJson(name, value)]));
}

/** One value as plain JSON. `name` is what it is given as: by that, secrets are known. */
export function argumentJson(name: string, value: Value): ArgumentJson {
  return new Writer().write(name, value, 0);
}

class Writer {
  private left = mostValues;

  write(name: string, value: Value, depth: number): ArgumentJson {
    if (--this.left < 0 || depth > deepest) return { unknown: 'bound-reached' };
    switch (value.kind) {
      case 'constant':
        return this.constant(name, value);
      case 'text':
        return textJson(name, value);
      case 'environment':
        return this.environment(name, value, depth);
      case 'sequence':
        return this.sequence(name, value, depth);
      case 'mapping':
        return this.mapping(value, depth);
      case 'union':
        return this.union(name, value, depth);
      case 'unknown':
        return { unknown: value.reason };
      case 'external':
        return { unknown: 'external-code' };
      case 'object':
        return value.plain === undefined ? { unknown: 'dynamic-value' } : this.write(name, value.plain, depth + 1);
      default:
        return { unknown: 'dynamic-value' }; // functions, classes, modules and objects have no JSON
    }
  }

  private constant(name: string, { value }: Constant): ArgumentJson {
    if (typeof value === 'number' && !Number.isFinite(value)) return { unknown: 'unsupported-construct' };
    if (typeof value !== 'string') return { value };
    const shown = maskSecret(name, value);
    return shown.length > longestText ? { pattern: `${shown.slice(0, longestText)}*` } : { value: shown };
  }

  private environment(name: string, { name: variable, fallback }: Environment, depth: number): ArgumentJson {
    if (fallback === null) return { environment: variable };
    const written = this.write(name, fallback, depth + 1);
    return { environment: variable, default: 'value' in written ? written.value : written };
  }

  private sequence(name: string, sequence: Sequence, depth: number): ArgumentJson {
    const written: ArgumentJson[] = [];
    for (const element of sequence.elements()) {
      if (this.left <= 0) return { list: written, more: true };
      written.push(this.write(name, element, depth + 1));
    }
    if (!sequence.exact) return { list: written, more: true };
    const constants: ConstantJson[] = [];
    for (const element of written) if ('value' in element) constants.push(element.value);
    return constants.length === written.length ? { value: constants } : { list: written };
  }

  private mapping(mapping: Mapping, depth: number): ArgumentJson {
    const entries: [string, ArgumentJson][] = [];
    for (const key of mapping.keys()) {
      const value = mapping.get(key);
      if (this.left <= 0) return { object: Object.fromEntries(entries), rest: { unknown: 'bound-reached' } };
      if (value !== undefined) entries.push([String(key), this.write(String(key), value, depth + 1)]);
    }
    const rest = mapping.rest();
    const object = Object.fromEntries(entries);
    return rest === undefined ? { object } : { object, rest: this.write('', rest, depth + 1) };
  }

  private union(name: string, value: Union, depth: number): ArgumentJson {
    const distinct = new Map<string, ArgumentJson>();
    for (const member of members(value)) {
      const written = this.write(name, member, depth + 1);
      distinct.set(JSON.stringify(written), written);
    }
    const [only, ...others] = distinct.values();
    if (only === undefined) return { unknown: 'dynamic-value' }; // code that never gets there
    return others.length === 0 ? only : { anyOf: [only, ...others] };
  }
}

/** What is not constant in a text is a `*`. */
function textJson(name: string, { parts }: Text): ArgumentJson {
  const glob = parts.map((part) => (typeof part === 'string' ? part : '*')).join('');
  const shown = maskSecret(name, glob).slice(0, longestText);
  return { pattern: (shown.length === longestText ? `${shown}*` : shown).replaceAll(/\*+/g, '*') };
}
