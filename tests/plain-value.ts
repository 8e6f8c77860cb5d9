import { readText } from '../src/infrastructure/model/reading.ts';
import type { Value } from '../src/infrastructure/model/value.ts';

/** A value as plain data: references as `→id.attribute`, what is unknown as `?reason`. */
export function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'literal':
      return value.value;
    case 'list':
      return value.items.map(plain);
    case 'map': {
      const entries = Object.fromEntries([...value.entries].map(([name, entry]) => [name, plain(entry.value)]));
      return value.open === null ? entries : { ...entries, '…': value.open.reason };
    }
    case 'reference':
      return `→${value.resource}${value.attribute === null ? '' : `.${value.attribute}`}`;
    case 'parameter':
      return value.fallback === null ? `$${value.name}` : plain(value.fallback);
    case 'joined': {
      const reading = readText(value);
      return reading.known ? reading.value : value.parts.map(plain);
    }
    case 'choice':
      return { either: value.options.map(plain) };
    case 'absent':
      return 'absent';
    case 'unknown':
      return value.many === true ? '?many' : `?${value.reason}`;
  }
}
