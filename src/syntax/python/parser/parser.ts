import { isUtf8 } from 'node:buffer';
import { decodeSource } from '../encoding.ts';
import { type NameId, type Names, processNames } from '../names.ts';
import { Kind, NONE, type Node } from '../node-kinds.ts';
import { Tree } from '../tree.ts';
import { distinctFaults } from './distinct-faults.ts';
import { QuoteRepairParser } from './quote-repair.ts';

/** Numbers of a node that are kept in 32 bits each. */
const WORDS = 5;

/** https://docs.python.org/3/library/__future__.html */
const FUTURES: ReadonlySet<string> = new Set(
  [
    'nested_scopes generators division absolute_import with_statement print_function unicode_literals',
    'barry_as_FLUFL generator_stop annotations',
  ]
    .join(' ')
    .split(' '),
);

/** Parses one module at a time; its arrays are used again for the next one. */
class Parser extends QuoteRepairParser {
  /** How many of the errors are those of the tokenizer, which come first. */
  private tokenErrors = 0;

  parse(bytes: Uint8Array, names: Names): Tree {
    const { source, encoding, fault } = decodeSource(bytes);
    this.load(source, names);
    this.malformed = !isUtf8(source);
    const first = this.parseRepaired();
    if (fault !== undefined) this.report(0, 0, fault);
    this.checkNull(source);
    this.noteUnknownFutures(first);
    const root = this.node(Kind.Module, 0, source.length, first, 0);
    const tree = this.tree(source, encoding, root);
    this.release();
    this.releaseNodes();
    return tree;
  }

  protected override parseOnce(): Node {
    this.clear();
    this.nodeCount = 1;
    this.depth = 0;
    this.height = 0;
    this.openTriple = -1;
    this.definitionToken = -1;
    this.hasSuspectTriple = false;
    this.tokenize();
    this.tokenErrors = this.errors.length;
    this.rewind(0);
    return this.statements(true, false);
  }

  /** Python 3.14 refuses an unknown feature in the future statements at the start of a module. */
  private noteUnknownFutures(first: Node): void {
    let statement = first as number;
    if (this.nodeKinds[statement] === Kind.ExpressionStatement) {
      if (this.nodeKinds[this.firstChildren[statement]!] !== Kind.String) return;
      statement = this.nextSiblings[statement]!;
    }
    for (; this.nodeKinds[statement] === Kind.ImportFrom; statement = this.nextSiblings[statement]!) {
      const module = this.firstChildren[statement]!;
      const isFuture = this.nodeKinds[module] === Kind.DottedName && this.text(module) === '__future__';
      if (!isFuture) return;
      for (let alias = this.nextSiblings[module]!; alias !== NONE; alias = this.nextSiblings[alias]!) {
        const name = this.firstChildren[alias]!;
        if (!FUTURES.has(this.text(name))) this.uses('unknownFuture', this.nodeStarts[name]!);
      }
    }
  }

  private text(node: number): string {
    return this.names.text(
      this.nodeData[this.nodeKinds[node] === Kind.Name ? node : this.firstChildren[node]!]! as NameId,
    );
  }

  private checkNull(source: Uint8Array): void {
    const position = source.indexOf(0);
    if (position >= 0) this.report(position, position + 1, 'source code cannot contain null bytes');
  }

  private tree(source: Uint8Array, encoding: string, root: number): Tree {
    const count = this.nodeCount;
    // One buffer for all: the collector sees one object for a tree.
    const buffer = new ArrayBuffer(count * (WORDS * Int32Array.BYTES_PER_ELEMENT + 1));
    const words = (index: number, from: Int32Array): Int32Array => {
      const array = new Int32Array(buffer, index * count * Int32Array.BYTES_PER_ELEMENT, count);
      array.set(from.subarray(0, count));
      return array;
    };
    const kinds = new Uint8Array(buffer, WORDS * count * Int32Array.BYTES_PER_ELEMENT, count);
    kinds.set(this.nodeKinds.subarray(0, count));
    return new Tree({
      source,
      encoding,
      names: this.names,
      root,
      kinds,
      starts: words(0, this.nodeStarts),
      ends: words(1, this.nodeEnds),
      firstChildren: words(2, this.firstChildren),
      nextSiblings: words(3, this.nextSiblings),
      data: words(4, this.nodeData),
      comments: this.comments.slice(0, this.commentWords),
      errors: distinctFaults(this.errors, this.tokenErrors, source),
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
