/** Stands for each character of a placeholder: a letter of no script, which every data language takes in a plain text. */
const mask = '\uE000';

const placeholder = /\{\{(?!resolve:)[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{#[^{}\n]*#\}|%%[A-Za-z_][\w.-]*%%|<%[^<>\n]*%>/g;

/** Lines that hold nothing but statements of a template language. */
const statement =
  /^[ \t]*(?:(?:\{%[^\n]*?%\}|\{#[^\n]*?#\}|\{\{[-~]?\s*(?:if|else|end|range|with|define|template|include|block|toYaml)\b[^\n]*?\}\})[ \t]*)+$/gm;

/**
 * The text with what other template languages (Jinja, Go templates, ERB, `%%NAME%%`) left in it replaced by harmless
 * letters of the same length, so that all places stay true. Undefined where there is nothing of that kind.
 */
export function maskPlaceholders(text: string): string | undefined {
  if (!/\{[{%#]|%%|<%/.test(text)) return undefined;
  const masked = text
    .replaceAll(statement, (line) => ' '.repeat(line.length))
    .replaceAll(placeholder, (match) => mask.repeat(match.length));
  return masked === text ? undefined : masked;
}

/** True for a text in which a placeholder was replaced. */
export function isMasked(text: string): boolean {
  return text.includes(mask);
}

/** True for a text of one line that another template language completes before it is what it says. */
export function hasPlaceholder(text: string): boolean {
  return (
    text.length < 500 && /\{\{\s*[\w.$|\s-]+\}\}|%%[A-Za-z_][\w.-]*%%|\{%-?\s*\w/.test(text) && !text.includes('\n')
  );
}

/** True where a placeholder stands in the place of a value, so that data languages take it for something else. */
export function standsForValue(text: string): boolean {
  return /(?:^|[:\-[,=]) *(?:\{\{(?!resolve:)[^{}\n"']*\}\}|%%\w+%%|\{%)/m.test(text);
}
