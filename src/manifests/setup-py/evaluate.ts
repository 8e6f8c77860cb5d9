// https://docs.python.org/3/reference/expressions.html : the part of it that setup scripts write their lists with
import {
  callee,
  children,
  entryKey,
  entryValue,
  firstArgument,
  interpolationFormat,
  interpolationValue,
  Kind,
  leftOperand,
  NONE,
  type Node,
  Operator,
  objectOf,
  operatorOf,
  positionalArgument,
  rightOperand,
  stringValue,
  subscriptIndex,
  valueOf,
} from '../../syntax/python/index.ts';
import type { SetupModule } from './module.ts';
import { textMethod } from './text-method.ts';
import type { DictEntry, Value } from './value.ts';

const deepest = 60;
const mostSteps = 20_000;

/** Evaluates expressions of one setup script. The number of steps is bounded for the whole script. */
export class Evaluator {
  readonly module: SetupModule;
  #steps = 0;

  constructor(module: SetupModule) {
    this.module = module;
  }

  /** The value of an expression: literals, names with one assignment, `+`, f-strings and methods of texts. Never throws. */
  evaluate(node: Node, depth = 0): Value {
    const { tree } = this.module;
    if (depth > deepest || ++this.#steps > mostSteps) return this.#computed(node, 'is too deep or too long to follow');
    const inner = (child: Node): Value => this.evaluate(child, depth + 1);
    switch (tree.kind(node)) {
      case Kind.String:
        return this.#text(node);
      case Kind.FormattedString:
        return this.#formatted(node, inner);
      case Kind.NoneLiteral:
        return { kind: 'nothing', node };
      case Kind.List:
      case Kind.Tuple:
      case Kind.Set:
        return { kind: 'list', items: this.#items(node, inner), node };
      case Kind.Dict:
        return { kind: 'dict', entries: this.#entries(node, inner), node };
      case Kind.Name:
        return this.#name(node, depth);
      case Kind.BinaryOperation:
        return this.#sum(node, depth);
      case Kind.Subscript:
        return this.#subscript(node, inner);
      case Kind.Call:
        return this.#call(node, inner);
      default:
        return this.#computed(node, 'is computed');
    }
  }

  /** Long texts count as many steps: a name may stand for one a thousand times. */
  #text(node: Node): Value {
    const text = stringValue(this.module.tree, node) ?? '';
    this.#steps += text.length >> 6;
    return { kind: 'text', text, node };
  }

  #computed(node: Node, what: string): Value {
    const { tree } = this.module;
    const text = tree.slice(tree.start(node), Math.min(tree.end(node), tree.start(node) + 200)).replaceAll(/\s+/g, ' ');
    const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    return { kind: 'computed', reason: `${shown} ${what}`, node };
  }

  #items(node: Node, inner: (child: Node) => Value): Value[] {
    const { tree } = this.module;
    return children(tree, node).flatMap((child) => {
      if (tree.kind(child) !== Kind.Starred) return [inner(child)];
      const spread = inner(valueOf(tree, child));
      return spread.kind === 'list' ? spread.items : [this.#computed(child, 'is computed')];
    });
  }

  #entries(node: Node, inner: (child: Node) => Value): DictEntry[] {
    const { tree } = this.module;
    return children(tree, node).flatMap((child): DictEntry[] => {
      if (tree.kind(child) === Kind.KeyValue)
        return [{ key: inner(entryKey(tree, child)), value: inner(entryValue(tree, child)) }];
      const spread = inner(valueOf(tree, child));
      if (spread.kind === 'dict') return [...spread.entries];
      const computed = this.#computed(child, 'is computed');
      return [{ key: computed, value: computed }];
    });
  }

  #name(node: Node, depth: number): Value {
    const { tree, assigned, changed } = this.module;
    const values = assigned.get(tree.name(node)) ?? [];
    const [value] = values;
    if (value === undefined) return this.#computed(node, 'is not assigned in this file');
    if (values.length > 1) return this.#computed(node, 'is assigned more than once');
    const found = this.evaluate(value, depth + 1);
    const change = changed.get(tree.name(node))?.[0];
    if (change === undefined) return found;
    const rest: Value = { kind: 'computed', reason: `${tree.nameText(node)} is changed afterwards`, node: change };
    if (found.kind === 'list') return { ...found, items: [...found.items, rest] };
    if (found.kind === 'dict') return { ...found, entries: [...found.entries, { key: rest, value: rest }] };
    return rest;
  }

  /** `a + b + c`, whose left side goes deep: the terms are taken in a loop. */
  #sum(node: Node, depth: number): Value {
    const { tree } = this.module;
    const terms: Node[] = [];
    let left = node;
    while (tree.kind(left) === Kind.BinaryOperation && operatorOf(tree, left) === Operator.Add) {
      terms.push(rightOperand(tree, left));
      left = leftOperand(tree, left);
    }
    if (terms.length === 0) return this.#computed(node, 'is computed');
    const values = [left, ...terms.reverse()].map((term) => this.evaluate(term, depth + 1));
    if (values.every((value) => value.kind === 'text'))
      return { kind: 'text', text: values.map((value) => value.text).join(''), node };
    if (!values.some((value) => value.kind === 'list')) return this.#computed(node, 'is computed');
    return { kind: 'list', items: values.flatMap((value) => (value.kind === 'list' ? value.items : [value])), node };
  }

  #formatted(node: Node, inner: (child: Node) => Value): Value {
    const { tree } = this.module;
    let text = '';
    for (const part of children(tree, node)) {
      const field = tree.kind(part) === Kind.Interpolation;
      if (field && interpolationFormat(tree, part) !== NONE) return this.#computed(node, 'is computed');
      const value = field ? inner(interpolationValue(tree, part)) : undefined;
      const content =
        value === undefined ? (stringValue(tree, part) ?? '') : value.kind === 'text' ? value.text : undefined;
      if (content === undefined || tree.kind(part) === Kind.FormattedString) return this.#computed(node, 'is computed');
      text += content;
    }
    return { kind: 'text', text, node };
  }

  #subscript(node: Node, inner: (child: Node) => Value): Value {
    const { tree } = this.module;
    const object = inner(objectOf(tree, node));
    const index = inner(subscriptIndex(tree, node));
    if (object.kind !== 'dict' || index.kind !== 'text') return this.#computed(node, 'is computed');
    const found = object.entries.findLast(({ key }) => key.kind === 'text' && key.text === index.text);
    return found?.value ?? this.#computed(node, 'is computed');
  }

  /** `list(…)`, `dict(…)` with keywords, `sorted(…)`, and methods of texts such as `"a b".split()`. */
  #call(node: Node, inner: (child: Node) => Value): Value {
    const { tree } = this.module;
    const called = callee(tree, node);
    const name = tree.nameText(called);
    if (tree.kind(called) === Kind.Attribute) {
      const object = inner(objectOf(tree, called));
      const first = firstArgument(tree, node);
      const argument = first === NONE ? undefined : inner(first);
      const found = object.kind === 'text' ? textMethod(object.text, name, argument) : undefined;
      if (typeof found === 'string') return { kind: 'text', text: found, node };
      if (found !== undefined)
        return { kind: 'list', items: found.map((text) => ({ kind: 'text', text, node })), node };
    } else if (name === 'list' || name === 'sorted' || name === 'tuple' || name === 'set') {
      const argument = positionalArgument(tree, node, 0);
      const value = argument === NONE ? undefined : inner(argument);
      if (value?.kind === 'list') return value;
    } else if (name === 'dict') {
      return { kind: 'dict', entries: this.keywords(node, inner), node };
    }
    return this.#computed(node, 'is computed');
  }

  /** The keyword arguments of a call, `**name` unfolded, as the entries of a dict. */
  keywords(call: Node, inner: (child: Node) => Value = (child) => this.evaluate(child)): DictEntry[] {
    const { tree } = this.module;
    const entries: DictEntry[] = [];
    for (let argument = firstArgument(tree, call); argument !== NONE; argument = tree.nextSibling(argument)) {
      if (tree.kind(argument) === Kind.KeywordArgument) {
        const key: Value = { kind: 'text', text: tree.nameText(argument), node: argument };
        entries.push({ key, value: inner(valueOf(tree, argument)) });
        continue;
      }
      const spread = tree.kind(argument) === Kind.DoubleStarred ? inner(valueOf(tree, argument)) : undefined;
      if (spread?.kind === 'dict') entries.push(...spread.entries);
      else {
        const computed = this.#computed(argument, 'is computed');
        entries.push({ key: computed, value: computed });
      }
    }
    return entries;
  }
}
