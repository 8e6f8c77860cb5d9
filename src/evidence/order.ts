import type { Range } from './place.ts';

/** Compares by UTF-16 code units: the same order on every machine, whatever its language. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares by file, line and column, the order of every list in the product's JSON. */
export function byPlace(a: { file: string } & Partial<Range>, b: { file: string } & Partial<Range>): number {
  return byCodeUnits(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
