// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html: a queue's messages are the `Records` of one event.
import { rangeOf } from '../../python/range-of.ts';
import type { BatchUse } from '../../steps/code.ts';
import { mayFail } from '../../steps/may-fail.ts';
import {
  assignedValue,
  blockOf,
  callee,
  definitionName,
  firstArgument,
  firstTarget,
  functionParameters,
  iterableOf,
  Kind,
  NONE,
  type Node,
  objectOf,
  parameterName,
  stringValue,
  subscriptIndex,
  type Tree,
  walk,
} from '../../syntax/python/index.ts';
import type { CodeFile } from './file-calls.ts';
import { endsEveryError } from './file-handlers.ts';
import { scopeAround } from './names.ts';

/** How far a batch is followed from function to function. */
const deepest = 3;

/** What a function at the top of a file does with the messages of its event; undefined where it is not there. */
export function batchUse(file: CodeFile, name: string): BatchUse | undefined {
  const definition = functionNamed(file.tree, name);
  return definition === undefined ? undefined : useIn(file, definition, 0, 'event', deepest);
}

/** What a function is handed at a place among its arguments. */
type Handed = 'event' | 'records';

function useIn(file: CodeFile, definition: Node, position: number, handed: Handed, left: number): BatchUse {
  const { tree } = file;
  const batch = new Batch(file, definition, position, handed);
  const told = (kind: BatchUse['kind'], node: Node): BatchUse => ({
    kind,
    place: file.placeOf(rangeOf(tree, node)),
    text: tree.text(node).split('\n', 1)[0] ?? '',
  });
  const [loop] = batch.loops;
  if (loop !== undefined) return told(batch.deletes ? 'deletes' : effectOf(file, definition, batch.loops), loop);
  for (const { call, position: at, handed: what } of batch.passed) {
    const called = callee(tree, call);
    const next = tree.kind(called) === Kind.Name ? functionNamed(tree, tree.nameText(called)) : undefined;
    if (next === undefined || left === 0) return told('unseen', call);
    const use = useIn(file, next, at, what, left - 1);
    return use.kind === 'each' && isCaught(tree, call, definition) ? told('caught', call) : use;
  }
  const [first] = batch.firsts;
  if (batch.others) return told('unseen', definition);
  return first === undefined ? told('whole', definition) : told('first', first);
}

/** Whether an error of one message ends the loops over them. */
function effectOf(file: CodeFile, definition: Node, loops: readonly Node[]): BatchUse['kind'] {
  const fails = loops.flatMap((loop) => failuresIn(file, loop, deepest));
  if (fails.length === 0) return 'harmless';
  return fails.some((node) => !isCaught(file.tree, node, definition)) ? 'each' : 'caught';
}

/** What may raise below a node: `raise`, calls that may fail, and calls of functions of the file in which something does. */
function failuresIn(file: CodeFile, node: Node, left: number): Node[] {
  const { tree, names } = file;
  const found: Node[] = [];
  walk(tree, node, (one) => {
    const kind = tree.kind(one);
    if (kind === Kind.Raise) found.push(one);
    if (kind !== Kind.Call) return;
    const called = callee(tree, one);
    const own = tree.kind(called) === Kind.Name ? functionNamed(tree, tree.nameText(called)) : undefined;
    const isHarmless =
      own === undefined || left === 0
        ? !mayFail(names.path(called))
        : failuresIn(file, blockOf(tree, own), left - 1).every((inner) => isCaught(tree, inner, own));
    if (!isHarmless) found.push(one);
  });
  return found;
}

/** True where a `try` of its function, whose clauses end every error, is around a node; what stands in a clause is its answer. */
function isCaught(tree: Tree, node: Node, definition: Node): boolean {
  for (let parent = tree.parent(node); parent !== NONE && parent !== definition; parent = tree.parent(parent)) {
    if (tree.kind(parent) === Kind.Try && endsEveryError(tree, parent)) return true;
  }
  return false;
}

function functionNamed(tree: Tree, name: string): Node | undefined {
  let found: Node | undefined;
  walk(tree, tree.root, (node) => {
    if (tree.kind(node) !== Kind.FunctionDefinition || scopeAround(tree, node) !== tree.root) return;
    if (tree.nameText(definitionName(tree, node)) === name) found = node;
  });
  return found;
}

/** Where a function speaks of the batch that it is handed. */
class Batch {
  /** Loops over the messages: statements, and whole comprehensions. */
  readonly loops: Node[] = [];
  /** A single message, by its number. */
  readonly firsts: Node[] = [];
  readonly passed: { readonly call: Node; readonly position: number; readonly handed: Handed }[] = [];
  /** It does something else with the messages. */
  others = false;
  deletes = false;
  private readonly tree: Tree;
  private readonly events = new Set<string>();
  private readonly records = new Set<string>();

  constructor(file: CodeFile, definition: Node, position: number, handed: Handed) {
    const { tree } = file;
    this.tree = tree;
    let parameter = tree.firstChild(functionParameters(tree, definition));
    for (let at = 0; at < position && parameter !== NONE; at++) parameter = tree.nextSibling(parameter);
    if (parameter === NONE) return;
    (handed === 'event' ? this.events : this.records).add(tree.nameText(parameterName(tree, parameter)));
    walk(tree, blockOf(tree, definition), (node) => this.look(file, node));
  }

  private look({ names }: CodeFile, node: Node): void {
    const { tree } = this;
    const kind = tree.kind(node);
    if (kind === Kind.Assignment || kind === Kind.NamedExpression) this.alias(node);
    if (kind === Kind.Call && /\.delete_message(_batch)?$/.test(names.path(callee(tree, node)))) this.deletes = true;
    if (this.isEvent(node)) this.hand(names, node, 'event');
    else if (this.isRecords(node) && tree.kind(tree.parent(node)) !== Kind.Assignment) this.use(names, node);
  }

  private alias(node: Node): void {
    const { tree } = this;
    const [target, value] = [firstTarget(tree, node), assignedValue(tree, node)];
    if (tree.kind(target) !== Kind.Name || value === NONE) return;
    if (this.isRecords(value)) this.records.add(tree.nameText(target));
    else if (this.isEvent(value)) this.events.add(tree.nameText(target));
  }

  /** What is done with the messages. */
  private use(names: CodeFile['names'], node: Node): void {
    const { tree } = this;
    const loop = this.loopOver(node);
    const parent = tree.parent(node);
    if (loop !== undefined) this.loops.push(loop);
    else if (tree.kind(parent) === Kind.Subscript && objectOf(tree, parent) === node) {
      if (tree.kind(subscriptIndex(tree, parent)) === Kind.Integer) this.firsts.push(parent);
      else this.others = true;
    } else this.hand(names, node, 'records');
  }

  /** The loop whose messages stand in what it goes through: `for r in enumerate(event["Records"])`. */
  private loopOver(node: Node): Node | undefined {
    const { tree } = this;
    let inner = node;
    for (let parent = tree.parent(node); parent !== NONE; parent = tree.parent(parent)) {
      const kind = tree.kind(parent);
      if (kind === Kind.For || kind === Kind.ComprehensionFor) {
        if (iterableOf(tree, parent) !== inner) return undefined;
        return kind === Kind.For ? parent : tree.parent(parent);
      }
      if (kind === Kind.Block) return undefined;
      inner = parent;
    }
    return undefined;
  }

  /** An event or its messages as a whole, given to a call. */
  private hand(names: CodeFile['names'], node: Node, handed: Handed): void {
    const { tree } = this;
    const parent = tree.parent(node);
    if (tree.kind(parent) === Kind.KeywordArgument || tree.kind(parent) === Kind.Starred) this.others = true;
    if (tree.kind(parent) !== Kind.Call || callee(tree, parent) === node) return;
    if (!mayFail(names.path(callee(tree, parent)))) return;
    let position = 0;
    for (let one = firstArgument(tree, parent); one !== NONE && one !== node; one = tree.nextSibling(one)) position++;
    this.passed.push({ call: parent, position, handed });
  }

  private isEvent(node: Node): boolean {
    const { tree } = this;
    return tree.kind(node) === Kind.Name && this.events.has(tree.nameText(node));
  }

  private isRecords(node: Node): boolean {
    const { tree } = this;
    switch (tree.kind(node)) {
      case Kind.Name:
        return this.records.has(tree.nameText(node));
      case Kind.Attribute:
        return /^[rR]ecords$/.test(tree.nameText(node)) && this.isEvent(objectOf(tree, node));
      case Kind.Subscript:
        return stringValue(tree, subscriptIndex(tree, node)) === 'Records' && this.isEvent(objectOf(tree, node));
      case Kind.Call: {
        const called = callee(tree, node);
        const isGet = tree.kind(called) === Kind.Attribute && tree.nameText(called) === 'get';
        return (
          isGet && this.isEvent(objectOf(tree, called)) && stringValue(tree, firstArgument(tree, node)) === 'Records'
        );
      }
      default:
        return false;
    }
  }
}
