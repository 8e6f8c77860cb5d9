import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { addFault, deepestTree } from '../limits.ts';
import { type Budget, type Fault, readAround } from '../read-around.ts';
import { type Forest, growForest } from './build.ts';
import { isBlank } from './gaps.ts';

/** The events of a text, or its first fault. */
export function attempt(source: string): Event[] | Fault {
  try {
    return parseEvents(source, { maxDepth: deepestTree });
  } catch (error) {
    if (error instanceof YAMLException) return { message: error.reason, offset: error.mark?.position ?? 0 };
    return { message: 'cannot be read', offset: 0 };
  }
}

/** Adds one document with faults to a forest, less the lines that the faults cost. `base` is where it lies in the text. */
export function growDamaged(forest: Forest, source: string, base: number, budget: Budget): void {
  const { read, result, faults } = readAround(joinShallowLines(source, budget), attempt, budget);
  for (const { message, offset } of faults) {
    addFault(forest.faults, message, base + offset, base + Math.min(offset + 1, source.length));
  }
  if (result) growForest(forest, { read, written: source }, result, base);
}

/**
 * The text with each line break before a line that the specification wants indented deeper (a closing bracket below
 * its key, the next line of a quoted text) replaced by spaces: libyaml and PyYAML read such lines, and so do the clouds.
 * The text itself where that does not make it readable.
 */
function joinShallowLines(source: string, budget: Budget): string {
  let text = source;
  for (const least = budget.left / 2; budget.left > least; budget.left -= text.length) {
    const outcome = attempt(text);
    if (Array.isArray(outcome)) return text;
    if (outcome.message !== 'deficient indentation') return source;
    const start = gapBefore(text, outcome.offset);
    if (!/[\r\n]/.test(text.slice(start, outcome.offset))) return source;
    text = text.slice(0, start) + ' '.repeat(outcome.offset - start) + text.slice(outcome.offset);
  }
  return source;
}

/** Where the white space before an offset begins, with the comment at the end of the line before it. */
function gapBefore(text: string, offset: number): number {
  let start = offset;
  while (isBlank(text[start - 1])) start--;
  const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const comment = start === 0 ? -1 : text.slice(line, start).search(/[ \t]#/);
  return comment < 0 ? start : line + comment;
}
