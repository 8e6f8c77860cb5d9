// Small things that every renderer for people needs.

/** `1 risk`, `2 risks`, `2 days`, `2 dependencies`, `2 fixes`. */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  if (/[^aeiou]y$/.test(noun)) return `${count} ${noun.slice(0, -1)}ies`;
  return `${count} ${noun}${noun.endsWith('x') ? 'es' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** Makes control characters of quoted text visible (`\\x1b`), so that it can't speak to the terminal; a tab is a space. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    const code = character.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
  });
}

/**
 * Breaks a text into lines of at most `width` characters (8 at least) at spaces; a longer word is broken behind a `/`,
 * `:` or `-`, else where the line ends. An option stays with its value.
 */
export function wrap(text: string, width: number): string[] {
  const most = Math.max(8, width);
  const lines: string[] = [];
  let line = '';
  for (const word of words(text, most).flatMap((part) => broken(part, most))) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}

/** The words of a text; `--option value` is one where it fits a line. */
function words(text: string, most: number): string[] {
  const found: string[] = [];
  for (const word of text.split(' ')) {
    const before = found.at(-1);
    const isValue = before !== undefined && /^\(?--[a-z][a-z-]*$/.test(before) && /^[\w(]/.test(word);
    if (isValue && before.length + 1 + word.length <= most) found[found.length - 1] = `${before} ${word}`;
    else found.push(word);
  }
  return found;
}

function broken(word: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  while (rest.length > width) {
    const sign = Math.max(...['/', ':', '-'].map((candidate) => rest.lastIndexOf(candidate, width - 1)));
    const end = sign < 0 ? width : sign + 1;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

/** How many files could not be read in full, as a sentence, each counted once; empty for none. */
export function unreadSentence(unreadable: readonly { readonly file: string }[], more = ''): string {
  const files = new Set(unreadable.map(({ file }) => file)).size;
  return files === 0 ? '' : `${counted(files, 'file')} could not be read in full${more}.`;
}
