// https://docs.python.org/3/reference/simple_stmts.html#assignment-statements

import { Kind, NONE, type Node, NodeFlag } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { Grammar } from './grammar.ts';

/** Checks what is assigned to or deleted, and reads the targets of `for` and `with`. */
export abstract class TargetParser extends Grammar {
  /** Fails unless the node may stand left of `=`. */
  protected checkTarget(node: Node): void {
    switch (this.nodeKinds[node]) {
      case Kind.Name:
      case Kind.Attribute:
      case Kind.Subscript:
        return;
      case Kind.Starred:
        this.checkTarget(this.firstChildren[node]! as Node);
        return;
      case Kind.Tuple:
      case Kind.List:
        for (let child = this.firstChildren[node]!; child !== NONE; child = this.nextSiblings[child]!) {
          this.checkTarget(child as Node);
        }
        return;
      default:
        this.failAt(node, 'cannot assign to this expression');
    }
  }

  /** Fails unless the node may stand left of `:` or of `+=`. */
  protected checkSingleTarget(node: Node, message: string): void {
    const kind = this.nodeKinds[node];
    if (kind !== Kind.Name && kind !== Kind.Attribute && kind !== Kind.Subscript) this.failAt(node, message);
  }

  /** Fails unless the node may be deleted. */
  protected checkDeletable(node: Node): void {
    const kind = this.nodeKinds[node];
    if (kind === Kind.Tuple || kind === Kind.List) {
      for (let child = this.firstChildren[node]!; child !== NONE; child = this.nextSiblings[child]!) {
        this.checkDeletable(child as Node);
      }
    } else this.checkSingleTarget(node, 'cannot delete this expression');
  }

  /** One target of `for` or `with`. */
  protected starTarget(): Node {
    const { start } = this;
    const isStarred = this.eat(Token.Star);
    const target = this.primary();
    this.checkTarget(target);
    return isStarred ? this.finish(Kind.Starred, start, target, 0) : target;
  }

  /** The targets of `for`: a Tuple if there is a comma. */
  protected starTargets(): Node {
    const { start } = this;
    const first = this.starTarget();
    if (this.token !== Token.Comma) return first;
    let last = first;
    while (this.eat(Token.Comma)) {
      if (this.at(Token.In)) break;
      last = this.link(last, this.starTarget());
    }
    return this.finish(Kind.Tuple, start, first, 0);
  }

  /** Whether the node is `name := value` without parentheses of its own. */
  protected isBareAssignment(node: Node): boolean {
    return this.nodeKinds[node] === Kind.NamedExpression && this.nodeData[node] !== NodeFlag.Parenthesized;
  }

  /** Whether the node is a Tuple without parentheses that holds `*a`. */
  protected isBareUnpacking(node: Node): boolean {
    if (this.nodeKinds[node] !== Kind.Tuple || this.nodeData[node] === NodeFlag.Parenthesized) return false;
    for (let child = this.firstChildren[node]!; child !== NONE; child = this.nextSiblings[child]!) {
      if (this.nodeKinds[child] === Kind.Starred) return true;
    }
    return false;
  }
}
