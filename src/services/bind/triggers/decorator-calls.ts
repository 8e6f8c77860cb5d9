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

/** A decorator of a function: as it is written, and the texts that it is given. */
export interface DecoratorCall {
  /** `app.queue_trigger`. */
  readonly path: string;
  readonly place: Place;
  /** Positional arguments that are texts. */
  readonly texts: readonly string[];
  /** Keyword arguments that are texts. */
  readonly arguments: ReadonlyMap<string, string>;
}

type OfFile = ReadonlyMap<string, readonly DecoratorCall[]>;
const read = new WeakMap<Repository, Map<string, OfFile>>();

/** The decorators of a function at the top of a file; none where it is not there. */
export function decoratorCalls(file: string, name: string, repository: Repository): readonly DecoratorCall[] {
  return inFile(file, repository).get(name) ?? [];
}

/** The decorated functions at the top of a file. */
export function decoratedIn(file: string, repository: Repository): string[] {
  return [...inFile(file, repository)].flatMap(([name, calls]) => (calls.length > 0 ? [name] : []));
}

/** A file is parsed once. */
function inFile(file: string, repository: Repository): OfFile {
  let files = read.get(repository);
  if (files === undefined) read.set(repository, (files = new Map()));
  let functions = files.get(file);
  if (functions === undefined) files.set(file, (functions = functionsOf(file, repository)));
  return functions;
}

function functionsOf(file: string, repository: Repository): OfFile {
  const content = repository.read(file);
  if (!content.ok || content.bytes.includes(0)) return new Map();
  const tree = parseModule(content.bytes);
  const found = new Map<string, DecoratorCall[]>();
  for (let node = tree.firstChild(tree.root); node !== NONE; node = tree.nextSibling(node)) {
    if (tree.kind(node) !== Kind.FunctionDefinition) continue;
    const calls = decoratorsOf(tree, node).map((one) => callOf(tree, decoratorExpression(tree, one), file));
    found.set(tree.nameText(definitionName(tree, node)), calls);
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
