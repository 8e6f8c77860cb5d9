import type { DataTree, PathStep } from './data-tree.ts';

/** Replaces the text from `start` to `end` (UTF-16 offsets, `end` exclusive) and leaves every other byte alone. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A value to write into a data file. */
export type DataValue = string | number | boolean | null | readonly DataValue[] | { readonly [key: string]: DataValue };

/** How a data language is edited. Each gives the smallest edits, or undefined where the path cannot be reached. */
export interface DataEdits {
  /** Sets the value at a path: replaces it where it is there, else adds the missing entries. */
  set(tree: DataTree, path: readonly PathStep[], value: DataValue): TextEdit[] | undefined;
  /** Inserts an item into the sequence at a path, before `index` (its length to append). */
  insert(tree: DataTree, path: readonly PathStep[], index: number, value: DataValue): TextEdit[] | undefined;
  /** Removes the entry or item at a path, with its line where nothing else stands on it. */
  remove(tree: DataTree, path: readonly PathStep[]): TextEdit[] | undefined;
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
