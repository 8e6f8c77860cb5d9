/** A regular expression for any of these phrases as whole words; blanks stand for white space, the rest is as in a pattern. */
export function anyOf(...phrases: readonly string[]): RegExp {
  const pattern = phrases.map((phrase) => phrase.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+')).join('|');
  return new RegExp(`(?<![\\w-])(?:${pattern})(?![\\w])`, 'gi');
}

/** True if the pattern fits somewhere. */
export function fits(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0;
}
