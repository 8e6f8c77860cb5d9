/** The rules of an ignore file. */
export interface IgnoreFile {
  /** True if the path (relative to the folder of the ignore file, with `/`) stays out. */
  ignores(path: string): boolean;
  /** Lines that can't be read, from 1. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}
