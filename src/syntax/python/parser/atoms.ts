// https://docs.python.org/3/reference/expressions.html#atoms

import { Kind, NONE, type Node } from '../node-kinds.ts';
import { Token } from '../tokens/token-kinds.ts';
import { StringParser } from './string-atoms.ts';

/** Reads names, literals and what stands in brackets. */
export abstract class AtomParser extends StringParser {
  protected abstract parenthesized(): Node;
  protected abstract listDisplay(): Node;
  protected abstract dictOrSetDisplay(): Node;

  protected atom(): Node {
    switch (this.token) {
      case Token.Name:
        return this.leaf(Kind.Name, this.data[this.position]!);
      case Token.String:
      case Token.FormattedStart:
      case Token.Bytes:
        return this.strings();
      case Token.LeftParenthesis:
        return this.parenthesized();
      case Token.Integer:
        return this.leaf(Kind.Integer, 0);
      case Token.None:
        return this.leaf(Kind.NoneLiteral, 0);
      case Token.LeftBracket:
        return this.listDisplay();
      case Token.LeftBrace:
        return this.dictOrSetDisplay();
      case Token.True:
        return this.leaf(Kind.True, 0);
      case Token.False:
        return this.leaf(Kind.False, 0);
      case Token.Float:
        return this.leaf(Kind.Float, 0);
      case Token.Imaginary:
        return this.leaf(Kind.Imaginary, 0);
      case Token.Ellipsis:
        return this.leaf(Kind.Ellipsis, 0);
      default:
        this.fail('invalid syntax');
    }
  }

  private leaf(kind: Kind, data: number): Node {
    const { position } = this;
    const leaf = this.node(kind, this.starts[position]!, this.ends[position]!, NONE, data);
    this.advance();
    this.height = 1;
    return leaf;
  }

  /** The current token, an identifier, as a Name. */
  protected identifier(message: string): Node {
    if (this.token !== Token.Name) this.fail(message);
    return this.leaf(Kind.Name, this.data[this.position]!);
  }
}
