import { definitionName, Kind, type NameId, type Node, type Tree } from '../../syntax/python/index.ts';
import type { Module } from '../program/module.ts';
import type { Program } from '../program/program.ts';

/** A Name or Attribute, and the module in which it stands. */
export interface Mention {
  readonly module: Module;
  readonly node: Node;
}

/** Where names are read in the opened modules of a program, those left out aside: one pass over each tree. */
export class Mentions {
  private readonly program: Program;
  private readonly leftOut: (file: string) => boolean;
  private indexed = 0;
  /** The last entry of each name; entries know their module, node, and the entry of that name before them. */
  private readonly heads = new Map<NameId, number>();
  private entries = new Int32Array(3 << 14);
  private count = 1;

  constructor(program: Program, leftOut: (file: string) => boolean) {
    this.program = program;
    this.leftOut = leftOut;
  }

  /** The places at which a name is read. */
  of(name: NameId): Mention[] {
    const { opened } = this.program;
    for (; this.indexed < opened.length; this.indexed++) {
      const module = opened[this.indexed]!;
      if (!this.leftOut(module.file)) this.index(module);
    }
    const found: Mention[] = [];
    for (let entry = this.heads.get(name) ?? 0; entry !== 0; entry = this.entries[entry * 3 + 2]!) {
      found.push({ module: opened[this.entries[entry * 3]!]!, node: this.entries[entry * 3 + 1] as Node });
    }
    return found;
  }

  private index({ tree }: Module): void {
    for (let node = 1 as Node; node < tree.count; node++) {
      const kind = tree.kind(node);
      if ((kind !== Kind.Name && kind !== Kind.Attribute) || isDefinition(tree, node)) continue;
      if ((this.count + 1) * 3 > this.entries.length) this.grow();
      const name = tree.name(node);
      this.entries.set([this.indexed, node, this.heads.get(name) ?? 0], this.count * 3);
      this.heads.set(name, this.count++);
    }
  }

  private grow(): void {
    const larger = new Int32Array(this.entries.length * 2);
    larger.set(this.entries);
    this.entries = larger;
  }
}

/** The name in `def name` and `class name`, and what an import names. */
function isDefinition(tree: Tree, node: Node): boolean {
  const parent = tree.parent(node);
  const kind = tree.kind(parent);
  if (kind === Kind.FunctionDefinition || kind === Kind.ClassDefinition) return definitionName(tree, parent) === node;
  return kind === Kind.Alias || kind === Kind.DottedName || kind === Kind.Parameter;
}
