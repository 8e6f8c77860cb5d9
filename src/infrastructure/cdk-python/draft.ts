import type { Place } from '../../evidence/place.ts';
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
    const root: Tree = new Map();
    for (const [path, value] of this.values) {
      const found = value();
      if (found !== undefined && found.kind !== 'absent') put(root, path.split('.'), found);
    }
    for (const [path, items] of this.added) {
      const found = items.map((item) => item()).filter((item) => item !== undefined);
      if (found.length > 0) extend(root, path.split('.'), found);
    }
    return { ...mapOf(root, this.place), open: this.open };
  }
}

type Tree = Map<string, Value | Tree>;

function put(tree: Tree, [step = '', ...rest]: readonly string[], value: Value): void {
  if (rest.length === 0) {
    tree.set(step, value);
    return;
  }
  put(treeAt(tree, step), rest, value);
}

function treeAt(tree: Tree, step: string): Tree {
  const known = tree.get(step);
  if (known instanceof Map) return known;
  const entries = known?.kind === 'map' ? known.entries : [];
  const made: Tree = new Map([...entries].map(([name, entry]) => [name, entry.value]));
  tree.set(step, made);
  return made;
}

function extend(tree: Tree, [step = '', ...rest]: readonly string[], items: readonly Value[]): void {
  if (rest.length > 0) return extend(treeAt(tree, step), rest, items);
  const known = tree.get(step);
  const before = known === undefined || known instanceof Map ? [] : known.kind === 'list' ? known.items : [known];
  const all = [...before, ...items];
  const place = all[0]?.place;
  if (place !== undefined) tree.set(step, { kind: 'list', items: all, place });
}

function mapOf(tree: Tree, place: Place): MapValue {
  const entries = new Map<string, MapEntry>();
  for (const [name, part] of tree) {
    const value = part instanceof Map ? mapOf(part, firstPlace(part) ?? place) : part;
    entries.set(name, { key: value.place, value });
  }
  return { kind: 'map', entries, open: null, place };
}

function firstPlace(tree: Tree): Place | undefined {
  for (const part of tree.values()) {
    const place = part instanceof Map ? firstPlace(part) : part.place;
    if (place !== undefined) return place;
  }
  return undefined;
}
