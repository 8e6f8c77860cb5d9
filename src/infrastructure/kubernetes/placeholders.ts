// https://pkg.go.dev/text/template, https://jinja.palletsprojects.com/en/stable/templates/

/** Stands in place of a placeholder, character for character; in no text that people write. */
const mark = '\uE000';

/** A text in which placeholders of a template language have given way to harmless characters, offsets kept. */
export interface Masked {
  readonly text: string;
  readonly original: string;
  /** Lines of it are made by the template: what is not written may be there all the same. */
  readonly isOpen: boolean;
}

const anyPlaceholder = /\{\{|\{%|%%\w+%%/;

/** Lines that hold nothing but control structures or insertions. */
const wholeLine =
  /^[ \t]*(?:-[ \t]+)?(?:\{\{(?:[^{}]|\{[^{}]*\})*\}\}|\{%[^%]*%\})[ \t]*(?:\{\{(?:[^{}]|\{[^{}]*\})*\}\}[ \t]*)*$/gm;
const comment = /\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}|\{#[\s\S]*?#\}/g;
const inline = /\{\{(?:[^{}]|\{[^{}]*\})*\}\}|\{%[^%\n]*%\}|%%\w+%%/g;

/** Takes placeholders out of a text: lines of their own become comments, others become marks of the same length. */
export function withoutPlaceholders(original: string): Masked {
  if (!anyPlaceholder.test(original)) return { text: original, original, isOpen: false };
  let isOpen = false;
  const text = original
    .replaceAll(comment, blank)
    .replaceAll(wholeLine, (line) => {
      isOpen = true;
      return `#${' '.repeat(line.length - 1)}`;
    })
    .replaceAll(inline, (found) => found.replaceAll(/[^\r\n]/g, mark));
  return { text, original, isOpen };
}

/** The stretches of a text between and in placeholders, `isPlaceholder` for the latter. */
export function stretches(text: string): { readonly text: string; readonly isPlaceholder: boolean }[] {
  return text
    .split(/(\uE000+)/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, isPlaceholder: part.startsWith(mark) }));
}

/** True if a placeholder stood there. */
export function hasPlaceholder(text: string): boolean {
  return text.includes(mark);
}

function blank(found: string): string {
  return found.replaceAll(/[^\r\n]/g, ' ');
}
