import { hash } from 'node:crypto';

const longestKey = 160;

/** A key that does not grow with what it is made of: a long one is replaced by its hash. */
export function boundedKey(key: string): string {
  return key.length > longestKey ? `#${hash('sha1', key)}` : key;
}
