// https://docs.python.org/3/reference/expressions.html#strings

import { Kind, NONE, type Node, NodeFlag } from '../node-kinds.ts';
import { StringFlag, Token } from '../tokens/token-kinds.ts';
import { TargetParser } from './targets.ts';

/** The bytes of `a`, `r` and `s`. */
const CONVERSIONS: ReadonlySet<number> = new Set([97, 114, 115]);

const isString = (token: number): boolean =>
  token === Token.String || token === Token.FormattedStart || token === Token.Bytes;

/** Reads string literals: alone, concatenated, with fields. */
export abstract class StringParser extends TargetParser {
  /** One or more adjacent literals. */
  protected strings(): Node {
    const { start } = this;
    const first = this.stringLiteral();
    this.height = Math.max(this.height, 1);
    if (!isString(this.token)) return first;
    let last = first;
    let kind = this.nodeKinds[first]! as Kind;
    while (isString(this.token)) {
      const part = this.stringLiteral();
      kind = this.concatenated(kind, part);
      last = this.link(last, part);
    }
    return this.finish(kind, start, first, this.nodeData[first]! | StringFlag.Concatenated);
  }

  private concatenated(kind: Kind, part: Node): Kind {
    const other = this.nodeKinds[part]! as Kind;
    if (other === kind) return kind;
    if (kind === Kind.Bytes || other === Kind.Bytes) this.failAt(part, 'cannot mix bytes and nonbytes literals');
    if (kind === Kind.TemplateString || other === Kind.TemplateString) {
      this.failAt(part, 'cannot mix t-string literals with string literals');
    }
    return Kind.FormattedString;
  }

  private stringLiteral(): Node {
    const { start } = this;
    this.height = 1;
    if (this.token === Token.FormattedStart) return this.formattedString();
    const kind = this.token === Token.String ? Kind.String : Kind.Bytes;
    const flags = this.data[this.position]!;
    this.advance();
    return this.finish(kind, start, NONE, flags);
  }

  private formattedString(): Node {
    const { start } = this;
    const flags = this.data[this.position]!;
    this.enter();
    this.advance();
    const first = this.formattedParts(Token.FormattedEnd);
    this.expect(Token.FormattedEnd, 'unterminated f-string literal');
    this.depth--;
    const kind = (flags & StringFlag.Template) === 0 ? Kind.FormattedString : Kind.TemplateString;
    return this.finish(kind, start, first, flags);
  }

  /** Text and fields up to a token that ends them; the first, the others linked. */
  private formattedParts(end: number): Node {
    let first = NONE;
    let last = NONE;
    let height = 0;
    while (this.token !== end) {
      const part = this.formattedPart();
      height = Math.max(height, this.height);
      if (first === NONE) first = part;
      last = this.link(last, part);
    }
    this.height = height + 1;
    return first;
  }

  private formattedPart(): Node {
    if (this.token === Token.LeftBrace) return this.interpolation();
    if (this.token !== Token.FormattedMiddle) this.fail('invalid syntax in f-string');
    const { start } = this;
    const flags = this.data[this.position]!;
    this.advance();
    return this.finish(Kind.FormattedText, start, NONE, flags);
  }

  private interpolation(): Node {
    const { start } = this;
    this.advance();
    const value = this.fieldValue();
    let data = 0;
    if (this.token === Token.Equal) {
      this.uses('selfDocumentingField', start);
      this.advance();
      data = NodeFlag.SelfDocumenting;
    }
    if (this.token === Token.Exclamation) {
      data |= this.conversion();
      if (this.start !== this.previousEnd) this.uses('formattedStringGrammar', start);
    }
    if (this.token === Token.Colon) this.link(value, this.formatSpecification());
    this.expect(Token.RightBrace, "f-string: expecting '}'");
    return this.finish(Kind.Interpolation, start, value, data);
  }

  private fieldValue(): Node {
    const { start } = this;
    const value = this.valueExpressions();
    if (this.nodeKinds[value] === Kind.Starred) this.uses('formattedStringGrammar', start);
    if (!this.isAtComprehension) return value;
    this.uses('generatorInField', start);
    this.comprehensionClauses(value);
    return this.finish(Kind.GeneratorExpression, start, value, 0);
  }

  /** The letter behind `!`. */
  private conversion(): number {
    const exclamation = this.ends[this.position]!;
    this.advance();
    const letter = this.bytes[this.start]!;
    const isAlone = this.ends[this.position] === this.start + 1 && this.start === exclamation;
    if (this.token !== Token.Name || !isAlone || !CONVERSIONS.has(letter)) {
      this.fail('f-string: invalid conversion character');
    }
    this.advance();
    return letter;
  }

  private formatSpecification(): Node {
    const start = this.ends[this.position]!;
    this.advance();
    const first = this.formattedParts(Token.RightBrace);
    return this.finish(Kind.FormatSpecification, start, first, 0);
  }
}
