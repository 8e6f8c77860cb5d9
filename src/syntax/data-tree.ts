import type { Lines } from './lines.ts';

// One tree for the data languages (YAML, JSON, TOML, INI): what readers of templates and manifests walk.
// Offsets are UTF-16 units into `DataTree.text`, `end` exclusive.

/** A fault in a text, as a value: reading goes on where it can. */
export interface SyntaxFault {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /**
   * What kind it is, where that matters to who reads on: of duplicate keys the last counts, and nothing is lost;
   * `only-jsonc` is what JSON with comments allows.
   */
  readonly code?: 'duplicate-key' | 'only-jsonc';
}

/** A comment with its marker, without the line's end. */
export interface Comment {
  readonly start: number;
  readonly end: number;
}

interface NodeBase {
  /** Where the node begins: at its tag or anchor if it has one, at its quote or bracket, else at its first character. */
  readonly start: number;
  /** Where it ends: behind its quote or bracket, or behind its last character without the line's end. */
  readonly end: number;
  /** An explicit tag as written, such as `!Sub` (YAML only). */
  readonly tag: string | null;
  /** The name of its anchor, without the `&` (YAML only). */
  readonly anchor?: string;
}

/** A leaf. `value` is what the language's rules make of it, `text` its content as a string (`3.10` stays `3.10`). */
export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly text: string;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
}

/** One key with its value. */
export interface Entry {
  readonly key: DataNode;
  readonly value: DataNode;
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
  /** Written with braces (JSON, YAML's flow style, TOML's inline tables) rather than as a block. */
  readonly flow: boolean;
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly items: readonly DataNode[];
  readonly flow: boolean;
}

/** `*name`: shares the anchored node and is never expanded. `target` is null where the anchor is missing. */
export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: DataNode | null;
}

export type DataNode = ScalarNode | MappingNode | SequenceNode | AliasNode;

/** The formats that are read into a `DataTree`. */
export type DataFormat = 'yaml' | 'json' | 'toml' | 'ini' | 'dotenv';

/** A text, read: its documents (YAML has any number, the others one, none if it is empty), comments and faults. */
export interface DataTree {
  readonly format: DataFormat;
  readonly text: string;
  readonly lines: Lines;
  readonly documents: readonly DataNode[];
  readonly comments: readonly Comment[];
  readonly faults: readonly SyntaxFault[];
}

/** A step into a tree: a key of a mapping or an index of a sequence. */
export type PathStep = string | number;
