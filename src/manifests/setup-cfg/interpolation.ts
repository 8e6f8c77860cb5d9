// https://docs.python.org/3/library/configparser.html#interpolation-of-values
import type { MappingNode } from '../../syntax/data-tree.ts';
import { entryOf, textOf } from '../../syntax/navigate.ts';
import { valueLines } from './value-lines.ts';

const deepest = 10;
const mostLines = 10_000;

/** The options of a section that others of it name as `%(option)s`. */
export class Interpolation {
  readonly #section: MappingNode;
  #lines = 0;

  constructor(section: MappingNode) {
    this.#section = section;
  }

  /** The lines that a line stands for; a name that the section lacks stays as written. */
  expand(line: string, depth = 0): string[] {
    if (++this.#lines > mostLines) return [];
    const name = /^%\(([^()]+)\)s$/.exec(line)?.[1];
    const value = name === undefined || depth > deepest ? undefined : textOf(entryOf(this.#section, name)?.value);
    if (value === undefined) return [line];
    return valueLines(value, 0, value.length).flatMap((inner) => this.expand(inner.line, depth + 1));
  }
}
