import type { BicepFile } from './bicep/nodes.ts';
import type { DataTree } from './data-tree.ts';
import type { DataEdits } from './edit.ts';
import type { HclFile } from './hcl/nodes.ts';

/** A data file as it was read, with the editor of its format. */
export interface EditableData {
  readonly tree: DataTree;
  readonly edits: DataEdits;
}

/** A file of HCL as it was read. */
export interface EditableHcl {
  readonly hcl: HclFile;
}

/** A file of Bicep as it was read. */
export interface EditableBicep {
  readonly bicep: BicepFile;
}

/** A file as it was read, whose values can be set. */
export type EditableFile = EditableData | EditableHcl | EditableBicep;
