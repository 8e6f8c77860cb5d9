import type { DataNode, DataTree, Entry, PathStep, ScalarNode } from '../data-tree.ts';
import { applyEdits, type DataValue, type TextEdit } from '../edit.ts';
import { ownEntry } from './reach.ts';

/** What an edit is to do at its path. */
export type Change =
  | { readonly kind: 'set'; readonly value: DataValue }
  | { readonly kind: 'insert'; readonly index: number; readonly value: DataValue }
  | { readonly kind: 'remove' };

/**
 * The edits, if the text that they make reads as the tree with the change and nothing else; undefined if not. So an
 * edit that a language understands in another way than meant never reaches a file.
 */
export function readBack(
  tree: DataTree,
  edits: readonly TextEdit[] | undefined,
  read: (text: string) => DataTree,
  document: number,
  path: readonly PathStep[],
  change: Change,
): TextEdit[] | undefined {
  if (edits === undefined) return undefined;
  const after = read(applyEdits(tree.text, edits));
  if (after.faults.length > tree.faults.length) return undefined;
  const count = Math.max(tree.documents.length, document + 1);
  if (change.kind === 'remove' && isOnlyEntry(tree, path) && after.documents.length === 0) return [...edits];
  if (after.documents.length !== count) return undefined;
  for (let index = 0; index < count; index++) {
    const before = tree.documents[index];
    const now = after.documents[index];
    if (!(index === document ? isChanged(before, now, path, change) : isSame(before, now))) return undefined;
  }
  return [...edits];
}

/** True for the one entry of a file: without it, there is no document (TOML, INI, environment files). */
function isOnlyEntry(tree: DataTree, path: readonly PathStep[]): boolean {
  const [root] = tree.documents;
  return path.length === 1 && tree.documents.length === 1 && root?.kind === 'mapping' && root.entries.length === 1;
}

/** True if the two are alike but for their places and the styles of their scalars. */
export function isSame(a: DataNode | undefined, b: DataNode | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.tag !== b.tag || a.anchor !== b.anchor) return false;
  if (a.kind === 'scalar') return b.kind === 'scalar' && isSameScalar(a, b);
  if (a.kind === 'alias') return b.kind === 'alias' && a.name === b.name;
  if (a.kind === 'sequence') return b.kind === 'sequence' && areSame(a.items, b.items);
  return b.kind === 'mapping' && areSameEntries(a.entries, b.entries);
}

/** A block scalar that ended the file without a line break gets one when something is written behind it. */
function isSameScalar(a: ScalarNode, b: ScalarNode): boolean {
  if (Object.is(a.value, b.value) && a.text === b.text) return true;
  return isBlock(a) && isBlock(b) && (a.text === `${b.text}\n` || `${a.text}\n` === b.text);
}

function isBlock({ style }: ScalarNode): boolean {
  return style === 'literal' || style === 'folded';
}

function areSame(a: readonly DataNode[], b: readonly DataNode[]): boolean {
  return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
}

function areSameEntries(a: readonly Entry[], b: readonly Entry[]): boolean {
  return (
    a.length === b.length &&
    a.every((entry, index) => isSame(entry.key, b[index]?.key) && isSame(entry.value, b[index]?.value))
  );
}

/** True if a node stands for a value. */
export function standsFor(node: DataNode | undefined, value: DataValue): boolean {
  if (node === undefined || node.kind === 'alias') return false;
  if (typeof value !== 'object' || value === null) return node.kind === 'scalar' && isEqual(node.value, value);
  if (isList(value)) {
    return (
      node.kind === 'sequence' &&
      node.items.length === value.length &&
      value.every((item, index) => standsFor(node.items[index], item))
    );
  }
  const names = Object.keys(value);
  return (
    node.kind === 'mapping' &&
    node.entries.length === names.length &&
    names.every((name) => standsFor(ownEntry(node, name)?.value, value[name] ?? null))
  );
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

/** True for a list, false for a mapping of a `DataValue`. */
export function isList(value: DataValue): value is readonly DataValue[] {
  return Array.isArray(value);
}

/** `value`, wrapped in the mappings that a path of keys asks for; undefined where the path has an index. */
export function wrapped(path: readonly PathStep[], value: DataValue): DataValue | undefined {
  let outer: DataValue = value;
  for (const step of [...path].reverse()) {
    if (typeof step === 'number') return undefined;
    outer = { [step]: outer };
  }
  return outer;
}

function isChanged(
  before: DataNode | undefined,
  after: DataNode | undefined,
  path: readonly PathStep[],
  change: Change,
): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return isChangedHere(before, after, change);
  if (change.kind === 'set' && (before === undefined || (before.kind === 'scalar' && before.value === null))) {
    const value = wrapped(path, change.value);
    return value !== undefined && standsFor(after, value);
  }
  if (before?.kind !== after?.kind || before?.tag !== after?.tag || before?.anchor !== after?.anchor) return false;
  const last = rest.length === 0 && change.kind === 'remove';
  if (before?.kind === 'sequence' && after?.kind === 'sequence' && typeof step === 'number') {
    if (last) return areSame(before.items.toSpliced(step, 1), after.items);
    if (step === before.items.length) {
      const value = change.kind === 'set' ? wrapped(rest, change.value) : undefined;
      return (
        value !== undefined && standsFor(after.items[step], value) && areSame(before.items, after.items.slice(0, -1))
      );
    }
    return (
      isChanged(before.items[step], after.items[step], rest, change) &&
      areSame(before.items.toSpliced(step, 1), after.items.toSpliced(step, 1))
    );
  }
  if (before?.kind !== 'mapping' || after?.kind !== 'mapping' || typeof step !== 'string') return false;
  const mine = ownEntry(before, step);
  const others = before.entries.filter((entry) => entry !== mine);
  if (last) return areSameEntries(others, after.entries);
  const theirs = ownEntry(after, step);
  const rests = after.entries.filter((entry) => entry !== theirs);
  return theirs !== undefined && isChanged(mine?.value, theirs.value, rest, change) && areSameEntries(others, rests);
}

function isChangedHere(before: DataNode | undefined, after: DataNode | undefined, change: Change): boolean {
  if (change.kind === 'set') return standsFor(after, change.value) && after?.anchor === before?.anchor;
  if (change.kind === 'remove' || before?.kind !== 'sequence' || after?.kind !== 'sequence') return false;
  const { index, value } = change;
  return standsFor(after.items[index], value) && areSame(before.items, after.items.toSpliced(index, 1));
}
