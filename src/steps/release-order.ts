/** Negative if a release (`1.42.97`) is older than another one, 0 if they are equal, positive if it is newer. Suffixes do not count. */
export function compareReleases(left: string, right: string): number {
  const [first, second] = [numbersOf(left), numbersOf(right)];
  for (let index = 0; index < Math.max(first.length, second.length); index++) {
    const difference = (first[index] ?? 0) - (second[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(release: string): number[] {
  return (/^\d+(\.\d+)*/.exec(release)?.[0] ?? '').split('.').map(Number);
}

/** The oldest release that a specifier allows (`==1.2.3`, `>=1.2,<2`, `~=1.2`); undefined where it has no lower bound. */
export function oldestRelease(specifier: string): string | undefined {
  const bounds = [...specifier.matchAll(/(?:===?|>=|~=)\s*v?(\d+(?:\.\d+)*)/g)].flatMap(([, release]) => release ?? []);
  return bounds.sort(compareReleases).at(-1);
}

/** True if every release that a specifier allows is older than one. */
export function isBelow(specifier: string, release: string): boolean {
  return specifier.split(',').some((part) => {
    const [, operator = '', bound = '', wild = ''] = /^\s*(===?|<=?|~=)\s*v?(\d+(?:\.\d+)*)(\.\*)?/.exec(part) ?? [];
    if (bound === '') return false;
    if (operator === '<') return compareReleases(bound, release) <= 0;
    if (operator !== '~=' && wild === '') return compareReleases(bound, release) < 0;
    // `~=1.43.1` and `==1.43.*` end where the part before the last is raised.
    const kept = bound.split('.').map(Number);
    if (operator === '~=') kept.pop();
    const last = kept.pop() ?? 0;
    return compareReleases([...kept, last + 1].join('.'), release) <= 0;
  });
}
