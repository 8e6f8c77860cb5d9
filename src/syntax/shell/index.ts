// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html and bash 5.3, as unbash reads them
import { type ParsedScript, parse } from 'unbash';

export type { AndOr, Command, CommandNode, PipelineNode, Statement, Word } from 'unbash';

/** A longer script is no script, and in a longer word the braces take the reader too much time. */
const longestScript = 256_000;
const longestWord = 10_000;
const deepestNesting = 100;

/**
 * Reads a shell script into a tree with offsets in UTF-16 units; what it says wrongly is among `errors`. Undefined where it
 * is too long, binary or nested too deep to be read at all.
 */
export function parseShell(text: string): ParsedScript | undefined {
  if (text.length > longestScript || text.includes('\0') || hasLongWord(text) || isDeep(text)) return undefined;
  try {
    return parse(text);
  } catch {
    return undefined; // functions nested deeper than the stack
  }
}

/** True where more characters than in any word follow each other without a blank. */
function hasLongWord(text: string): boolean {
  let end = 0;
  for (const { 0: blank, index } of text.matchAll(/\s+/g)) {
    if (index - end > longestWord) return true;
    end = index + blank.length;
  }
  return text.length - end > longestWord;
}

/** True where more brackets are open at once than anybody writes: the parts of words are read by recursion. */
function isDeep(text: string): boolean {
  let open = 0;
  for (const [bracket] of text.matchAll(/[(){}]/g)) {
    if (bracket === '(' || bracket === '{') open++;
    else if (open > 0) open--;
    if (open > deepestNesting) return true;
  }
  return false;
}
