import type { Expression, TemplatePart } from './nodes.ts';

/** The expressions that stand directly in an expression, in the order written. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'template':
      return node.parts.flatMap(expressionsIn);
    case 'attribute-of':
      return [node.object];
    case 'index':
      return [node.object, node.index];
    case 'splat':
      return [node.source, node.each];
    case 'call':
      return node.arguments;
    case 'tuple':
      return node.items;
    case 'object':
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case 'for-expression':
      return [node.collection, node.key, node.value, node.condition].filter((part) => part !== null);
    case 'conditional':
      return [node.condition, node.whenTrue, node.whenFalse];
    case 'binary':
      return [node.left, node.right];
    case 'unary':
      return [node.operand];
    case 'parentheses':
      return [node.inner];
    case 'literal':
    case 'variable':
    case 'item':
    case 'broken':
      return [];
  }
}

function expressionsIn(part: TemplatePart): Expression[] {
  if (part.kind === 'text') return [];
  if (part.kind === 'interpolation') return [part.expression];
  if (part.kind === 'if')
    return [part.condition, ...part.whenTrue.flatMap(expressionsIn), ...part.whenFalse.flatMap(expressionsIn)];
  return [part.collection, ...part.parts.flatMap(expressionsIn)];
}

/** The text of a template without interpolation; undefined for any other expression. */
export function literalText(node: Expression): string | undefined {
  if (node.kind === 'parentheses') return literalText(node.inner);
  if (node.kind !== 'template') return undefined;
  const texts = node.parts.map((part) => (part.kind === 'text' ? part.text : undefined));
  return texts.includes(undefined) ? undefined : texts.join('');
}

/** The names of a reference such as `aws_sqs_queue.jobs.arn`; undefined where the expression is no plain one. */
export function referencePath(node: Expression): string[] | undefined {
  if (node.kind === 'variable') return [node.name];
  if (node.kind !== 'attribute-of') return undefined;
  const outer = referencePath(node.object);
  return outer && [...outer, node.name];
}
