import { definitionName, Kind, type NameId, NONE, type Node, type Tree } from '../../syntax/python/index.ts';

/** The Names and Attributes of a tree by their names, and what it defines and imports: one pass. */
export class NamedNodes {
  /** Import and ImportFrom statements. */
  readonly imports: Node[] = [];
  private readonly heads = new Map<NameId, Node>();
  private readonly links: Int32Array;
  private readonly definitions = new Map<NameId, Node[]>();

  constructor(tree: Tree) {
    this.links = new Int32Array(tree.count);
    for (let node = 1 as Node; node < tree.count; node++) {
      switch (tree.kind(node)) {
        case Kind.Name:
        case Kind.Attribute:
          this.links[node] = this.heads.get(tree.name(node)) ?? NONE;
          this.heads.set(tree.name(node), node);
          break;
        case Kind.Import:
        case Kind.ImportFrom:
          this.imports.push(node);
          break;
        case Kind.FunctionDefinition:
          this.define(tree.name(definitionName(tree, node)), node);
      }
    }
  }

  /** The last Name or Attribute of a name in the tree, `NONE` if there is none; `before` gives the others. */
  last(name: NameId): Node {
    return this.heads.get(name) ?? NONE;
  }

  /** The Name or Attribute of the same name before one. */
  before(node: Node): Node {
    return this.links[node]! as Node;
  }

  /** The functions and methods that are defined by a name. */
  functions(name: NameId): readonly Node[] {
    return this.definitions.get(name) ?? [];
  }

  private define(name: NameId, node: Node): void {
    const known = this.definitions.get(name);
    if (known === undefined) this.definitions.set(name, [node]);
    else known.push(node);
  }
}
