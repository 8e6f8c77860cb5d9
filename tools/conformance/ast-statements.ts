// https://docs.python.org/3/library/ast.html#statements

import {
  aliasName,
  aliasTarget,
  areItemsParenthesized,
  assignedValue,
  assignmentAnnotation,
  blockOf,
  caseGuard,
  children,
  decoratorExpression,
  definitionName,
  dottedText,
  elseOf,
  expressionOf,
  finallyOf,
  firstAlias,
  firstClassArgument,
  firstDecorator,
  firstElif,
  firstHandler,
  firstStatement,
  firstTarget,
  firstWithItem,
  functionParameters,
  functionReturns,
  handlerName,
  handlerType,
  importedModule,
  importLevel,
  isAsync,
  isExceptStar,
  isLazyImport,
  isSimpleAnnotation,
  itemContext,
  itemTarget,
  iterableOf,
  Kind,
  matchSubject,
  NONE,
  type Node,
  operatorOf,
  type PythonVersion,
  parameterAnnotation,
  parameterDefault,
  parameterName,
  patternOf,
  raisedException,
  type Tree,
  testOf,
  typeAliasValue,
  typeParameterKind,
  typeParameters,
} from '../../src/syntax/python/index.ts';
import { BINARY } from './ast-expressions.ts';
import { PatternWriter } from './ast-patterns.ts';
import { isBlock } from './ast-writer.ts';

const TYPE_PARAMETERS = ['TypeVar', 'TypeVarTuple', 'ParamSpec'];

/** Writes statements and modules. */
class StatementWriter extends PatternWriter {
  module(): string {
    this.openBare('Module');
    this.list('body', this.tree.firstChild(this.tree.root), this.statement);
    this.close();
    return this.text;
  }

  private readonly statement = (node: Node): void => {
    const { tree } = this;
    switch (tree.kind(node)) {
      case Kind.FunctionDefinition:
        return this.function(node);
      case Kind.ClassDefinition:
        return this.class(node);
      case Kind.Import:
        return this.import(node);
      case Kind.ImportFrom:
        return this.importFrom(node);
      case Kind.If:
        return this.if(node, firstElif(tree, node), tree.end(node), 'If');
      case Kind.For:
        return this.for(node);
      case Kind.With:
        return this.with(node);
      case Kind.Try:
        return this.try(node);
      case Kind.Match:
        return this.match(node);
      case Kind.While:
        this.open('While', node);
        this.one('test', testOf(tree, node), this.load);
        this.body('body', blockOf(tree, node));
        this.otherwise(node);
        return this.close();
      default:
        return this.simple_(node);
    }
  };

  private simple_(node: Node): void {
    const { tree } = this;
    const first = tree.firstChild(node);
    switch (tree.kind(node)) {
      case Kind.ExpressionStatement:
        return this.valued('Expr', node, 'value', expressionOf(tree, node));
      case Kind.Return:
        return this.valued('Return', node, 'value', expressionOf(tree, node));
      case Kind.Assignment:
        return this.assignment(node);
      case Kind.AugmentedAssignment:
        this.open('AugAssign', node);
        this.one('target', first, this.store);
        this.write(` op=(${BINARY.get(operatorOf(tree, node))})`);
        this.one('value', assignedValue(tree, node), this.load);
        return this.close();
      case Kind.AnnotatedAssignment:
        this.open('AnnAssign', node);
        this.one('target', first, this.store);
        this.one('annotation', assignmentAnnotation(tree, node), this.load);
        this.one('value', assignedValue(tree, node), this.load);
        this.write(isSimpleAnnotation(tree, node) ? ' simple=i1' : ' simple=i0');
        return this.close();
      case Kind.Delete:
        this.open('Delete', node);
        this.list('targets', first, (target) => this.expression(target, 'Del'));
        return this.close();
      case Kind.Raise:
        this.open('Raise', node);
        this.one('exc', raisedException(tree, node), this.load);
        this.one('cause', first === NONE ? NONE : tree.nextSibling(first), this.load);
        return this.close();
      case Kind.Assert:
        this.open('Assert', node);
        this.one('test', testOf(tree, node), this.load);
        this.one('msg', tree.nextSibling(first), this.load);
        return this.close();
      case Kind.Global:
      case Kind.Nonlocal:
        this.open(tree.kind(node) === Kind.Global ? 'Global' : 'Nonlocal', node);
        this.names('names', first);
        return this.close();
      case Kind.TypeAlias:
        this.open('TypeAlias', node);
        this.one('name', definitionName(tree, node), this.store);
        this.typeParameters(node);
        this.one('value', typeAliasValue(tree, node), this.load);
        return this.close();
      case Kind.Pass:
        return this.valued('Pass', node, '', NONE);
      case Kind.Break:
        return this.valued('Break', node, '', NONE);
      default:
        return this.valued(tree.kind(node) === Kind.Continue ? 'Continue' : 'Unknown', node, '', NONE);
    }
  }

  private valued(name: string, node: Node, field: string, value: Node): void {
    this.open(name, node);
    this.one(field, value, this.load);
    this.close();
  }

  private assignment(node: Node): void {
    const parts = children(this.tree, node);
    const value = parts.pop() ?? NONE;
    this.open('Assign', node);
    this.nodes('targets', parts, this.store);
    this.one('value', value, this.load);
    this.close();
  }

  private body(field: string, block: Node): void {
    this.list(field, firstStatement(this.tree, block), this.statement);
  }

  private otherwise(node: Node): void {
    const clause = elseOf(this.tree, node);
    if (clause !== NONE) this.body('orelse', blockOf(this.tree, clause));
  }

  /** An `if`, or an `elif` as the nested `if` that CPython makes of it, which ends where the whole statement does. */
  private if(node: Node, elif: Node, end: number, name: string): void {
    const { tree } = this;
    this.openAt(name, tree.start(node), end);
    this.one('test', testOf(tree, node), this.load);
    this.body('body', blockOf(tree, node));
    if (elif !== NONE && tree.kind(elif) === Kind.Elif) {
      this.write(' orelse=[');
      this.if(elif, tree.nextSibling(elif), end, 'If');
      this.write(']');
    } else if (elif !== NONE) this.body('orelse', blockOf(tree, elif));
    else if (tree.kind(node) === Kind.If) this.otherwise(node);
    this.close();
  }

  private for(node: Node): void {
    const { tree } = this;
    this.open(isAsync(tree, node) ? 'AsyncFor' : 'For', node);
    this.one('target', firstTarget(tree, node), this.store);
    this.one('iter', iterableOf(tree, node), this.load);
    this.body('body', blockOf(tree, node));
    this.otherwise(node);
    this.close();
  }

  private with(node: Node): void {
    const { tree } = this;
    this.open(isAsync(tree, node) ? 'AsyncWith' : 'With', node);
    if (this.minor < 9 && areItemsParenthesized(tree, node)) this.oldItems(node);
    else this.list('items', firstWithItem(tree, node), (item) => this.withItem(item), isBlock);
    this.body('body', blockOf(tree, node));
    this.close();
  }

  /** Before Python 3.9 parentheses with a comma make a tuple, which is the only item. */
  private oldItems(node: Node): void {
    const { tree } = this;
    const items = children(tree, node).filter((child) => tree.kind(child) === Kind.WithItem);
    const last = items.at(-1) ?? NONE;
    const isTuple = items.length > 1 || /^[\s)]*,/.test(tree.slice(tree.end(last), tree.start(blockOf(tree, node))));
    if (!isTuple) {
      this.nodes('items', items, (item) => this.withItem(item));
      return;
    }
    this.write(' items=[(withitem context_expr=(Tuple');
    this.nodes('elts', items, (item) => this.expression(itemContext(tree, item)));
    this.write(' ctx=(Load)))]');
  }

  private withItem(item: Node): void {
    this.openBare('withitem');
    this.one('context_expr', itemContext(this.tree, item), this.load);
    this.one('optional_vars', itemTarget(this.tree, item), this.store);
    this.close();
  }

  private try(node: Node): void {
    const { tree } = this;
    const last = finallyOf(tree, node);
    this.open(isExceptStar(tree, node) ? 'TryStar' : 'Try', node);
    this.body('body', blockOf(tree, node));
    this.list(
      'handlers',
      firstHandler(tree, node),
      (handler) => this.handler(handler),
      (kind) => kind !== Kind.ExceptHandler,
    );
    this.otherwise(node);
    if (last !== NONE) this.body('finalbody', blockOf(tree, last));
    this.close();
  }

  private handler(node: Node): void {
    const { tree } = this;
    const name = handlerName(tree, node);
    this.open('ExceptHandler', node);
    this.one('type', handlerType(tree, node), this.load);
    if (name !== NONE) this.string('name', tree.nameText(name));
    this.body('body', blockOf(tree, node));
    this.close();
  }

  private match(node: Node): void {
    const { tree } = this;
    this.open('Match', node);
    this.one('subject', matchSubject(tree, node), this.load);
    this.list('cases', tree.nextSibling(matchSubject(tree, node)), (part) => {
      this.openBare('match_case');
      this.one('pattern', patternOf(tree, part), this.pattern);
      this.one('guard', caseGuard(tree, part), this.load);
      this.body('body', blockOf(tree, part));
      this.close();
    });
    this.close();
  }

  private function(node: Node): void {
    const { tree } = this;
    this.open(isAsync(tree, node) ? 'AsyncFunctionDef' : 'FunctionDef', node);
    this.string('name', tree.nameText(definitionName(tree, node)));
    this.field('args');
    this.parameters(functionParameters(tree, node));
    this.body('body', blockOf(tree, node));
    this.decorators(node);
    this.one('returns', functionReturns(tree, node), this.load);
    this.typeParameters(node);
    this.close();
  }

  private class(node: Node): void {
    const { tree } = this;
    this.open('ClassDef', node);
    this.string('name', tree.nameText(definitionName(tree, node)));
    this.arguments('bases', firstClassArgument(tree, node));
    this.body('body', blockOf(tree, node));
    this.decorators(node);
    this.typeParameters(node);
    this.close();
  }

  private decorators(node: Node): void {
    const { tree } = this;
    this.list(
      'decorator_list',
      firstDecorator(tree, node),
      (decorator) => this.expression(decoratorExpression(tree, decorator)),
      (kind) => kind !== Kind.Decorator,
    );
  }

  private typeParameters(node: Node): void {
    const { tree } = this;
    const list = typeParameters(tree, node);
    if (list === NONE) return;
    this.list('type_params', tree.firstChild(list), (parameter) => {
      this.open(TYPE_PARAMETERS[typeParameterKind(tree, parameter)]!, parameter);
      this.string('name', tree.nameText(parameterName(tree, parameter)));
      this.one('bound', parameterAnnotation(tree, parameter), this.load);
      this.one('default_value', parameterDefault(tree, parameter), this.load);
      this.close();
    });
  }

  private import(node: Node): void {
    this.open('Import', node);
    this.aliases(node);
  }

  private importFrom(node: Node): void {
    const { tree } = this;
    const module = importedModule(tree, node);
    this.open('ImportFrom', node);
    if (module !== NONE) this.string('module', dottedText(tree, module));
    this.aliases(node);
  }

  private aliases(node: Node): void {
    const { tree } = this;
    this.list('names', firstAlias(tree, node), (alias) => {
      const name = aliasName(tree, alias);
      this.open('alias', alias);
      this.string('name', dottedText(tree, aliasTarget(tree, alias)));
      if (name !== NONE) this.string('asname', tree.nameText(name));
      this.close();
    });
    if (tree.kind(node) === Kind.ImportFrom) this.write(` level=i${importLevel(tree, node).toString(16)}`);
    if (isLazyImport(tree, node)) this.write(' is_lazy=i1');
    this.close();
  }
}

/** A tree in the text form of oracle.py, as a version of Python would make it. */
export function astText(tree: Tree, version: PythonVersion, positions: boolean): string {
  return new StatementWriter(tree, version, positions).module();
}
