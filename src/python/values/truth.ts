// https://docs.python.org/3/library/stdtypes.html#truth-value-testing
import type { Value } from './value.ts';

/** Whether a value counts as true; undefined if it may be either. */
export function truth(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'constant':
      return value.value !== null && value.value !== false && value.value !== '' && value.value !== 0;
    case 'function':
    case 'class':
    case 'method':
    case 'module':
    case 'object':
    case 'instance':
      return true;
    default:
      return undefined;
  }
}
