import { type Evidence, evidence } from '../../../evidence/evidence.ts';
import type { Place } from '../../../evidence/place.ts';
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

/** A function at the top of a module, with its decorators. */
export interface DecoratedFunction {
  readonly name: string;
  readonly definition: Evidence;
  readonly decorators: readonly DecoratorCall[];
}

/** A decorator: as it is written, and the texts that it is given. */
export interface DecoratorCall {
  /** `app.queue_trigger`. */
  readonly path: string;
  readonly place: Place;
  /** Positional arguments that are texts. */
  readonly texts: readonly string[];
  /** Keyword arguments that are texts. */
  readonly arguments: ReadonlyMap<string, string>;
}

const read = new WeakMap<Repository, Map<string, readonly DecoratedFunction[]>>();

/** The decorated functions at the top of a file, which is parsed once; none where it cannot be read. */
export function decoratedFunctions(file: string, repository: Repository): readonly DecoratedFunction[] {
  let files = read.get(repository);
  if (files === undefined) read.set(repository, (files = new Map()));
  let functions = files.get(file);
  if (functions === undefined) files.set(file, (functions = functionsOf(file, repository)));
  return functions;
}

function functionsOf(file: string, repository: Repository): DecoratedFunction[] {
  const content = repository.read(file);
  if (!content.ok || content.bytes.includes(0)) return [];
  const tree = parseModule(content.bytes);
  const found: DecoratedFunction[] = [];
  for (let node = tree.firstChild(tree.root); node !== NONE; node = tree.nextSibling(node)) {
    if (tree.kind(node) !== Kind.FunctionDefinition) continue;
    const decorators = decoratorsOf(tree, node).map((one) => callOf(tree, decoratorExpression(tree, one), file));
    const label = definitionName(tree, node);
    const name = tree.nameText(label);
    if (decorators.length > 0)
      found.push({ name, definition: evidence({ file, ...rangeOf(tree, label) }, name), decorators });
  }
  return found;
}

function callOf(tree: Tree, expression: Node, file: string): DecoratorCall {
  const place = { file, ...rangeOf(tree, expression) };
  if (tree.kind(expression) !== Kind.Call)
    return { path: tree.text(expression), place, texts: [], arguments: new Map() };
  const texts: string[] = [];
  const named = new Map<string, string>();
  for (let argument = firstArgument(tree, expression); argument !== NONE; argument = tree.nextSibling(argument)) {
    const isNamed = tree.kind(argument) === Kind.KeywordArgument;
    const text = stringValue(tree, isNamed ? valueOf(tree, argument) : argument);
    if (text === undefined) continue;
    if (isNamed) named.set(tree.nameText(argument), text);
    else texts.push(text);
  }
  return { path: tree.text(callee(tree, expression)), place, texts, arguments: named };
}
