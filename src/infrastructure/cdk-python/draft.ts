import type { Place } from '../../evidence/place.ts';
import { readText } from '../model/reading.ts';
import type { MapEntry, MapValue, UnknownValue, Value } from '../model/value.ts';
import type { Construct } from './constructs.ts';

type Lazy = () => Value | undefined;

/** A resource while its properties are gathered: from the construct's arguments and from methods that are called on it. */
export class Draft {
  readonly construct: Construct;
  readonly id: string;
  readonly type: string;
  readonly place: Place;
  /** What may add properties that are not seen (`**props`); null where these are all. */
  open: UnknownValue | null = null;
  readonly metadata = new Map<string, Lazy>();
  readonly tags: { readonly key: string; readonly value: Lazy }[] = [];
  private readonly values = new Map<string, Lazy>();
  private readonly added = new Map<string, Lazy[]>();
  private built: MapValue | undefined;

  constructor(construct: Construct, id: string, type: string, place: Place) {
    this.construct = construct;
    this.id = id;
    this.type = type;
    this.place = place;
  }

  /** States what stands at a path of keys with dots between them. */
  set(path: string, value: Lazy): void {
    this.values.set(path, value);
  }

  /** Adds an item to the list at a path. */
  append(path: string, item: Lazy): void {
    const items = this.added.get(path);
    if (items === undefined) this.added.set(path, [item]);
    else items.push(item);
  }

  /** The properties, made when they are first asked for. */
  get properties(): MapValue {
    this.built ??= this.build();
    return this.built;
  }

  private build(): MapValue {
    const root = new Tree(this.open);
    for (const [path, value] of this.values) {
      const found = value();
      if (found !== undefined && found.kind !== 'absent') put(root, path.split('.'), found);
    }
    for (const [path, items] of this.added) {
      const found = items.map((item) => item()).filter((item) => item !== undefined);
      if (found.length > 0) extend(root, path.split('.'), found);
    }
    return mapOf(root, this.place);
  }
}

/** A map while parts of it are gathered. */
class Tree {
  readonly parts = new Map<string, Value | Tree>();
  /** What may hold entries that are not seen. */
  open: UnknownValue | null;

  constructor(open: UnknownValue | null) {
    this.open = open;
  }
}

function put(tree: Tree, [step = '', ...rest]: readonly string[], value: Value): void {
  if (rest.length === 0) tree.parts.set(step, value);
  else put(treeAt(tree, step), rest, value);
}

function treeAt({ parts }: Tree, step: string): Tree {
  const known = parts.get(step);
  if (known instanceof Tree) return known;
  const made = new Tree(null);
  if (known !== undefined) addAll(made, known);
  parts.set(step, made);
  return made;
}

/** Adds the entries of a map; of a choice those of each option, and of what is no map that there may be some. */
function addAll(tree: Tree, value: Value): void {
  switch (value.kind) {
    case 'absent':
      return;
    case 'map':
      tree.open ??= value.open;
      for (const [name, { value: part }] of value.entries) {
        const before = tree.parts.get(name);
        const options = before === undefined || before instanceof Tree ? [part] : [before, part];
        tree.parts.set(name, options.length === 1 ? part : { kind: 'choice', options, place: part.place });
      }
      return;
    case 'choice':
      for (const option of value.options) addAll(tree, option);
      return;
    case 'unknown':
      tree.open ??= value;
      return;
    default:
      tree.open ??= { kind: 'unknown', reason: 'dynamic-value', text: readText(value).text, place: value.place };
  }
}

function extend(tree: Tree, [step = '', ...rest]: readonly string[], items: readonly Value[]): void {
  if (rest.length > 0) return extend(treeAt(tree, step), rest, items);
  const known = tree.parts.get(step);
  const before = known === undefined || known instanceof Tree ? [] : known.kind === 'list' ? known.items : [known];
  const all = [...before, ...items];
  const place = all[0]?.place;
  if (place !== undefined) tree.parts.set(step, { kind: 'list', items: all, place });
}

function mapOf({ parts, open }: Tree, place: Place): MapValue {
  const entries = new Map<string, MapEntry>();
  for (const [name, part] of parts) {
    const value = part instanceof Tree ? mapOf(part, firstPlace(part) ?? place) : part;
    entries.set(name, { key: value.place, value });
  }
  return { kind: 'map', entries, open, place };
}

function firstPlace({ parts }: Tree): Place | undefined {
  for (const part of parts.values()) {
    const place = part instanceof Tree ? firstPlace(part) : part.place;
    if (place !== undefined) return place;
  }
  return undefined;
}
