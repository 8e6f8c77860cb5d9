// https://docs.python.org/3/library/shlex.html#shlex.split

/** Splits options into words as a shell does: quotes and backslashes; undefined where a quote or a backslash is left open. */
export function shellWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (char === "'" || char === '"') {
      const quoted = readQuoted(text, at);
      if (quoted === undefined) return undefined;
      word = (word ?? '') + quoted.text;
      at = quoted.end;
    } else if (char === '\\') {
      if (++at >= text.length) return undefined;
      word = (word ?? '') + (text[at] ?? '');
    } else {
      word = (word ?? '') + char;
    }
  }
  return word === undefined ? words : [...words, word];
}

/** What stands between the quotes that open at `start`; in double quotes a backslash hides a quote or a backslash. */
function readQuoted(text: string, start: number): { text: string; end: number } | undefined {
  const quote = text[start];
  let content = '';
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === quote) return { text: content, end: at };
    const next = text[at + 1];
    if (quote === '"' && char === '\\' && (next === '"' || next === '\\')) {
      content += next;
      at++;
    } else {
      content += char;
    }
  }
  return undefined;
}
