/** Finds the name that a misspelled word stands for. */
export interface SlipFinder {
  /** The one name that differs by one letter more, less or changed with its neighbour; undefined if there is none. */
  meant(word: string): string | undefined;
}

/**
 * Slips of the pen, found by deletions: two words are a slip apart if they agree once a letter is taken out of one, or of
 * both at the same place or next to it. In short names another letter makes another word too often.
 */
export function slipFinder(names: ReadonlySet<string>): SlipFinder {
  const byRest = new Map<string, string[]>();
  for (const name of names) {
    for (const rest of [name, ...rests(name)]) {
      const known = byRest.get(rest);
      if (known === undefined) byRest.set(rest, [name]);
      else known.push(name);
    }
  }
  return {
    meant(word) {
      if (word.length < 5 || word.length > 24 || !/^[a-z]+$/.test(word)) return undefined;
      const found = new Set<string>();
      for (const name of byRest.get(word) ?? []) found.add(name);
      for (const rest of rests(word)) {
        for (const name of byRest.get(rest) ?? []) if (name === rest || isSlip(word, name)) found.add(name);
      }
      const [first, second] = [...found].filter((name) => name[0] === word[0] && !isInflected(word, name));
      return second === undefined ? first : undefined;
    },
  };
}

function rests(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** True for neighbours that changed places, and in longer words for a letter that is another. */
function isSlip(word: string, name: string): boolean {
  if (word.length !== name.length) return false;
  const different = Array.from(word, (letter, index) => (letter === name[index] ? -1 : index)).filter((at) => at >= 0);
  const [first = 0, second] = different;
  if (different.length === 1) return name.length >= 8;
  return different.length === 2 && second === first + 1 && word[first] === name[second] && word[second] === name[first];
}

/** True for another form of a word (`panda`, `dockers`). */
function isInflected(word: string, name: string): boolean {
  return `${word}s` === name || `${name}s` === word || `${name}d` === word || `${name}r` === word;
}
