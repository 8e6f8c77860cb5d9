import { Kind, NONE, type Node, parseModule, type Tree } from '../../src/syntax/python/index.ts';

/** Lines from `first` to `last`, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Clauses and decorators: parts of a statement that can hold a call of their own. */
const parts: ReadonlySet<Kind> = new Set([Kind.Elif, Kind.MatchCase, Kind.ExceptHandler, Kind.Decorator]);

/** What ends the header of a compound statement or clause. */
const bodies: ReadonlySet<Kind> = new Set([Kind.Block, Kind.MatchCase]);

function headerEnd(tree: Tree, statement: Node): number {
  let end = tree.start(statement);
  for (let child = tree.firstChild(statement); child !== NONE; child = tree.nextSibling(child)) {
    if (bodies.has(tree.kind(child))) return end;
    end = Math.max(end, tree.end(child));
  }
  return tree.end(statement);
}

function rangeOf(tree: Tree, statement: Node): LineRange {
  const first = tree.lineColumn(tree.start(statement)).line;
  return { first, last: tree.lineColumn(headerEnd(tree, statement)).line };
}

/** The lines of every simple statement, every header of a compound one and every decorator. */
function rangesOf(tree: Tree): LineRange[] {
  const ranges: LineRange[] = [];
  for (let node = 1 as Node; node < tree.count; node++) {
    const kind = tree.kind(node);
    if (parts.has(kind)) ranges.push(rangeOf(tree, node));
    if (kind !== Kind.Block && kind !== Kind.Module) continue;
    for (let child = tree.firstChild(node); child !== NONE; child = tree.nextSibling(child)) {
      ranges.push(rangeOf(tree, child));
    }
  }
  return ranges;
}

/**
 * Finds the lines of the statement at a line: what a traceback calls line 3 of a call over lines 2 to 5 is 2 to 5. Of a
 * compound statement only the header counts; statements that share the line are taken together; a line outside every
 * statement stands for itself.
 */
export function statementLines(source: Uint8Array): (line: number) => LineRange {
  const ranges = rangesOf(parseModule(source));
  return (line) => {
    const around = ranges.filter(({ first, last }) => first <= line && line <= last);
    return {
      first: Math.min(line, ...around.map(({ first }) => first)),
      last: Math.max(line, ...around.map(({ last }) => last)),
    };
  };
}
