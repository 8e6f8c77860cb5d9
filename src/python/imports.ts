// https://docs.python.org/3/reference/simple_stmts.html#the-import-statement
import {
  aliasTarget,
  blockOf,
  dottedText,
  firstAlias,
  firstHandler,
  handlerType,
  importedModule,
  importLevel,
  Kind,
  NONE,
  type Node,
  type Tree,
  testOf,
  walk,
} from '../syntax/python/index.ts';
import type { ImportFact } from './module-facts.ts';
import { rangeOf } from './range-of.ts';

/** Every import of a module, in functions too, in the order of the text. */
export function moduleImports(tree: Tree): ImportFact[] {
  const found: ImportFact[] = [];
  let typeOnly = 0;
  let optional = 0;
  let deferred = 0;
  walk(
    tree,
    tree.root,
    (node) => {
      const kind = tree.kind(node);
      if (kind === Kind.Import || kind === Kind.ImportFrom) {
        found.push(
          ...importsOf(tree, node, { typeOnly: typeOnly > 0, optional: optional > 0, deferred: deferred > 0 }),
        );
        return false;
      }
      if (isTypeCheckingBlock(tree, node)) typeOnly++;
      if (isGuardedBlock(tree, node)) optional++;
      if (kind === Kind.FunctionDefinition) deferred++;
      return true;
    },
    (node) => {
      if (isTypeCheckingBlock(tree, node)) typeOnly--;
      if (isGuardedBlock(tree, node)) optional--;
      if (tree.kind(node) === Kind.FunctionDefinition) deferred--;
    },
  );
  return found;
}

type Surroundings = Pick<ImportFact, 'typeOnly' | 'optional' | 'deferred'>;

function importsOf(tree: Tree, statement: Node, around: Surroundings): ImportFact[] {
  const from = tree.kind(statement) === Kind.ImportFrom;
  const named = from ? importedModule(tree, statement) : NONE;
  const shared = { range: rangeOf(tree, statement), text: tree.text(statement), ...around };
  const facts: ImportFact[] = [];
  for (let alias = firstAlias(tree, statement); alias !== NONE; alias = tree.nextSibling(alias)) {
    const target = dottedText(tree, aliasTarget(tree, alias));
    const module = from ? (named === NONE ? '' : dottedText(tree, named)) : target;
    facts.push({ module, level: from ? importLevel(tree, statement) : 0, name: from ? target : null, ...shared });
  }
  return facts;
}

/** The body of `if TYPE_CHECKING:`, which no interpreter runs. */
function isTypeCheckingBlock(tree: Tree, node: Node): boolean {
  if (tree.kind(node) !== Kind.Block) return false;
  const parent = tree.parent(node);
  if (tree.kind(parent) !== Kind.If) return false;
  return /^(typing\.|t\.)?TYPE_CHECKING$/.test(tree.text(testOf(tree, parent)));
}

/**
 * The body of a `try` that catches a failing import, or its handlers, which hold what is imported instead; or a branch
 * that the interpreter's version or platform decides on.
 */
function isGuardedBlock(tree: Tree, node: Node): boolean {
  if (tree.kind(node) !== Kind.Block) return false;
  const parent = tree.parent(node);
  if (dependsOnInterpreter(tree, parent)) return true;
  const statement = tree.kind(parent) === Kind.ExceptHandler ? tree.parent(parent) : parent;
  if (tree.kind(statement) !== Kind.Try) return false;
  if (statement === parent && blockOf(tree, statement) !== node) return false;
  for (let handler = firstHandler(tree, statement); handler !== NONE; handler = tree.nextSibling(handler)) {
    if (tree.kind(handler) !== Kind.ExceptHandler) return false;
    const type = handlerType(tree, handler);
    if (type === NONE || /\b(ImportError|ModuleNotFoundError|Exception)\b/.test(tree.text(type))) return true;
  }
  return false;
}

/** An If that asks for the interpreter's version or platform, or a branch of one. */
function dependsOnInterpreter(tree: Tree, statement: Node): boolean {
  const kind = tree.kind(statement);
  if (kind === Kind.Else) return dependsOnInterpreter(tree, tree.parent(statement));
  if (kind !== Kind.If && kind !== Kind.Elif) return false;
  return /\b(version_info|hexversion|PY[23]|platform)\b/.test(tree.text(testOf(tree, statement)));
}
