import type { DataTree, PathStep } from './data-tree.ts';

/** Replaces the text from `start` to `end` (UTF-16 offsets, `end` exclusive) and leaves every other byte alone. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A value to write into a data file. */
export type DataValue = string | number | boolean | null | readonly DataValue[] | { readonly [key: string]: DataValue };

/**
 * How a data language is edited. Each gives the smallest edits, or undefined where the path cannot be reached (it leads
 * through an alias or a scalar) or the language cannot say it there; what is given has been read back and is right.
 * `document` is the index of the document (YAML), the first unless said otherwise.
 */
export interface DataEdits {
  /** Sets the value at a path: replaces it where it is there, else adds the missing entries. */
  set(tree: DataTree, path: readonly PathStep[], value: DataValue, document?: number): TextEdit[] | undefined;
  /** Inserts an item into the sequence at a path, before `index` (its length to append). */
  insert(
    tree: DataTree,
    path: readonly PathStep[],
    index: number,
    value: DataValue,
    document?: number,
  ): TextEdit[] | undefined;
  /** Removes the entry or item at a path, with its line where nothing but its comment stands on it. */
  remove(tree: DataTree, path: readonly PathStep[], document?: number): TextEdit[] | undefined;
}

/** The text with the edits applied. Edits may come in any order; overlapping ones throw a RangeError. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let done = 0;
  for (const edit of ordered) {
    if (edit.start < done) throw new RangeError(`edits overlap at offset ${edit.start}`);
    parts.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
