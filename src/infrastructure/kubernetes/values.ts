import type { Place } from '../../evidence/place.ts';
import type { DataNode, DataTree, MappingNode, ScalarNode } from '../../syntax/data-tree.ts';
import { asScalar, keyOf, resolved } from '../../syntax/navigate.ts';
import { isMasked, type Masked, stretches } from '../model/placeholders.ts';
import type { MapEntry, MapValue, UnknownValue, Value } from '../model/value.ts';

const deepest = 100;

/** Turns nodes of one file into values, each once. */
export class NodeValues {
  readonly #file: string;
  readonly #tree: DataTree;
  readonly #masked: Pick<Masked, 'original' | 'isOpen'>;
  readonly #place: Place | undefined;
  readonly #values = new Map<DataNode, Value>();
  #depth = 0;

  /** `place` is where everything stands, for a text inside another one. */
  constructor(file: string, tree: DataTree, masked: Pick<Masked, 'original' | 'isOpen'>, place?: Place) {
    this.#file = file;
    this.#tree = tree;
    this.#masked = masked;
    this.#place = place;
  }

  place(node: { readonly start: number; readonly end: number }): Place {
    return this.#place ?? { file: this.#file, ...this.#tree.lines.range(node.start, node.end) };
  }

  /** A scalar as it is written, placeholders too; undefined for anything else and for null. */
  written(node: DataNode): string | undefined {
    const scalar = asScalar(node);
    if (scalar === undefined || scalar.value === null) return undefined;
    if (!isMasked(scalar.text)) return scalar.text;
    return this.#masked.original.slice(scalar.start, scalar.end).trim();
  }

  /** The condition of a template that an object begins with. */
  conditionOf(node: DataNode): string | null {
    if (!this.#masked.isOpen) return null;
    const before = this.#masked.original.slice(Math.max(0, node.start - 2_000), node.start);
    const own = before.slice(before.lastIndexOf('\n---') + 1);
    return /\{[{%]-?\s*if\s+([^{}%]*?)\s*-?[}%]\}/.exec(own)?.[1] ?? null;
  }

  /** The value of a node that is a mapping. */
  map(node: DataNode): MapValue {
    const value = this.value(node);
    return value.kind === 'map' ? value : { kind: 'map', entries: new Map(), open: null, place: this.place(node) };
  }

  /** The value of a node. Aliases that lead in a circle and what is nested deeper than 100 are unknown. */
  value(node: DataNode): Value {
    const known = this.#values.get(node);
    if (known !== undefined) return known;
    if (this.#depth >= deepest) return this.#unknown('bound-reached', 'nested too deeply', node);
    this.#values.set(node, this.#unknown('unsupported-construct', 'refers to itself', node));
    this.#depth++;
    const value = this.#valueOf(node);
    this.#depth--;
    this.#values.set(node, value);
    return value;
  }

  #valueOf(node: DataNode): Value {
    const found = resolved(node);
    switch (found?.kind) {
      case 'scalar':
        return this.#scalar(found, node.kind === 'alias');
      case 'sequence':
        return { kind: 'list', items: found.items.map((item) => this.value(item)), place: this.place(found) };
      case 'mapping':
        return { kind: 'map', entries: this.#entries(found), open: this.#open(found), place: this.place(found) };
      default:
        return this.#unknown('unsupported-construct', 'an alias without its anchor', node);
    }
  }

  #scalar(node: ScalarNode, isAlias: boolean): Value {
    const place = this.place(node);
    const shared = isAlias || this.#place !== undefined || node.anchor !== undefined;
    if (!isMasked(node.text)) return { kind: 'literal', value: node.value, text: node.text, place, shared };
    const parts = stretches(node.text).map(
      ({ text, isPlaceholder }): Value =>
        isPlaceholder
          ? { kind: 'unknown', reason: 'dynamic-value', text: this.written(node) ?? text, place }
          : { kind: 'literal', value: text, text, place, shared: true },
    );
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: 'joined', parts, place };
  }

  #entries(node: MappingNode): Map<string, MapEntry> {
    const entries = new Map<string, MapEntry>();
    for (const entry of node.entries) {
      const name = keyOf(entry);
      if (name === undefined || isMasked(name)) continue;
      if (name === '<<') {
        const merged = this.value(entry.value);
        if (merged.kind !== 'map') continue;
        for (const [key, one] of merged.entries) if (!entries.has(key)) entries.set(key, one);
      } else entries.set(name, { key: this.place(entry.key), value: this.value(entry.value) });
    }
    return entries;
  }

  /** A template may add what is not written. */
  #open(node: MappingNode): UnknownValue | null {
    if (!this.#masked.isOpen && !node.entries.some((entry) => isMasked(keyOf(entry) ?? ''))) return null;
    return { kind: 'unknown', reason: 'dynamic-value', text: 'what the template adds', place: this.place(node) };
  }

  #unknown(reason: UnknownValue['reason'], text: string, node: DataNode): UnknownValue {
    return { kind: 'unknown', reason, text, place: this.place(node) };
  }
}
