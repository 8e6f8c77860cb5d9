import { type LineColumn, LineIndex } from './line-index.ts';
import type { NameId, Names } from './names.ts';
import { Kind, NONE, type Node } from './node-kinds.ts';
import type { SyntaxFault } from './tokens/token-buffer.ts';
import { compareVersions, type Feature, type FeatureUse, features, type PythonVersion } from './versions.ts';

/** What a tree is made of. All arrays have one entry for each node, the first (0) unused. */
export interface TreeParts {
  readonly source: Uint8Array;
  readonly encoding: string;
  readonly names: Names;
  readonly root: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly firstChildren: Int32Array;
  readonly nextSiblings: Int32Array;
  readonly data: Int32Array;
  /** Start and end of each comment. */
  readonly comments: Int32Array;
  readonly errors: readonly SyntaxFault[];
  readonly features: readonly FeatureUse[];
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The syntax tree of one module. Reading it allocates nothing, unless a method returns a string or an object. */
export class Tree {
  /** The module's bytes as UTF-8: all offsets are into these. They are the bytes parsed, unless those had another encoding. */
  readonly source: Uint8Array;
  /** The encoding of the bytes parsed. */
  readonly encoding: string;
  /** The table of the names in this tree. */
  readonly names: Names;
  /** The Module node. */
  readonly root: Node;
  /** The number of nodes: they are 1 to below this. Children come before their parents. */
  readonly count: number;
  /** Syntax errors by place. Empty exactly if a Python from 3.8 to 3.15 accepts the module. */
  readonly errors: readonly SyntaxFault[];
  /** Constructs that not all versions accept, in the order in which they were read. */
  readonly features: readonly FeatureUse[];
  /** Start and end of each comment, by place: `comments[2 * i]` to `comments[2 * i + 1]`, from the `#`. */
  readonly comments: Int32Array;
  private readonly kinds: Uint8Array;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly firstChildren: Int32Array;
  private readonly nextSiblings: Int32Array;
  private readonly dataOf: Int32Array;
  private index: LineIndex | undefined;
  private parents: Int32Array | undefined;

  constructor(parts: TreeParts) {
    this.source = parts.source;
    this.encoding = parts.encoding;
    this.names = parts.names;
    this.root = parts.root as Node;
    this.count = parts.kinds.length;
    this.errors = parts.errors;
    this.features = parts.features;
    this.comments = parts.comments;
    this.kinds = parts.kinds;
    this.starts = parts.starts;
    this.ends = parts.ends;
    this.firstChildren = parts.firstChildren;
    this.nextSiblings = parts.nextSiblings;
    this.dataOf = parts.data;
  }

  kind(node: Node): Kind {
    return this.kinds[node]! as Kind;
  }

  /** The byte at which the node starts. */
  start(node: Node): number {
    return this.starts[node]!;
  }

  /** The byte behind the node. */
  end(node: Node): number {
    return this.ends[node]!;
  }

  /** The first child; `NONE` if there is none. */
  firstChild(node: Node): Node {
    return this.firstChildren[node]! as Node;
  }

  /** The next child of the same parent; `NONE` behind the last. */
  nextSibling(node: Node): Node {
    return this.nextSiblings[node]! as Node;
  }

  /** The parent; `NONE` of the root. The first call costs a pass over the tree. */
  parent(node: Node): Node {
    this.parents ??= this.findParents();
    return this.parents[node]! as Node;
  }

  private findParents(): Int32Array {
    const parents = new Int32Array(this.count);
    for (let node = 1; node < this.count; node++) {
      for (let child = this.firstChildren[node]!; child !== NONE; child = this.nextSiblings[child]!) {
        parents[child] = node;
      }
    }
    return parents;
  }

  /** The number kept with a node: a name, an operator or flags, by its kind. The functions of `access/` read it. */
  data(node: Node): number {
    return this.dataOf[node]!;
  }

  /** The name of a Name, an Attribute (its last part), a KeywordArgument or a PatternKeyword. 0 of other kinds. */
  name(node: Node): NameId {
    switch (this.kinds[node]) {
      case Kind.Name:
      case Kind.Attribute:
      case Kind.KeywordArgument:
      case Kind.PatternKeyword:
        return this.dataOf[node]! as NameId;
      default:
        return 0 as NameId;
    }
  }

  /** The text of `name(node)`; '' if it has none. */
  nameText(node: Node): string {
    return this.names.text(this.name(node));
  }

  /** The source text of a node. */
  text(node: Node): string {
    return this.slice(this.starts[node]!, this.ends[node]!);
  }

  /** The source text between two byte offsets. */
  slice(start: number, end: number): string {
    return decoder.decode(this.source.subarray(start, end));
  }

  /** Lines and columns; made when first asked for. */
  get lines(): LineIndex {
    this.index ??= new LineIndex(this.source);
    return this.index;
  }

  /** Line and column, both from 1, of a byte offset; columns in UTF-16 code units. */
  lineColumn(offset: number): LineColumn {
    return this.lines.at(offset);
  }

  /** The oldest Python (3.7 or newer) that reads all of the module's syntax. */
  get requiredVersion(): PythonVersion {
    let required: PythonVersion = [3, 7];
    for (const { feature } of this.features) {
      const { since } = features[feature];
      if (compareVersions(since, required) > 0) required = since;
    }
    return required;
  }

  /** The first Python that refuses the module again; undefined if none up to 3.15 does. */
  get refusedFrom(): PythonVersion | undefined {
    let refused: PythonVersion | undefined;
    for (const use of this.features) {
      const { until }: Feature = features[use.feature];
      if (until !== undefined && (refused === undefined || compareVersions(until, refused) < 0)) refused = until;
    }
    return refused;
  }
}
