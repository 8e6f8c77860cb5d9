import { type Evidence, evidence } from '../../../evidence/evidence.ts';
import { decoratorsOf } from '../../../python/evaluate/decorators.ts';
import { rangeOf } from '../../../python/range-of.ts';
import type { Repository } from '../../../repository/repository.ts';
import {
  callee,
  decoratorExpression,
  definitionName,
  firstArgument,
  Kind,
  NONE,
  type Node,
  parseModule,
  stringValue,
  type Tree,
  valueOf,
} from '../../../syntax/python/index.ts';

/** A function at the top of a module, with what its decorators are called (`app.route`) and what they are given. */
export interface DecoratedFunction {
  readonly name: string;
  readonly definition: Evidence;
  readonly decorators: readonly { readonly name: string; readonly texts: readonly string[] }[];
}

/** The decorated functions at the top of a file; none where it cannot be read. */
export function decoratedFunctions(file: string, repository: Repository): DecoratedFunction[] {
  const content = repository.read(file);
  if (!content.ok || content.bytes.includes(0)) return [];
  const tree = parseModule(content.bytes);
  const found: DecoratedFunction[] = [];
  for (let node = tree.firstChild(tree.root); node !== NONE; node = tree.nextSibling(node)) {
    if (tree.kind(node) !== Kind.FunctionDefinition) continue;
    const decorators = decoratorsOf(tree, node).map((one) => ofExpression(tree, decoratorExpression(tree, one)));
    const label = definitionName(tree, node);
    const name = tree.nameText(label);
    if (decorators.length > 0)
      found.push({ name, definition: evidence({ file, ...rangeOf(tree, label) }, name), decorators });
  }
  return found;
}

function ofExpression(tree: Tree, expression: Node): { name: string; texts: string[] } {
  if (tree.kind(expression) !== Kind.Call) return { name: tree.text(expression), texts: [] };
  const texts: string[] = [];
  for (let argument = firstArgument(tree, expression); argument !== NONE; argument = tree.nextSibling(argument)) {
    const value = tree.kind(argument) === Kind.KeywordArgument ? valueOf(tree, argument) : argument;
    const text = stringValue(tree, value);
    if (text !== undefined) texts.push(text);
  }
  return { name: tree.text(callee(tree, expression)), texts };
}
