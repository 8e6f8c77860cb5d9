import type { Place } from '../../evidence/place.ts';
import {
  assignedValue,
  blockOf,
  callee,
  definitionName,
  firstTarget,
  Kind,
  type NameId,
  NONE,
  type Node,
  objectOf,
  parseModule,
  type Tree,
} from '../../syntax/python/index.ts';

/** A setup script as a tree, with what its names are bound to. */
export class SetupModule {
  readonly file: string;
  readonly tree: Tree;
  /** The values assigned to each name, anywhere in the module, and what it is changed by (`+=`, `.append(…)`). */
  readonly assigned: ReadonlyMap<NameId, readonly Node[]>;
  readonly changed: ReadonlyMap<NameId, readonly Node[]>;
  /** The bodies of functions and methods, by name. */
  readonly functions: ReadonlyMap<NameId, readonly Node[]>;
  /** Calls of `setup`, however it is imported. */
  readonly setupCalls: readonly Node[];

  constructor(file: string, text: string) {
    this.file = file;
    this.tree = parseModule(new TextEncoder().encode(text));
    const { assigned, changed, functions, setupCalls } = collect(this.tree);
    this.assigned = assigned;
    this.changed = changed;
    this.functions = functions;
    this.setupCalls = setupCalls;
  }

  /** The place of a node. */
  place(node: Node): Place {
    return this.range(this.tree.start(node), this.tree.end(node));
  }

  /** The place between two byte offsets. */
  range(start: number, end: number): Place {
    const { line, column } = this.tree.lineColumn(start);
    const last = this.tree.lineColumn(end);
    return { file: this.file, line, column, endLine: last.line, endColumn: last.column };
  }
}

const changing = new Set(['append', 'extend', 'insert', 'update', 'remove', 'pop', 'setdefault', 'clear']);

interface Collected {
  readonly assigned: Map<NameId, Node[]>;
  readonly changed: Map<NameId, Node[]>;
  readonly functions: Map<NameId, Node[]>;
  readonly setupCalls: Node[];
}

function collect(tree: Tree): Collected {
  const collected: Collected = { assigned: new Map(), changed: new Map(), functions: new Map(), setupCalls: [] };
  for (let node = 1 as Node; node < tree.count; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.Assignment || kind === Kind.AnnotatedAssignment || kind === Kind.AugmentedAssignment)
      noteAssignment(tree, node, collected);
    else if (kind === Kind.Call) noteCall(tree, node, collected);
    else if (kind === Kind.FunctionDefinition)
      note(collected.functions, tree.name(definitionName(tree, node)), blockOf(tree, node));
  }
  return collected;
}

/** `name = value` binds; `name += value` and `name[key] = value` change. */
function noteAssignment(tree: Tree, node: Node, { assigned, changed }: Collected): void {
  const target = firstTarget(tree, node);
  const value = assignedValue(tree, node);
  if (tree.kind(target) === Kind.Subscript) note(changed, tree.name(objectOf(tree, target)), node);
  else if (tree.kind(target) !== Kind.Name || value === NONE) return;
  else note(tree.kind(node) === Kind.AugmentedAssignment ? changed : assigned, tree.name(target), value);
}

function noteCall(tree: Tree, node: Node, { changed, setupCalls }: Collected): void {
  const called = callee(tree, node);
  const name = tree.nameText(called);
  if (name === 'setup') setupCalls.push(node);
  else if (tree.kind(called) === Kind.Attribute && changing.has(name))
    note(changed, tree.name(objectOf(tree, called)), node);
}

function note(map: Map<NameId, Node[]>, name: NameId, node: Node): void {
  const found = map.get(name);
  if (found === undefined) map.set(name, [node]);
  else found.push(node);
}
