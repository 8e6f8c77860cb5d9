/** What becomes of a list: items that are written anew, the new ones behind the last, and those that go. */
export interface ListChange {
  /** By index. */
  readonly replaced: ReadonlyMap<number, string>;
  readonly added: readonly string[];
  /** Indexes, the last first. */
  readonly removed: readonly number[];
}

/**
 * The least that makes a list hold what is wanted: items that are wanted stay where they are, the others give their places
 * to what is missing. `items` are what the list's items stand for, undefined where that cannot be told.
 */
export function changeOfList(items: readonly (string | undefined)[], wanted: readonly string[]): ListChange {
  const missing = new Set(wanted);
  const free: number[] = [];
  for (const [index, item] of items.entries()) {
    if (item === undefined || !missing.delete(item)) free.push(index);
  }
  const texts = [...missing];
  const replaced = new Map(free.slice(0, texts.length).map((index, at) => [index, texts[at] ?? '']));
  return { replaced, added: texts.slice(free.length), removed: free.slice(texts.length).reverse() };
}

/** How much of a statement is written already: the items of the lists that are wanted. */
export function overlap(items: readonly (string | undefined)[], wanted: readonly string[]): number {
  const known = new Set(items);
  return wanted.filter((text) => known.has(text)).length;
}

/** What is left of a list of actions without some; undefined where what an item stands for cannot be told. */
export function keptActions(
  items: readonly (string | undefined)[],
  withdrawn: readonly string[],
): string[] | undefined {
  if (items.includes(undefined)) return undefined;
  return items.flatMap((item) => (item === undefined || withdrawn.includes(item) ? [] : [item]));
}
