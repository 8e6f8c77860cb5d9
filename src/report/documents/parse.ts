// The document of `skyworthy parse`. docs/json.md describes it.

export interface ParseError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** How one file was read. */
export interface ParsedFile {
  readonly file: string;
  readonly format: string;
  /** True if nothing is wrong with it. */
  readonly ok: boolean;
  readonly sizeBytes: number;
  readonly errors: readonly ParseError[];
  /** With `--tree`: its nodes as lines. */
  readonly tree?: readonly string[];
}

export interface ParseDocument {
  readonly schemaVersion: 1;
  /** Sorted by file. */
  readonly files: readonly ParsedFile[];
}
