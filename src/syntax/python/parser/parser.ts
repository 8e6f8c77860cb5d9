import { isUtf8 } from 'node:buffer';
import { decodeSource } from '../encoding.ts';
import { type Names, processNames } from '../names.ts';
import { Kind } from '../node-kinds.ts';
import { Tree } from '../tree.ts';
import { StatementParser } from './statements.ts';

/** Parses one module at a time; its arrays are used again for the next one. */
class Parser extends StatementParser {
  parse(bytes: Uint8Array, names: Names): Tree {
    const { source, encoding, fault } = decodeSource(bytes);
    this.load(source, names);
    if (fault !== undefined) this.report(0, 0, fault);
    this.malformed = !isUtf8(source);
    this.checkNull(source);
    this.nodeCount = 1;
    this.depth = 0;
    this.height = 0;
    this.tokenize();
    this.rewind(0);
    const first = this.statements(true, false);
    const root = this.node(Kind.Module, 0, source.length, first, 0);
    const tree = this.tree(source, encoding, root);
    this.release();
    this.releaseNodes();
    return tree;
  }

  private checkNull(source: Uint8Array): void {
    const position = source.indexOf(0);
    if (position >= 0) this.report(position, position + 1, 'source code cannot contain null bytes');
  }

  private tree(source: Uint8Array, encoding: string, root: number): Tree {
    const count = this.nodeCount;
    return new Tree({
      source,
      encoding,
      names: this.names,
      root,
      kinds: this.nodeKinds.slice(0, count),
      starts: this.nodeStarts.slice(0, count),
      ends: this.nodeEnds.slice(0, count),
      firstChildren: this.firstChildren.slice(0, count),
      nextSiblings: this.nextSiblings.slice(0, count),
      data: this.nodeData.slice(0, count),
      comments: Int32Array.from(this.comments),
      errors: this.errors.sort((left, right) => left.start - right.start || left.end - right.end),
      features: this.featureUses,
    });
  }
}

const parser = new Parser(processNames);

/**
 * Parses a module from its bytes. It never throws: what Python would refuse is in the tree's `errors`, and the statements
 * around an error are in the tree as if it were not there. Time is linear in the length.
 * Names are interned in `names`: trees whose names are compared must share a table. Without one, a table is used that
 * lives as long as the process; give a run its own to drop them together.
 * https://docs.python.org/3/reference/grammar.html
 */
export function parseModule(bytes: Uint8Array, names: Names = processNames): Tree {
  return parser.parse(bytes, names);
}
