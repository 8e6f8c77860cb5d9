import { distance } from 'fastest-levenshtein';

/**
 * The names most like `word`, best first, for "did you mean": at most `limit`, and none that differs in more than a
 * third of its letters (two at least).
 */
export function nearest(word: string, names: Iterable<string>, limit = 3): string[] {
  return [...names]
    .map((name) => ({ name, distance: distance(word.toLowerCase(), name.toLowerCase()) }))
    .filter((candidate) => candidate.distance <= Math.max(2, candidate.name.length / 3))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map((candidate) => candidate.name);
}

/** " Did you mean a, b or c?" or the empty string where nothing is near. */
export function didYouMean(word: string, names: Iterable<string>): string {
  const near = nearest(word, names);
  if (near.length === 0) return '';
  const last = near.pop();
  return ` Did you mean ${near.length > 0 ? `${near.join(', ')} or ` : ''}${last}?`;
}
