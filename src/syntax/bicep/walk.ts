import type { BicepFile, Expression, ObjectExpression, Statement, StringExpression } from './nodes.ts';

/** The expressions that stand directly in an expression, in the order written; those of nested resources too. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'string':
      return node.parts.flatMap((part) => (part.kind === 'interpolation' ? [part.expression] : []));
    case 'property':
    case 'nested':
      return [node.object];
    case 'index':
      return [node.object, node.index];
    case 'call':
      return node.object ? [node.object, ...node.arguments] : node.arguments;
    case 'array':
      return node.items;
    case 'spread':
      return [node.value];
    case 'object':
      return inOrder(node);
    case 'for':
      return [node.collection, node.body];
    case 'if':
      return [node.condition, node.body];
    case 'ternary':
      return [node.condition, node.whenTrue, node.whenFalse];
    case 'binary':
      return [node.left, node.right];
    case 'unary':
      return [node.operand];
    case 'parentheses':
      return [node.inner];
    case 'lambda':
      return [node.body];
    case 'literal':
    case 'variable':
    case 'broken':
      return [];
  }
}

function inOrder(node: ObjectExpression): Expression[] {
  const entries = node.entries.flatMap(({ key, value }) => (key.kind === 'string' ? [key, value] : [value]));
  const nested = node.resources.flatMap((resource) => expressionsOf(resource));
  return [...entries, ...nested, ...node.spreads].sort((a, b) => a.start - b.start);
}

/** The expressions of a statement, in the order written: decorators' arguments, its texts, values and body. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  const decorators = statement.decorators.flatMap((decorator) => decorator.arguments);
  return [...decorators, ...ownExpressions(statement)];
}

function ownExpressions(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'resource':
      return [...present(statement.type), statement.body];
    case 'module':
    case 'test':
      return [...present(statement.path), statement.body];
    case 'import':
      return [statement.path];
    case 'extension':
    case 'extension-config':
      return present(statement.config);
    case 'using':
    case 'extends':
      return [...present(statement.path), ...present(statement.config)];
    case 'parameter':
      return present(statement.value);
    case 'type':
      return [];
    default:
      return [statement.value];
  }
}

function present(node: Expression | StringExpression | null): Expression[] {
  return node === null ? [] : [node];
}

/** The object that begins at an offset; undefined where none does. */
export function objectAt(file: BicepFile, offset: number): ObjectExpression | undefined {
  const open: Expression[] = file.statements.flatMap((statement) => [...expressionsOf(statement)]);
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'object' && node.start === offset) return node;
    if (node.start <= offset && node.end > offset) open.push(...partsOf(node));
  }
  return undefined;
}
