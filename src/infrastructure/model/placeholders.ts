// https://pkg.go.dev/text/template, https://jinja.palletsprojects.com/en/stable/templates/, https://docs.ruby-lang.org/en/3.4/ERB.html

/** What is put in the place of what a template language fills in. */
interface Filling {
  /** Stands for each character of a placeholder. */
  readonly letter: string;
  /** What a line of nothing but placeholders begins with: they bring lines of their own, which nobody knows. */
  readonly line: string;
}

/** For data languages: a letter of no script, which each of them takes in a plain text; a line becomes a comment. */
export const inData: Filling = { letter: '\uE000', line: '#' };

/** For code: a letter of names. */
export const inCode: Filling = { letter: '_', line: '_' };

/** A text in which placeholders of another template language have given way to harmless characters of the same length. */
export interface Masked {
  readonly text: string;
  readonly original: string;
  /** Lines of it are made by the template: what is not written may be there all the same. */
  readonly isOpen: boolean;
  /** Where characters stand in for a placeholder, in the order written. */
  readonly placeholders: readonly { readonly start: number; readonly end: number }[];
}

// No two of these match the same text in two ways, nor look past the next opening mark: any text takes linear time.
const insertion = String.raw`\{\{(?!resolve:|-?\s*/\*)(?:[^{}\n]|\{[^{}\n]*\})*\}\}`;
const statement = String.raw`\{%(?:[^{%\n]|\{(?!%)|%(?!\}))*%\}`;
const comment = String.raw`\{\{-?[ \t]*/\*(?:[^*{]|\{(?!\{)|\*(?!/))*\*/[ \t]*-?\}\}|\{#(?:[^#{]|\{(?![#{])|#(?!\}))*#\}`;
const other = String.raw`%%[A-Za-z_][\w.-]*%%|<%[^<>\n]*%>`;
const control = String.raw`\{\{[-~]?[ \t]*(?:if|else|end|range|with|define|template|block)\b(?:[^{}\n]|\{[^{}\n]*\})*\}\}`;

const comments = new RegExp(comment, 'g');
const controlLine = new RegExp(`^[ \\t]*(?:(?:${statement}|${control})[ \\t]*)+$`, 'gm');
const insertionLine = new RegExp(`^([ \\t]*)((?:(?:${statement}|${insertion})[ \\t]*)+)$`, 'gm');
const placeholder = new RegExp(`${insertion}|${statement}|${other}`, 'g');

/**
 * The text with what other template languages (Jinja, Go templates, ERB, `%%NAME%%`) left in it replaced, so that all
 * places stay true: comments and lines of statements by blanks, the rest as `filling` says.
 */
export function maskPlaceholders(original: string, { letter, line }: Filling): Masked {
  if (!/\{[{%#]|%%|<%/.test(original)) return { text: original, original, isOpen: false, placeholders: [] };
  const placeholders: { start: number; end: number }[] = [];
  let isOpen = false;
  const text = original
    .replaceAll(comments, (found) => found.replaceAll(/[^\r\n]/g, ' '))
    .replaceAll(controlLine, (found) => {
      isOpen = true;
      return ' '.repeat(found.length);
    })
    .replaceAll(insertionLine, (_, indent: string, found: string, offset: number) => {
      isOpen = true;
      const start = offset + indent.length;
      placeholders.push({ start, end: start + found.length });
      return indent + line + letter.repeat(found.length - 1);
    })
    .replaceAll(placeholder, (found, offset: number) => {
      placeholders.push({ start: offset, end: offset + found.length });
      return letter.repeat(found.length);
    });
  return { text, original, isOpen, placeholders: placeholders.sort((a, b) => a.start - b.start) };
}

/** True for a text of data in which a placeholder was replaced. */
export function isMasked(text: string): boolean {
  return text.includes(inData.letter);
}

/** The stretches of a text of data between and in placeholders, `isPlaceholder` for the latter. */
export function stretches(text: string): { readonly text: string; readonly isPlaceholder: boolean }[] {
  return text
    .split(/(\uE000+)/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, isPlaceholder: isMasked(part) }));
}

/** True for a text of one line, as it is written, that another template language completes before it is what it says. */
export function hasPlaceholder(text: string): boolean {
  return (
    text.length < 500 && /\{\{\s*[\w.$|\s-]+\}\}|%%[A-Za-z_][\w.-]*%%|\{%-?\s*\w/.test(text) && !text.includes('\n')
  );
}

/** True where a placeholder stands in the place of a value, so that data languages take it for something else. */
export function standsForValue(text: string): boolean {
  return /\{[{%]|%%/.test(text) && /(?:^|[:\-[,=]) *(?:\{\{(?!resolve:)[^{}\n"']*\}\}|%%\w+%%|\{%)/m.test(text);
}
