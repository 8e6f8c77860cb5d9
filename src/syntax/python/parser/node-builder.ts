import { type Kind, NONE, type Node } from '../node-kinds.ts';
import { grown } from '../tokens/token-buffer.ts';
import { Tokenizer } from '../tokens/tokenizer.ts';

const INITIAL_NODES = 1 << 15;

/** Nodes kept in typed arrays between parses; longer ones are dropped after use. */
const KEPT_NODES = 1 << 20;

/** Makes nodes in parallel arrays. Children come before their parents; siblings are linked. */
export class NodeBuilder extends Tokenizer {
  protected nodeKinds: Uint8Array = new Uint8Array(INITIAL_NODES);
  protected nodeStarts: Int32Array = new Int32Array(INITIAL_NODES);
  protected nodeEnds: Int32Array = new Int32Array(INITIAL_NODES);
  protected firstChildren: Int32Array = new Int32Array(INITIAL_NODES);
  protected nextSiblings: Int32Array = new Int32Array(INITIAL_NODES);
  protected nodeData: Int32Array = new Int32Array(INITIAL_NODES);
  /** The number of nodes, with 0 (none) counted. */
  protected nodeCount = 1;

  /** Makes a node whose children are `first` and the siblings linked to it. */
  protected node(kind: Kind, start: number, end: number, first: Node, data: number): Node {
    const index = this.nodeCount++;
    if (index >= this.nodeKinds.length) this.growNodes();
    this.nodeKinds[index] = kind;
    this.nodeStarts[index] = start;
    this.nodeEnds[index] = end;
    this.firstChildren[index] = first;
    this.nextSiblings[index] = NONE;
    this.nodeData[index] = data;
    return index as Node;
  }

  /** Links `next` behind `previous` and returns `next`; links nothing if `previous` is none. */
  protected link(previous: Node, next: Node): Node {
    if (previous !== NONE) this.nextSiblings[previous] = next;
    return next;
  }

  /** The last of a node and the siblings linked to it. */
  protected lastOf(node: Node): Node {
    let last = node;
    for (let next = this.nextSiblings[last]!; next !== NONE; next = this.nextSiblings[last]!) last = next as Node;
    return last;
  }

  private growNodes(): void {
    const size = this.nodeKinds.length * 2;
    const kinds = new Uint8Array(size);
    kinds.set(this.nodeKinds);
    this.nodeKinds = kinds;
    this.nodeStarts = grown(this.nodeStarts, size);
    this.nodeEnds = grown(this.nodeEnds, size);
    this.firstChildren = grown(this.firstChildren, size);
    this.nextSiblings = grown(this.nextSiblings, size);
    this.nodeData = grown(this.nodeData, size);
  }

  protected releaseNodes(): void {
    if (this.nodeKinds.length <= KEPT_NODES) return;
    this.nodeKinds = new Uint8Array(INITIAL_NODES);
    this.nodeStarts = new Int32Array(INITIAL_NODES);
    this.nodeEnds = new Int32Array(INITIAL_NODES);
    this.firstChildren = new Int32Array(INITIAL_NODES);
    this.nextSiblings = new Int32Array(INITIAL_NODES);
    this.nodeData = new Int32Array(INITIAL_NODES);
  }
}
