// https://docs.python.org/3/library/ast.html#expressions

import {
  callee,
  children,
  comprehensionElement,
  conditionalAlternative,
  conditionalBody,
  conditionalTest,
  entryKey,
  entryValue,
  firstArgument,
  firstTarget,
  functionParameters,
  integerValue,
  isAsync,
  iterableOf,
  Kind,
  lambdaBody,
  leftOperand,
  NONE,
  type Node,
  numberValue,
  Operator,
  objectOf,
  operatorOf,
  ParameterKind,
  parameterAnnotation,
  parameterDefault,
  parameterKind,
  parameterName,
  rightOperand,
  sliceBound,
  subscriptIndex,
  valueOf,
} from '../../src/syntax/python/index.ts';
import { StringWriter } from './ast-strings.ts';
import { type Context, doubleHex, quoted } from './ast-writer.ts';

/** Names of binary operators. */
export const BINARY: ReadonlyMap<number, string> = new Map<number, string>([
  [Operator.Add, 'Add'],
  [Operator.Subtract, 'Sub'],
  [Operator.Multiply, 'Mult'],
  [Operator.Divide, 'Div'],
  [Operator.FloorDivide, 'FloorDiv'],
  [Operator.Modulo, 'Mod'],
  [Operator.MatrixMultiply, 'MatMult'],
  [Operator.Power, 'Pow'],
  [Operator.LeftShift, 'LShift'],
  [Operator.RightShift, 'RShift'],
  [Operator.BitAnd, 'BitAnd'],
  [Operator.BitOr, 'BitOr'],
  [Operator.BitXor, 'BitXor'],
]);

const UNARY: ReadonlyMap<number, string> = new Map<number, string>([
  [Operator.Not, 'Not'],
  [Operator.Invert, 'Invert'],
  [Operator.Plus, 'UAdd'],
  [Operator.Minus, 'USub'],
]);

const COMPARISON: ReadonlyMap<number, string> = new Map<number, string>([
  [Operator.Less, 'Lt'],
  [Operator.Greater, 'Gt'],
  [Operator.LessEqual, 'LtE'],
  [Operator.GreaterEqual, 'GtE'],
  [Operator.Equal, 'Eq'],
  [Operator.NotEqual, 'NotEq'],
  [Operator.In, 'In'],
  [Operator.NotIn, 'NotIn'],
  [Operator.Is, 'Is'],
  [Operator.IsNot, 'IsNot'],
]);

const COMPREHENSIONS: ReadonlyMap<Kind, string> = new Map<Kind, string>([
  [Kind.ListComprehension, 'ListComp'],
  [Kind.SetComprehension, 'SetComp'],
  [Kind.GeneratorExpression, 'GeneratorExp'],
]);

/** Writes expressions. */
export abstract class ExpressionWriter extends StringWriter {
  protected readonly load = (node: Node): void => this.expression(node);
  protected readonly store = (node: Node): void => this.expression(node, 'Store');

  override expression(node: Node, context: Context = 'Load'): void {
    const { tree } = this;
    switch (tree.kind(node)) {
      case Kind.Name:
        this.open('Name', node);
        this.string('id', tree.nameText(node));
        return this.closeWith(context);
      case Kind.Attribute:
        this.open('Attribute', node);
        this.one('value', objectOf(tree, node), this.load);
        this.string('attr', tree.nameText(node));
        return this.closeWith(context);
      case Kind.Subscript:
        this.open('Subscript', node);
        this.one('value', objectOf(tree, node), this.load);
        this.one('slice', subscriptIndex(tree, node), this.load);
        return this.closeWith(context);
      case Kind.Starred:
        this.open('Starred', node);
        this.one('value', valueOf(tree, node), (value) => this.expression(value, context));
        return this.closeWith(context);
      case Kind.Tuple:
      case Kind.List:
        this.open(tree.kind(node) === Kind.Tuple ? 'Tuple' : 'List', node);
        this.list('elts', tree.firstChild(node), (element) => this.expression(element, context));
        return this.closeWith(context);
      case Kind.String:
      case Kind.Bytes:
        return this.constantString(node);
      case Kind.FormattedString:
      case Kind.TemplateString:
        return this.formattedString(node);
      default:
        return this.value(node);
    }
  }

  private closeWith(context: Context): void {
    this.write(` ctx=(${context})`);
    this.close();
  }

  /** An expression that is no target. */
  private value(node: Node): void {
    const { tree } = this;
    const kind = tree.kind(node);
    switch (kind) {
      case Kind.Integer:
        return this.constant(node, `i${(integerValue(tree, node) ?? 0n).toString(16)}`);
      case Kind.Float:
        return this.constant(node, `f${doubleHex(numberValue(tree, node))}`);
      case Kind.Imaginary:
        return this.constant(node, `c${doubleHex(numberValue(tree, node))}`);
      case Kind.True:
        return this.constant(node, 'True');
      case Kind.False:
        return this.constant(node, 'False');
      case Kind.NoneLiteral:
        return this.constant(node, 'None');
      case Kind.Ellipsis:
        return this.constant(node, 'Ellipsis');
      case Kind.Call:
        this.open('Call', node);
        this.one('func', callee(tree, node), this.load);
        this.arguments('args', firstArgument(tree, node));
        return this.close();
      case Kind.BinaryOperation:
        this.open('BinOp', node);
        this.one('left', leftOperand(tree, node), this.load);
        this.write(` op=(${BINARY.get(operatorOf(tree, node))})`);
        this.one('right', rightOperand(tree, node), this.load);
        return this.close();
      case Kind.UnaryOperation:
        this.open('UnaryOp', node);
        this.write(` op=(${UNARY.get(operatorOf(tree, node))})`);
        this.one('operand', leftOperand(tree, node), this.load);
        return this.close();
      case Kind.BooleanOperation:
        this.open('BoolOp', node);
        this.write(operatorOf(tree, node) === Operator.And ? ' op=(And)' : ' op=(Or)');
        this.list('values', leftOperand(tree, node), this.load);
        return this.close();
      case Kind.Comparison:
        return this.comparison(node);
      case Kind.Conditional:
        this.open('IfExp', node);
        this.one('test', conditionalTest(tree, node), this.load);
        this.one('body', conditionalBody(tree, node), this.load);
        this.one('orelse', conditionalAlternative(tree, node), this.load);
        return this.close();
      case Kind.Lambda:
        this.open('Lambda', node);
        this.field('args');
        this.parameters(functionParameters(tree, node));
        this.one('body', lambdaBody(tree, node), this.load);
        return this.close();
      case Kind.Await:
        return this.wrapped('Await', node);
      case Kind.Yield:
        return this.wrapped('Yield', node);
      case Kind.YieldFrom:
        return this.wrapped('YieldFrom', node);
      case Kind.NamedExpression:
        this.open('NamedExpr', node);
        this.one('target', firstTarget(tree, node), this.store);
        this.one('value', tree.nextSibling(firstTarget(tree, node)), this.load);
        return this.close();
      case Kind.Set:
        this.open('Set', node);
        this.list('elts', tree.firstChild(node), this.load);
        return this.close();
      case Kind.Dict:
        return this.dict(node);
      case Kind.DictComprehension:
        return this.dictComprehension(node);
      case Kind.Slice:
        this.open('Slice', node);
        this.one('lower', sliceBound(tree, node, 0), this.load);
        this.one('upper', sliceBound(tree, node, 1), this.load);
        this.one('step', sliceBound(tree, node, 2), this.load);
        return this.close();
      default:
        return this.comprehension(COMPREHENSIONS.get(kind) ?? `Unknown${kind}`, node);
    }
  }

  private constant(node: Node, value: string): void {
    this.open('Constant', node);
    this.field('value');
    this.write(value);
    this.close();
  }

  private wrapped(name: string, node: Node): void {
    this.open(name, node);
    this.one('value', valueOf(this.tree, node), this.load);
    this.close();
  }

  private comparison(node: Node): void {
    const { tree } = this;
    const parts = children(tree, node);
    const operators = parts.filter((part) => tree.kind(part) === Kind.ComparisonOperator);
    this.open('Compare', node);
    this.one('left', leftOperand(tree, node), this.load);
    this.texts(
      'ops',
      operators.map((operator) => `(${COMPARISON.get(operatorOf(tree, operator))})`),
    );
    this.field('comparators');
    this.write('[');
    for (const operator of operators) this.expression(tree.nextSibling(operator));
    this.write(']');
    this.close();
  }

  /** Splits arguments into positional ones and keywords. */
  protected arguments(positional: string, first: Node): void {
    const { tree } = this;
    const all: Node[] = [];
    for (let node = first; node !== NONE; node = tree.nextSibling(node)) all.push(node);
    const isKeyword = (node: Node): boolean =>
      tree.kind(node) === Kind.KeywordArgument || tree.kind(node) === Kind.DoubleStarred;
    const values = all.filter((node) => !isKeyword(node));
    const keywords = all.filter(isKeyword);
    this.nodes(positional, values, this.load);
    this.nodes('keywords', keywords, (node) => this.keyword(node));
  }

  private keyword(node: Node): void {
    this.open('keyword', node);
    if (this.tree.kind(node) === Kind.KeywordArgument) this.string('arg', this.tree.nameText(node));
    this.one('value', valueOf(this.tree, node), this.load);
    this.close();
  }

  /** Writes a field with a list of nodes; nothing if there are none. */
  protected nodes(name: string, nodes: readonly Node[], write: (node: Node) => void): void {
    if (nodes.length === 0) return;
    this.field(name);
    this.write('[');
    for (const node of nodes) write(node);
    this.write(']');
  }

  private dict(node: Node): void {
    const { tree } = this;
    const entries = children(tree, node);
    const isPair = (entry: Node): boolean => tree.kind(entry) === Kind.KeyValue;
    this.open('Dict', node);
    this.nodes('keys', entries, (entry) => (isPair(entry) ? this.expression(entryKey(tree, entry)) : this.write('~')));
    this.nodes('values', entries, (entry) =>
      this.expression(isPair(entry) ? entryValue(tree, entry) : valueOf(tree, entry)),
    );
    this.close();
  }

  private comprehension(name: string, node: Node): void {
    const element = comprehensionElement(this.tree, node);
    this.open(name, node);
    this.one('elt', element, this.load);
    this.generators(element);
    this.close();
  }

  private dictComprehension(node: Node): void {
    const { tree } = this;
    const element = comprehensionElement(tree, node);
    this.open('DictComp', node);
    if (tree.kind(element) === Kind.KeyValue) {
      this.one('key', entryKey(tree, element), this.load);
      this.one('value', entryValue(tree, element), this.load);
    } else this.one('key', valueOf(tree, element), this.load);
    this.generators(element);
    this.close();
  }

  private generators(element: Node): void {
    const { tree } = this;
    this.list('generators', tree.nextSibling(element), (clause) => {
      const iterable = iterableOf(tree, clause);
      this.openBare('comprehension');
      this.one('target', firstTarget(tree, clause), this.store);
      this.one('iter', iterable, this.load);
      this.list('ifs', tree.nextSibling(iterable), this.load);
      this.write(isAsync(tree, clause) ? ' is_async=i1' : ' is_async=i0');
      this.close();
    });
  }

  /** Parameters by kind, as CPython sorts them. */
  protected parameters(node: Node): void {
    const { tree } = this;
    const all = children(tree, node);
    const of = (kind: ParameterKind): Node[] => all.filter((parameter) => parameterKind(tree, parameter) === kind);
    const write = (parameter: Node): void => this.parameter(parameter);
    const positional = [...of(ParameterKind.PositionalOnly), ...of(ParameterKind.PositionalOrKeyword)];
    const keywordOnly = of(ParameterKind.KeywordOnly);
    const defaults = positional.map((parameter) => parameterDefault(tree, parameter)).filter((value) => value !== NONE);
    this.openBare('arguments');
    this.nodes('posonlyargs', of(ParameterKind.PositionalOnly), write);
    this.nodes('args', of(ParameterKind.PositionalOrKeyword), write);
    this.one('vararg', of(ParameterKind.VarPositional)[0] ?? NONE, write);
    this.nodes('kwonlyargs', keywordOnly, write);
    this.nodes('kw_defaults', keywordOnly, (parameter) => {
      const value = parameterDefault(tree, parameter);
      if (value === NONE) this.write('~');
      else this.expression(value);
    });
    this.one('kwarg', of(ParameterKind.VarKeyword)[0] ?? NONE, write);
    this.nodes('defaults', defaults, this.load);
    this.close();
  }

  private parameter(node: Node): void {
    const { tree } = this;
    const annotation = parameterAnnotation(tree, node);
    const name = parameterName(tree, node);
    this.openAt('arg', tree.start(name), annotation === NONE ? tree.end(name) : this.outerEnd(node, annotation));
    this.string('arg', tree.nameText(name));
    this.one('annotation', annotation, this.load);
    this.close();
  }

  /** The end of an annotation with the parentheses around it. */
  private outerEnd(node: Node, annotation: Node): number {
    const { tree } = this;
    const value = parameterDefault(tree, node);
    if (value === NONE) return tree.end(node);
    let end = tree.end(annotation);
    for (const match of tree.slice(end, tree.start(value)).matchAll(/#.*|\)|[^#)]/g)) {
      if (match[0] === '=') break;
      if (match[0] === ')') end = tree.end(annotation) + match.index + 1;
    }
    return end;
  }

  /** The names of a list of Name nodes. */
  protected names(field: string, first: Node): void {
    const texts: string[] = [];
    for (let node = first; node !== NONE; node = this.tree.nextSibling(node))
      texts.push(quoted(this.tree.nameText(node)));
    this.texts(field, texts);
  }
}
