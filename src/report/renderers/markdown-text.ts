import { printable } from '../text.ts';

/** Quoted text in Markdown: what would be Markdown or HTML in it stands as itself. */
export function markdownText(text: string): string {
  return printable(text).replaceAll(/[\\`*_{}[\]<|#~]/g, String.raw`\$&`);
}

/** Quoted text as code in Markdown. */
export function markdownCode(text: string): string {
  return `\`${printable(text).replaceAll('`', "'")}\``;
}
