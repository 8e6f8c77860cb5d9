/** A stretch of a file as editors count it: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A stretch of a named file. `file` is relative to the repository's root, with `/`. */
export interface Place extends Range {
  readonly file: string;
}

/** The first line of a file: the place of something that belongs to the file as a whole. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
