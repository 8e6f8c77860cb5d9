import { didYouMean } from '../evidence/nearest.ts';
import type { DataTree, SyntaxFault } from '../syntax/data-tree.ts';

/**
 * What is wrong at a fault of a TOML file, as a sentence that ends with the mend. TOML has no words but true and false, so
 * one behind `=` or in a list is a text that lacks its quotes.
 */
export function faultSentence({ lines, text }: DataTree, { message, start }: SyntaxFault): string {
  const { line } = lines.position(start);
  const written = text.slice(lines.starts[line - 1], lines.starts[line] ?? text.length).trimEnd();
  const word = /^\s*[\w."'-]+\s*=\s*(?:\[(?:[^[\]]*,)?\s*)?([A-Za-z][\w-]*)\s*(?:[,\]#]|$)/.exec(written)?.[1];
  if (word !== undefined && word !== 'true' && word !== 'false') {
    return `${word} stands without quotes.${didYouMean(word, ['true', 'false']) || ` Quote it: "${word}".`}`;
  }
  if (/^\s*\[[^\]]*$/.test(written)) return `${message}: close the bracket.`;
  return `${message}: write it as TOML (https://toml.io).`;
}
