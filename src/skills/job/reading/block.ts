import type { MappedText } from './mapped-text.ts';

/** What a part of an advertisement is about. */
export const sectionKinds = [
  'title',
  'required',
  'nice',
  'task',
  'stack',
  'company',
  'benefit',
  'learn',
  'elsewhere',
  'open',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** Where a block stands in a table. */
export interface Cell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** A heading, an item of a list, a paragraph or (part of) a cell: white space folded, marks of lists taken off. */
export interface Block {
  readonly kind: 'heading' | 'item' | 'text';
  readonly text: MappedText;
  readonly cell?: Cell;
  /** What it is about, where the markup says so. */
  readonly section?: SectionKind;
}

/** An advertisement, read. */
export interface Advertisement {
  readonly title: MappedText | null;
  readonly blocks: readonly Block[];
  /** False where only the first part was read: the rest is more than anybody writes. */
  readonly whole: boolean;
}
