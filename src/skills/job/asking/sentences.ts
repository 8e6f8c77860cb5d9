/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Longer sentences are cut: nobody writes them, and looking through them takes time. */
const longest = 1500;
/** Of many signs in a row, an end begins at the first or, behind an abbreviation, at the second: others are not tried. */
const sentenceEnd =
  /(?<![.!?…]{2})(?<!\b(?:e\.g|i\.e|incl|etc|approx|resp|vs|no|ca|min|max|inc|ltd|mr|ms|dr|st|yrs?|exp|dept|univ|ref|tel|esp|excl|comm|exc|prof|tech|mgmt|a\.k\.a))[.!?…]+["')\]]*(?=\s+["'(]?[\p{L}\p{N}"'(•*-])|[.!?]$/giu;

/** The sentences of a text, with their signs at the end. */
export function sentencesOf(text: string): Stretch[] {
  return cut({ start: 0, end: text.length }, text, sentenceEnd).flatMap(bounded);
}

/** Where a sentence turns to something else: a semicolon, a dash, a contrast, a new subject with a verb of its own. */
const turn =
  /;\s|\s[–—-]+\s|(?:,\s*)?\b(?:but|while|whereas|although|though|however|yet)\b|,?\s+and\s+(?=(?:you|we|our|ideally|preferably|if|it)\b)|:\s|\s\|\s|\s[•·]\s|\s\/\/\s/gi;

/** The clauses of a sentence. */
export function clausesOf(text: string, sentence: Stretch): Stretch[] {
  return cut(sentence, text, turn);
}

function cut(whole: Stretch, text: string, pattern: RegExp): Stretch[] {
  const parts: Stretch[] = [];
  let { start } = whole;
  for (const { index, 0: sign } of text.slice(whole.start, whole.end).matchAll(pattern)) {
    const end = whole.start + index + sign.length;
    if (end > start) parts.push({ start, end });
    start = end;
  }
  if (start < whole.end) parts.push({ start, end: whole.end });
  return parts;
}

function bounded({ start, end }: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  for (let from = start; from < end; from += longest) parts.push({ start: from, end: Math.min(end, from + longest) });
  return parts;
}
