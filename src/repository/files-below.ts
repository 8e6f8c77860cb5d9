/** The files of a sorted list that lie below a folder, or are the path itself; everything lies below `.`. */
export function filesBelow(sorted: readonly string[], folder: string): readonly string[] {
  if (folder === '.') return sorted;
  const own = firstFrom(sorted, folder);
  // Between `a` and `a/b` other names may stand (`a-b`).
  const below = sorted.slice(firstFrom(sorted, `${folder}/`), firstFrom(sorted, `${folder}0`));
  return sorted[own] === folder ? [folder, ...below] : below;
}

/** The index of the first text that is not before the given one, by code units. */
function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
