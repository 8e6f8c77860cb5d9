// CloudFormation's intrinsic functions:
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
import type { Place } from '../../evidence/place.ts';
import type { UnknownReason } from '../../evidence/vocabulary.ts';
import type { DataNode, DataTree, Entry, MappingNode, ScalarNode } from '../../syntax/data-tree.ts';
import { keyOf, resolved } from '../../syntax/navigate.ts';
import type { MapEntry, MapValue, UnknownValue, Value } from '../model/value.ts';
import type { Declarations, Evaluation } from './evaluation.ts';
import { intrinsics } from './intrinsics.ts';
import { sharedNodes } from './shared-nodes.ts';
import { tokenStart } from './token-start.ts';

const deepest = 100;

/** Turns nodes of one template into values. Each node is evaluated once, so shared (aliased) nodes cost nothing more. */
export class Evaluator implements Evaluation {
  readonly file: string;
  readonly declarations: Declarations;
  readonly #tree: DataTree;
  readonly #values = new Map<DataNode, Value>();
  #shared: ReadonlySet<DataNode> | undefined;
  #depth = 0;

  constructor(file: string, tree: DataTree, declarations: Declarations) {
    this.file = file;
    this.#tree = tree;
    this.declarations = declarations;
  }

  place(node: { readonly start: number; readonly end: number }): Place {
    return { file: this.file, ...this.#tree.lines.range(node.start, node.end) };
  }

  unknown(node: DataNode, reason: UnknownReason, text: string): Value {
    return { kind: 'unknown', reason, text, place: this.place(node) };
  }

  /** The value of a node. Circular aliases and expressions nested deeper than 100 are unknown. */
  value(node: DataNode): Value {
    const known = this.#values.get(node);
    if (known !== undefined) return known;
    if (this.#depth >= deepest) return this.unknown(node, 'bound-reached', 'nested too deeply');
    this.#values.set(node, this.unknown(node, 'unsupported-construct', 'refers to itself'));
    this.#depth++;
    const value = this.#evaluate(node);
    this.#depth--;
    this.#values.set(node, value);
    return value;
  }

  #evaluate(node: DataNode): Value {
    const found = resolved(node);
    if (found === undefined) return this.unknown(node, 'unsupported-construct', 'an alias without its anchor');
    const call = intrinsicCall(found);
    if (call !== undefined) {
      const intrinsic = intrinsics[call.name];
      if (intrinsic !== undefined) return notOwn(intrinsic(this, call.argument, found));
      return this.unknown(found, 'unsupported-construct', `the function ${call.name}`);
    }
    switch (found.kind) {
      case 'scalar':
        return this.#literal(found);
      case 'sequence':
        return { kind: 'list', items: found.items.map((item) => this.value(item)), place: this.place(found) };
      case 'mapping':
        return { kind: 'map', ...this.#entries(found), place: this.place(found) };
    }
  }

  #literal(node: ScalarNode): Value {
    this.#shared ??= sharedNodes(this.#tree);
    const place = this.place({ start: tokenStart(this.#tree.text, node), end: node.end });
    return { kind: 'literal', value: node.value, text: node.text, place, shared: this.#shared.has(node) };
  }

  /** What an entry adds that is no key itself: a macro or a loop beside keys. */
  addition(entry: Entry): UnknownValue | undefined {
    const name = keyOf(entry);
    if (name !== 'Fn::Transform' && name?.startsWith('Fn::ForEach') !== true) return undefined;
    const macro = name === 'Fn::Transform' ? intrinsics[name]?.(this, entry.value, entry.key) : undefined;
    if (macro?.kind === 'unknown') return macro;
    return { kind: 'unknown', reason: 'unsupported-construct', text: `the loop ${name}`, place: this.place(entry.key) };
  }

  #entries(node: MappingNode): Pick<MapValue, 'entries' | 'open'> {
    let open: UnknownValue | null = null;
    const entries = new Map<string, MapEntry>();
    const seen = new Set<MappingNode>();
    const merge = (mapping: MappingNode): void => {
      if (seen.has(mapping)) return; // a second time it has nothing new, and may be a circle
      seen.add(mapping);
      for (const entry of mapping.entries) {
        const name = keyOf(entry);
        const addition = this.addition(entry);
        if (addition !== undefined) open ??= addition;
        else if (name === '<<') {
          const merged = resolved(entry.value);
          for (const source of merged?.kind === 'sequence' ? merged.items : [entry.value]) {
            const from = resolved(source);
            if (from?.kind === 'mapping') merge(from);
          }
        } else if (name !== undefined && (mapping === node || !entries.has(name))) {
          entries.set(name, { key: this.place(entry.key), value: this.value(entry.value) });
        }
      }
    };
    merge(node);
    return { entries, open };
  }
}

/** What a function gives stands elsewhere, or is put together. */
function notOwn(value: Value): Value {
  return value.kind === 'literal' ? { ...value, shared: true } : value;
}

/** The function that a node calls and the node that holds its argument, in the short form (`!Ref`) or the long one. */
function intrinsicCall(node: Exclude<DataNode, { kind: 'alias' }>): { name: string; argument: DataNode } | undefined {
  if (node.tag?.startsWith('!') === true && !node.tag.startsWith('!!') && node.tag !== '!') {
    const name = node.tag.slice(1);
    const argument = { ...node, tag: null };
    if (name === 'GetAtt' && node.kind === 'scalar') return { name: 'Fn::GetAtt', argument };
    return { name: name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`, argument };
  }
  if (node.kind !== 'mapping' || node.entries.length !== 1) return undefined;
  const [entry] = node.entries;
  const name = entry === undefined ? undefined : keyOf(entry);
  if (entry === undefined || name === undefined) return undefined;
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument: entry.value } : undefined;
}
