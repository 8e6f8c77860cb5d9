// https://docs.python.org/3/library/ast.html#ast.JoinedStr

import {
  bytesValue,
  interpolationConversion,
  interpolationFormat,
  interpolationValue,
  isSelfDocumenting,
  Kind,
  NONE,
  type Node,
  StringFlag,
  stringValue,
} from '../../src/syntax/python/index.ts';
import { AstWriter, type Context, quoted } from './ast-writer.ts';

/** A run of literal text in an f-string, or a field. */
interface Piece {
  readonly start: number;
  end: number;
  text: string;
  readonly kind: string;
  readonly field: Node;
}

const LEFT_BRACE = 123;
const EQUAL = 61;
const HASH = 35;
const LOWER_U = 117;

/** Writes strings as CPython joins them. */
export abstract class StringWriter extends AstWriter {
  abstract expression(node: Node, context?: Context): void;

  protected constantString(node: Node): void {
    const { tree } = this;
    this.open('Constant', node);
    this.field('value');
    if (tree.kind(node) === Kind.String) {
      this.write(quoted(stringValue(tree, node) ?? ''));
      if (this.isUnicode(node)) this.string('kind', 'u');
    } else this.write(`b${Buffer.from(bytesValue(tree, node) ?? '', 'latin1').toString('hex')}`);
    this.close();
  }

  /** Whether a literal, or the first of a concatenation, has the prefix `u`: CPython does not mark `U`. */
  private isUnicode(node: Node): boolean {
    const { tree } = this;
    const isConcatenated = (tree.data(node) & StringFlag.Concatenated) !== 0;
    return tree.source[tree.start(isConcatenated ? tree.firstChild(node) : node)] === LOWER_U;
  }

  protected formattedString(node: Node): void {
    const isTemplate = this.tree.kind(node) === Kind.TemplateString;
    const pieces: Piece[] = [];
    this.collect(node, pieces);
    this.open(isTemplate ? 'TemplateStr' : 'JoinedStr', node);
    this.pieces(pieces, isTemplate);
    this.close();
  }

  private collect(node: Node, pieces: Piece[]): void {
    const { tree } = this;
    const kind = tree.kind(node);
    if (kind === Kind.String) {
      if ((tree.data(node) & StringFlag.Concatenated) === 0) this.collectText(node, pieces);
      else this.collectChildren(node, pieces);
    } else if (kind === Kind.FormattedText) this.collectText(node, pieces);
    else if (kind === Kind.Interpolation) this.collectField(node, pieces);
    else this.collectChildren(node, pieces);
  }

  private collectChildren(node: Node, pieces: Piece[]): void {
    const { tree } = this;
    for (let child = tree.firstChild(node); child !== NONE; child = tree.nextSibling(child))
      this.collect(child, pieces);
  }

  private collectText(node: Node, pieces: Piece[]): void {
    const { tree } = this;
    const isString = tree.kind(node) === Kind.String;
    const kind = isString && tree.source[tree.start(node)] === LOWER_U ? 'u' : '';
    addText(pieces, tree.start(node), tree.end(node), stringValue(tree, node) ?? '', kind);
  }

  private collectField(node: Node, pieces: Piece[]): void {
    const { tree } = this;
    if (isSelfDocumenting(tree, node)) {
      const start = tree.start(node) + 1;
      const end = this.documentedEnd(node);
      addText(pieces, start, end, withoutComments(tree.slice(start, end).replaceAll(/\r\n?/g, '\n')), '');
    }
    pieces.push({ start: 0, end: 0, text: '', kind: '', field: node });
  }

  /** Behind the `=` of a field and the white space that follows it. */
  private documentedEnd(node: Node): number {
    const { source } = this.tree;
    let end = this.tree.end(interpolationValue(this.tree, node));
    while (source[end] !== EQUAL) end++;
    end++;
    for (;;) {
      while (source[end] === 32 || (source[end]! >= 9 && source[end]! <= 13)) end++;
      if (source[end] !== HASH) return end;
      while (source[end] !== 10 && source[end] !== 13) end++;
    }
  }

  private pieces(pieces: readonly Piece[], isTemplate: boolean): void {
    const kept = pieces.filter((piece) => piece.field !== NONE || piece.text !== '');
    if (kept.length === 0) return;
    this.field('values');
    this.write('[');
    for (const piece of kept) {
      if (piece.field === NONE) this.text_(piece);
      else if (isTemplate) this.interpolation(piece.field);
      else this.formattedValue(piece.field);
    }
    this.write(']');
  }

  private text_(piece: Piece): void {
    this.openAt('Constant', piece.start, piece.end);
    this.field('value');
    this.write(quoted(piece.text));
    if (piece.kind !== '') this.string('kind', piece.kind);
    this.close();
  }

  private formattedValue(node: Node): void {
    this.open('FormattedValue', node);
    this.one('value', interpolationValue(this.tree, node), (value) => this.expression(value));
    this.fieldRest(node);
    this.close();
  }

  /** Of a t-string's field CPython keeps the expression's text too. */
  private interpolation(node: Node): void {
    const { tree } = this;
    const start = tree.start(node) + (tree.source[tree.start(node)] === LEFT_BRACE ? 1 : 0);
    this.open('Interpolation', node);
    this.one('value', interpolationValue(tree, node), (value) => this.expression(value));
    const text = tree.slice(start, this.expressionEnd(node)).replaceAll(/\r\n?/g, '\n');
    this.string('str', withoutComments(text).trimEnd());
    this.fieldRest(node);
    this.close();
  }

  private expressionEnd(node: Node): number {
    const { source } = this.tree;
    let end = this.tree.end(interpolationValue(this.tree, node));
    while (source[end] !== EQUAL && source[end] !== 33 && source[end] !== 58 && source[end] !== 125) {
      if (source[end] === HASH) while (source[end] !== 10 && source[end] !== 13) end++;
      else end++;
    }
    return end;
  }

  private fieldRest(node: Node): void {
    const { tree } = this;
    const format = interpolationFormat(tree, node);
    let conversion = interpolationConversion(tree, node);
    if (conversion === '' && format === NONE && isSelfDocumenting(tree, node)) conversion = 'r';
    this.field('conversion');
    this.write(conversion === '' ? 'i-1' : `i${conversion.charCodeAt(0).toString(16)}`);
    if (format === NONE) return;
    const pieces: Piece[] = [];
    this.collectChildren(format, pieces);
    this.field('format_spec');
    this.openAt('JoinedStr', tree.start(format) - 1, tree.end(format));
    this.pieces(pieces, false);
    this.close();
  }
}

/** Text without the comments in it; a `#` in quotes is none. */
function withoutComments(text: string): string {
  return text.replaceAll(/("[^"\n]*"|'[^'\n]*')|#[^\n]*/g, (_, string?: string) => string ?? '');
}

function addText(pieces: Piece[], start: number, end: number, text: string, kind: string): void {
  const last = pieces.at(-1);
  if (last !== undefined && last.field === NONE) {
    last.text += text;
    last.end = end;
  } else pieces.push({ start, end, text, kind, field: NONE });
}
