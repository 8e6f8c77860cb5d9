// https://docs.python.org/3/reference/expressions.html#calls
import { firstArgument, Kind, NONE, type Node, valueOf } from '../../syntax/python/index.ts';
import type { CallArguments } from '../model-provider.ts';
import { boundedKey } from '../values/key.ts';
import { placeKey, unknown } from '../values/make.ts';
import { progress } from '../values/once.ts';
import { members, nothing, union } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import type { Context } from './context.ts';
import type { Evaluator } from './evaluator.ts';

/** An argument as written, or what gives it when it is asked for. */
type Given = Node | (() => Value);

interface Parts {
  readonly positional: Given[];
  /** Elements of what is passed in a number that is not known. */
  readonly more: Given[];
  readonly named: Map<string, Given>;
  open: boolean;
}

/** The arguments of a Call as written. */
export class SyntaxArguments implements CallArguments {
  readonly depth: number;
  private readonly e: Evaluator;
  private readonly context: Context;
  private readonly call: Node;
  private read: Parts | undefined;

  constructor(e: Evaluator, context: Context, call: Node) {
    this.e = e;
    this.context = context;
    this.call = call;
    this.depth = context.frame?.depth ?? 0;
  }

  get key(): string {
    return placeKey(this.context.module, this.call, this.context.frame);
  }

  get place(): CallArguments['place'] {
    const { module, frame } = this.context;
    return frame === null ? { module, node: this.call } : undefined;
  }

  get content(): string | undefined {
    const { tree } = this.context;
    let content = '';
    for (let node = firstArgument(tree, this.call); node !== NONE; node = tree.nextSibling(node)) {
      const value = tree.kind(node) === Kind.KeywordArgument ? valueOf(tree, node) : node;
      if (!isLiteral(tree.kind(value))) return undefined;
      content += `,${tree.text(node)}`;
    }
    return content;
  }

  get count(): number {
    return this.parts().positional.length;
  }

  get keywords(): readonly string[] {
    return [...this.parts().named.keys()];
  }

  get open(): boolean {
    return this.parts().open;
  }

  positional(index: number): Value | undefined {
    return this.value(this.parts().positional[index]);
  }

  more(): Value | undefined {
    const { more } = this.parts();
    return more.length === 0 ? undefined : union(more.map((element) => this.value(element) ?? nothing));
  }

  keyword(name: string): Value | undefined {
    return this.value(this.parts().named.get(name));
  }

  get(index: number, name: string): Value | undefined {
    return this.positional(index) ?? this.keyword(name);
  }

  private value(given: Given | undefined): Value | undefined {
    return typeof given === 'number' ? this.e.evaluate(this.context, given) : given?.();
  }

  private parts(): Parts {
    if (this.read !== undefined) return this.read;
    const { e, context } = this;
    const { tree } = context;
    const read: Parts = { positional: [], more: [], named: new Map(), open: false };
    const before = progress.shortfalls;
    let unknownCount = false;
    for (let node = firstArgument(tree, this.call); node !== NONE; node = tree.nextSibling(node)) {
      const kind = tree.kind(node);
      if (kind === Kind.KeywordArgument) read.named.set(tree.nameText(node), valueOf(tree, node));
      else if (kind === Kind.DoubleStarred) spreadMapping(e.evaluate(context, valueOf(tree, node)), read);
      else if (kind === Kind.Starred)
        unknownCount = !spreadSequence(e, e.evaluate(context, valueOf(tree, node)), read) || unknownCount;
      else (unknownCount ? read.more : read.positional).push(node);
    }
    if (progress.shortfalls === before) this.read = read;
    return read;
  }
}

/** False if it is not known how many arguments it passes. */
export function isLiteral(kind: Kind): boolean {
  switch (kind) {
    case Kind.String:
    case Kind.Integer:
    case Kind.True:
    case Kind.False:
    case Kind.NoneLiteral:
      return true;
    default:
      return false;
  }
}

function spreadSequence(e: Evaluator, value: Value, into: Parts): boolean {
  const columns = columnsOf(value);
  if (columns !== undefined) {
    for (const column of columns) into.positional.push(() => column);
    return true;
  }
  into.open = true;
  into.more.push(() => e.element(value));
  return false;
}

/** The elements of a tuple; of one of several tuples as long, what stands at each index. Undefined where they are not known. */
export function columnsOf(tuples: Value): Value[] | undefined {
  const rows: (readonly Value[])[] = [];
  for (const one of members(tuples)) {
    if (one.kind !== 'sequence' || !one.exact) return undefined;
    rows.push(one.elements());
  }
  const [first] = rows;
  if (first === undefined || rows.some((row) => row.length !== first.length)) return undefined;
  return first.map((_, index) => union(rows.map((row) => row[index] ?? nothing)));
}

function spreadMapping(value: Value, into: Parts): void {
  if (value.kind !== 'mapping') {
    into.open = true;
    return;
  }
  for (const name of value.keys()) into.named.set(String(name), () => value.get(name) ?? unknown('dynamic-value'));
  if (value.rest() !== undefined) into.open = true;
}

/** Arguments that are at hand. */
export function argumentsOf(
  key: string,
  positional: readonly Value[],
  keywords: ReadonlyMap<string, Value> = new Map(),
  depth = 0,
): CallArguments {
  return {
    key: boundedKey(`${key}(${positional.map((value) => value.key).join(',')})`),
    depth,
    count: positional.length,
    keywords: [...keywords.keys()],
    open: false,
    positional: (index) => positional[index],
    keyword: (name) => keywords.get(name),
    get: (index, name) => positional[index] ?? keywords.get(name),
  };
}

/** The same arguments behind a first one, as a method gets them. */
export function withReceiver(receiver: Value, call: CallArguments): CallArguments {
  return withFirst(receiver.key, () => receiver, call);
}

/** The same arguments behind a first one that is given when asked for. */
export function withFirst(key: string, first: () => Value, call: CallArguments): CallArguments {
  return new ArgumentsBehind(key, first, call);
}

/** There are very many: a class keeps them small. */
class ArgumentsBehind implements CallArguments {
  readonly depth: number;
  private readonly firstKey: string;
  private readonly first: () => Value;
  private readonly call: CallArguments;
  private made: string | undefined;

  constructor(firstKey: string, first: () => Value, call: CallArguments) {
    this.depth = call.depth;
    this.firstKey = firstKey;
    this.first = first;
    this.call = call;
  }

  get key(): string {
    this.made ??= boundedKey(`${this.firstKey}.${this.call.key}`);
    return this.made;
  }

  get place(): CallArguments['place'] {
    return this.call.place;
  }

  get content(): string | undefined {
    const { content } = this.call;
    return content === undefined ? undefined : `${this.firstKey}.${content}`;
  }

  get count(): number {
    return this.call.count + 1;
  }

  get keywords(): readonly string[] {
    return this.call.keywords;
  }

  get open(): boolean {
    return this.call.open;
  }

  positional(index: number): Value | undefined {
    return index === 0 ? this.first() : this.call.positional(index - 1);
  }

  more(): Value | undefined {
    return this.call.more?.();
  }

  keyword(name: string): Value | undefined {
    return this.call.keyword(name);
  }

  get(index: number, name: string): Value | undefined {
    return this.positional(index) ?? this.call.keyword(name);
  }
}
