// https://docs.python.org/3/reference/compound_stmts.html: which statements let the next one run.
import {
  blockOf,
  caseGuard,
  elseOf,
  finallyOf,
  integerValue,
  itemContext,
  Kind,
  NONE,
  type Node,
  patternOf,
  processNames,
  type Tree,
  testOf,
} from '../../../syntax/python/index.ts';

const names = (...texts: string[]): Set<number> => new Set(texts.map((text) => processNames.idOf(text)));

/** Context managers that keep exceptions from leaving the block, by their last name. */
const swallowing = names('suppress', 'raises', 'assertRaises', 'assertRaisesRegex', 'ignored', 'ExitStack');
/** `sys.exit()`, `os._exit()` */
const exits = names('exit', '_exit', 'abort');
const exiting = names('sys', 'os');

/** What can be said of the flow of a module's statements whatever the name; each answer is computed once. */
export class Completion {
  private readonly tree: Tree;
  private readonly jumps: readonly Node[];
  private readonly blocks = new Map<Node, boolean>();
  private readonly clauses = new Map<Node, number>();
  private owners: Map<Node, Node[]> | undefined;

  /** `jumps` are the Return, Break and Continue statements of the module. */
  constructor(tree: Tree, jumps: readonly Node[]) {
    this.tree = tree;
    this.jumps = jumps;
  }

  /** Whether the end of a Block, or of the Block of a clause, can be reached. */
  completes(clause: Node): boolean {
    const { tree } = this;
    const block = tree.kind(clause) === Kind.Block ? clause : blockOf(tree, clause);
    let known = this.blocks.get(block);
    if (known === undefined) {
      known = true;
      for (let child = tree.firstChild(block); known && child !== NONE; child = tree.nextSibling(child)) {
        known = this.goesOn(child);
      }
      this.blocks.set(block, known);
    }
    return known;
  }

  /** How many ways lead out of an If or a Match, or out of the handlers of a Try; doing nothing is one of them. */
  waysOut(statement: Node): number {
    let known = this.clauses.get(statement);
    if (known === undefined) {
      known = this.countWays(statement);
      this.clauses.set(statement, known);
    }
    return known;
  }

  private countWays(statement: Node): number {
    const { tree } = this;
    let ways = 0;
    let isExhaustive = tree.kind(statement) === Kind.Try;
    for (let clause = tree.firstChild(statement); clause !== NONE; clause = tree.nextSibling(clause)) {
      const kind = tree.kind(clause);
      if (kind === Kind.Else || (kind === Kind.MatchCase && isIrrefutable(tree, clause))) isExhaustive = true;
      if (isAlternative(tree.kind(statement), kind) && this.completes(clause)) ways++;
    }
    return isExhaustive ? ways : ways + 1;
  }

  private goesOn(statement: Node): boolean {
    const { tree } = this;
    switch (tree.kind(statement)) {
      case Kind.Return:
      case Kind.Raise:
      case Kind.Break:
      case Kind.Continue:
        return false;
      case Kind.ExpressionStatement:
        return !isExit(tree, tree.firstChild(statement));
      case Kind.If:
      case Kind.Match:
        return this.waysOut(statement) > 0;
      case Kind.Try:
        return this.tryGoesOn(statement);
      case Kind.With:
        return this.completes(statement) || this.swallows(statement);
      case Kind.While:
        return this.hasBreak(statement) || (!isEndless(tree, statement) && this.elseGoesOn(statement));
      case Kind.For:
        return this.hasBreak(statement) || this.elseGoesOn(statement);
      default:
        return true;
    }
  }

  private tryGoesOn(statement: Node): boolean {
    const last = finallyOf(this.tree, statement);
    if (last !== NONE && !this.completes(last)) return false;
    return this.waysOut(statement) > 0 || (this.completes(statement) && this.elseGoesOn(statement));
  }

  private elseGoesOn(statement: Node): boolean {
    const clause = elseOf(this.tree, statement);
    return clause === NONE || this.completes(clause);
  }

  private hasBreak(loop: Node): boolean {
    return this.jumpsOf(loop).some((jump) => this.tree.kind(jump) === Kind.Break);
  }

  /** Whether an exception in the block of a With can end there. */
  swallows(statement: Node): boolean {
    const { tree } = this;
    for (let item = tree.firstChild(statement); tree.kind(item) === Kind.WithItem; item = tree.nextSibling(item)) {
      const context = itemContext(tree, item);
      if (tree.kind(context) === Kind.Call && swallowing.has(tree.name(tree.firstChild(context)))) return true;
    }
    return false;
  }

  /** The Break and Continue statements of a loop, the Return statements of a function. */
  jumpsOf(owner: Node): readonly Node[] {
    if (this.owners === undefined) {
      this.owners = new Map();
      for (const jump of this.jumps) {
        const found = ownerOf(this.tree, jump);
        const list = this.owners.get(found);
        if (list === undefined) this.owners.set(found, [jump]);
        else list.push(jump);
      }
    }
    return this.owners.get(owner) ?? [];
  }
}

/** Whether a While has a test that never fails. */
export function isEndless(tree: Tree, loop: Node): boolean {
  const test = testOf(tree, loop);
  return tree.kind(test) === Kind.True || (integerValue(tree, test) ?? 0n) !== 0n;
}

function isAlternative(statement: Kind, clause: Kind): boolean {
  if (statement === Kind.Try) return clause === Kind.ExceptHandler;
  return clause === Kind.Block || clause === Kind.Elif || clause === Kind.Else || clause === Kind.MatchCase;
}

function isIrrefutable(tree: Tree, clause: Node): boolean {
  const kind = tree.kind(patternOf(tree, clause));
  return caseGuard(tree, clause) === NONE && (kind === Kind.PatternWildcard || kind === Kind.PatternCapture);
}

function isExit(tree: Tree, expression: Node): boolean {
  if (tree.kind(expression) !== Kind.Call) return false;
  const callee = tree.firstChild(expression);
  if (tree.kind(callee) !== Kind.Attribute || !exits.has(tree.name(callee))) return false;
  const object = tree.firstChild(callee);
  return tree.kind(object) === Kind.Name && exiting.has(tree.name(object));
}

/** The loop or function that a jump leaves or goes on with; `NONE` where there is none. */
function ownerOf(tree: Tree, jump: Node): Node {
  const isReturn = tree.kind(jump) === Kind.Return;
  let child = jump;
  for (let parent = tree.parent(child); parent !== NONE; child = parent, parent = tree.parent(parent)) {
    const kind = tree.kind(parent);
    if (kind === Kind.FunctionDefinition) return isReturn ? parent : NONE;
    if (kind === Kind.ClassDefinition) return NONE;
    const isLoop = kind === Kind.For || kind === Kind.While;
    if (isLoop && !isReturn && tree.kind(child) === Kind.Block) return parent; // the `else` belongs to the loop around
  }
  return NONE;
}
