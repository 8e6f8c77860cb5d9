import { Kind, NONE, type Node, NodeFlag } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { MatchParser } from './match-statements.ts';

/** The well-formed parts of a broken header, by what they are. */
interface HeaderParts {
  readonly decorators: Node[];
  /** The name of what is defined: one. */
  readonly names: Node[];
  readonly parameters: Node[];
  /** Nodes that stay what they are: TypeParameters, Parameters, Arguments. */
  readonly whole: Node[];
  readonly others: Node[];
}

/** Takes up the nodes that a syntax error has left without a parent. */
export abstract class OrphanParser extends MatchParser {
  /** The nodes made since `mark` that have no parent, unlinked, in the order of the source. */
  protected orphans(mark: number): Node[] {
    const hasParent = new Uint8Array(this.nodeCount - mark);
    for (let node = mark; node < this.nodeCount; node++) {
      for (let child = this.firstChildren[node]!; child >= mark; child = this.nextSiblings[child]!) {
        hasParent[child - mark] = 1;
      }
    }
    const orphans: Node[] = [];
    for (let node = mark; node < this.nodeCount; node++) if (hasParent[node - mark] === 0) orphans.push(node as Node);
    for (const orphan of orphans) this.nextSiblings[orphan] = NONE;
    return orphans.sort((left, right) => this.nodeStarts[left]! - this.nodeStarts[right]!);
  }

  /** Links nodes in their order; returns the first. */
  protected linkAll(nodes: readonly Node[]): Node {
    let last = NONE;
    for (const node of nodes) last = this.link(last, node);
    return nodes[0] ?? NONE;
  }

  /**
   * At the block of a definition whose header has a syntax error: keeps it as a definition with what is well-formed of its
   * decorators and parameters. The rest of the header is an Error in front of its statements.
   * `keyword` is the token of `async`, `def` or `class`.
   */
  protected salvageDefinition(keyword: number, mark: number): Node {
    const isAsync = this.kinds[keyword] === Token.Async;
    const isClass = this.kinds[keyword] === Token.Class;
    const nameToken = keyword + (isAsync ? 2 : 1);
    const parts = this.headerParts(mark, this.starts[nameToken]!);
    const isWhole = parts.whole.some((node) => this.nodeKinds[node] !== Kind.TypeParameters);
    if (isClass) parts.others.unshift(...parts.parameters);
    else if (isWhole) parts.others.push(...parts.parameters);
    else parts.whole.push(this.parametersOf(nameToken, parts.parameters));
    const block = this.blockBehind(parts.others);
    const first = this.linkAll([...parts.decorators, ...parts.names, ...parts.whole, block]);
    const kind = isClass ? Kind.ClassDefinition : Kind.FunctionDefinition;
    return this.node(kind, this.starts[keyword]!, this.nodeEnds[block]!, first, isAsync ? NodeFlag.Async : 0);
  }

  private headerParts(mark: number, nameStart: number): HeaderParts {
    const parts: HeaderParts = { decorators: [], names: [], parameters: [], whole: [], others: [] };
    for (const orphan of this.orphans(mark)) {
      const kind = this.nodeKinds[orphan];
      if (kind === Kind.Decorator) parts.decorators.push(orphan);
      else if (kind === Kind.Parameter) parts.parameters.push(orphan);
      else if (kind === Kind.TypeParameters || kind === Kind.Parameters || kind === Kind.Arguments) {
        parts.whole.push(orphan);
      } else if (kind === Kind.Name && this.nodeStarts[orphan] === nameStart) parts.names.push(orphan);
      else parts.others.push(orphan);
    }
    return parts;
  }

  private parametersOf(nameToken: number, parameters: readonly Node[]): Node {
    const start = parameters[0] === undefined ? this.ends[nameToken]! : this.nodeStarts[parameters[0]]!;
    const last = parameters.at(-1);
    const end = last === undefined ? start : this.nodeEnds[last]!;
    return this.node(Kind.Parameters, start, end, this.linkAll(parameters), 0);
  }

  /** At an Indent: the Block, with an Error of the nodes given as its first statement. */
  private blockBehind(others: readonly Node[]): Node {
    let start = this.start;
    let error = NONE;
    const [first] = others;
    if (first !== undefined) {
      start = this.nodeStarts[first]!;
      error = this.node(Kind.Error, start, this.nodeEnds[others.at(-1)!]!, this.linkAll(others), 0);
    }
    this.advance();
    const statements = this.statements(false, false);
    this.link(error, statements);
    return this.blockOf(start, error === NONE ? statements : error);
  }
}
