// CloudFormation's intrinsic functions:
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
import type { Place } from '../../evidence/place.ts';
import type { UnknownReason } from '../../evidence/vocabulary.ts';
import type { DataNode, DataTree, Entry, MappingNode, ScalarNode } from '../../syntax/data-tree.ts';
import { keyOf, resolved } from '../../syntax/navigate.ts';
import { hasPlaceholder, isMasked } from '../model/placeholders.ts';
import type { MapEntry, MapValue, UnknownValue, Value } from '../model/value.ts';
import { hasDynamicReference } from './dynamic-references.ts';
import { type Declarations, type Evaluation, type Surroundings, scalarText } from './evaluation.ts';
import { intrinsics } from './intrinsics.ts';
import { isLoop, turnsOf } from './loops.ts';
import { sharedNodes } from './shared-nodes.ts';
import { tokenStart } from './token-start.ts';

const deepest = 100;

/** A text that was read: its tree, and the text as it stands in the file, where placeholders were replaced in the tree. */
export interface Source {
  readonly file: string;
  readonly tree: DataTree;
  readonly original: string;
}

/** What bounds the evaluation of templates that lead to each other. */
export interface Bounds {
  /** How deep the evaluation is now; shared by all templates, as one leads into the other. */
  readonly nesting: { depth: number };
  /** Turns that the template's loops took so far. */
  turns: number;
  readonly included: Set<string>;
}

/** Turns nodes of one template into values. Each node is evaluated once, so shared (aliased) nodes cost nothing more. */
export class Evaluator implements Evaluation {
  readonly source: Source;
  readonly declarations: Declarations;
  readonly surroundings: Surroundings;
  readonly bounds: Bounds;
  readonly #loop: ReadonlyMap<string, Value>;
  readonly #values = new Map<DataNode, Value>();
  #shared: ReadonlySet<DataNode> | undefined;

  constructor(
    source: Source,
    declarations: Declarations,
    surroundings: Surroundings,
    bounds: Bounds,
    loop: ReadonlyMap<string, Value> = new Map(),
  ) {
    this.source = source;
    this.declarations = declarations;
    this.surroundings = surroundings;
    this.bounds = bounds;
    this.#loop = loop;
  }

  place(node: { readonly start: number; readonly end: number }): Place {
    return { file: this.source.file, ...this.source.tree.lines.range(node.start, node.end) };
  }

  unknown(node: DataNode, reason: UnknownReason, text: string): UnknownValue {
    return { kind: 'unknown', reason, text, place: this.place(node) };
  }

  loopValue(name: string): Value | undefined {
    return this.#loop.get(name);
  }

  /** An evaluator for one turn of a loop. */
  within(name: string, value: Value): Evaluator {
    const loop = new Map(this.#loop).set(name, value);
    return new Evaluator(this.source, this.declarations, this.surroundings, this.bounds, loop);
  }

  /** A key as it stands in the file, with the variables of loops in it replaced; undefined if it is not a text. */
  nameOf(entry: Entry): string | undefined {
    const name = keyOf(entry);
    if (name === undefined) return undefined;
    if (isMasked(name)) return this.source.original.slice(entry.key.start, entry.key.end);
    if (this.#loop.size === 0) return name;
    return name.replaceAll(/[$&]\{(\w+)\}/g, (written, variable: string) => {
      const value = this.#loop.get(variable);
      return value?.kind === 'literal' ? value.text : written;
    });
  }

  included(path: string): Value | undefined {
    const found = this.surroundings.include(path);
    const [root] = found?.tree.documents ?? [];
    if (found === undefined || root === undefined || this.bounds.included.has(found.file)) return undefined;
    this.bounds.included.add(found.file); // a file that includes itself adds nothing
    const source = { file: found.file, tree: found.tree, original: found.tree.text };
    const value = new Evaluator(source, this.declarations, this.surroundings, this.bounds, this.#loop).value(root);
    this.bounds.included.delete(found.file);
    return value;
  }

  /** The value of a node. Circular aliases and expressions nested deeper than 100 are unknown. */
  value(node: DataNode): Value {
    const known = this.#values.get(node);
    if (known !== undefined) return known;
    if (this.bounds.nesting.depth >= deepest) return this.unknown(node, 'bound-reached', 'nested too deeply');
    this.#values.set(node, this.unknown(node, 'unsupported-construct', 'refers to itself'));
    this.bounds.nesting.depth++;
    const value = this.#evaluate(node);
    this.bounds.nesting.depth--;
    this.#values.set(node, value);
    return value;
  }

  #evaluate(node: DataNode): Value {
    const found = resolved(node);
    if (found === undefined) return this.unknown(node, 'unsupported-construct', 'an alias without its anchor');
    const call = this.#call(found);
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

  /** The function that a node calls, in the short form (`!Ref`) or the long one. */
  #call(node: Exclude<DataNode, { kind: 'alias' }>): Call | undefined {
    const call = intrinsicCall(node);
    if (call?.name !== 'Condition' || node.kind === 'scalar') return call;
    return this.declarations.conditions.has(scalarText(call.argument) ?? '') ? call : undefined; // else a policy's key
  }

  #literal(node: ScalarNode): Value {
    this.#shared ??= sharedNodes(this.source.tree);
    const place = this.place({ start: tokenStart(this.source.tree.text, node), end: node.end });
    const isMade = isMasked(node.text);
    if (isMade || hasPlaceholder(node.text) || hasDynamicReference(node.text)) {
      const text = isMade ? this.#written(node) : node.text;
      return { kind: 'unknown', reason: 'dynamic-value', text, place };
    }
    const parts = this.surroundings.parts?.(this, node.text, node);
    if (parts === undefined) {
      return { kind: 'literal', value: node.value, text: node.text, place, shared: this.#shared.has(node) };
    }
    const [only] = parts;
    return only !== undefined && parts.length === 1 ? notOwn(only) : { kind: 'joined', parts, place };
  }

  /** A scalar's content as it stands in the file. */
  #written({ start, end, style }: ScalarNode): string {
    const quote = style === 'single' || style === 'double' ? 1 : 0;
    return this.source.original.slice(start + quote, end - quote);
  }

  /** What a macro beside other keys adds: the entries of a file that it includes, or what is not known. */
  addition(entry: Entry): MapValue | UnknownValue {
    const value = intrinsics['Fn::Transform']?.(this, entry.value, entry.key);
    if (value?.kind === 'map' || value?.kind === 'unknown') return value;
    return this.unknown(entry.key, 'external-code', 'a macro');
  }

  #entries(node: MappingNode): Pick<MapValue, 'entries' | 'open'> {
    const found: Found = { entries: new Map(), open: null };
    const seen = new Set<MappingNode>();
    const merge = (mapping: MappingNode): void => {
      if (seen.has(mapping)) return; // a second time it has nothing new, and may be a circle
      seen.add(mapping);
      for (const entry of mapping.entries) {
        const name = this.nameOf(entry);
        if (name === 'Fn::Transform') add(found, this.addition(entry));
        else if (name !== undefined && isLoop(name)) this.#addLoop(entry, found);
        else if (name === '<<') {
          const merged = resolved(entry.value);
          for (const source of merged?.kind === 'sequence' ? merged.items : [entry.value]) {
            const from = resolved(source);
            if (from?.kind === 'mapping') merge(from);
          }
        } else if (name !== undefined && (mapping === node || !found.entries.has(name))) {
          found.entries.set(name, { key: this.place(entry.key), value: this.value(entry.value) });
        }
      }
    };
    merge(node);
    return found;
  }

  #addLoop(loop: Entry, found: Found): void {
    const turns = turnsOf(this, loop);
    if (turns === undefined) found.open ??= this.unknown(loop.key, 'unsupported-construct', `the loop ${keyOf(loop)}`);
    for (const { evaluator, entries } of turns ?? []) {
      for (const entry of entries) {
        const name = evaluator.nameOf(entry) ?? '';
        if (isLoop(name)) evaluator.#addLoop(entry, found);
        else found.entries.set(name, { key: this.place(entry.key), value: evaluator.value(entry.value) });
      }
    }
  }
}

interface Found {
  readonly entries: Map<string, MapEntry>;
  open: UnknownValue | null;
}

function add(found: Found, addition: MapValue | UnknownValue): void {
  found.open ??= addition.kind === 'map' ? addition.open : addition;
  if (addition.kind !== 'map') return;
  for (const [name, entry] of addition.entries) if (!found.entries.has(name)) found.entries.set(name, entry);
}

/** What a function gives stands elsewhere, or is put together. */
function notOwn(value: Value): Value {
  return value.kind === 'literal' ? { ...value, shared: true } : value;
}

interface Call {
  readonly name: string;
  readonly argument: DataNode;
}

function intrinsicCall(node: Exclude<DataNode, { kind: 'alias' }>): Call | undefined {
  if (node.tag?.startsWith('!') === true && !node.tag.startsWith('!!') && node.tag !== '!') {
    const name = node.tag.slice(1);
    return { name: name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`, argument: { ...node, tag: null } };
  }
  if (node.kind !== 'mapping' || node.entries.length !== 1) return undefined;
  const [entry] = node.entries;
  const name = entry === undefined ? undefined : keyOf(entry);
  if (entry === undefined || name === undefined || isLoop(name)) return undefined;
  return name === 'Ref' || name === 'Condition' || name.startsWith('Fn::')
    ? { name, argument: entry.value }
    : undefined;
}
