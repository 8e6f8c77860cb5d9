// https://docs.python.org/3/library/functions.html#getattr: a method by a name that is put together, or not known at all.
import { callee, firstArgument, Kind, NONE } from '../../syntax/python/index.ts';
import { enclosingClass } from '../evaluate/enclosing.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { classValue } from '../values/make.ts';
import { members } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import { type Block, blockKey, nameOf } from './block.ts';
import type { Mention } from './mentions.ts';

/** Methods by the key of the class in whose body they stand. */
export type Methods = ReadonlyMap<string, readonly Block[]>;

/** A method that `getattr` may give; `isTold` if part of the name says so. */
export interface Got {
  readonly block: Block;
  readonly isTold: boolean;
}

/** Those of some functions that are methods; what Python calls on objects by itself is got by no name. */
export function methodsByClass(functions: readonly Block[]): Methods {
  const found = new Map<string, Block[]>();
  for (const block of functions) {
    const { tree } = block.module;
    const owner = enclosingClass(tree, block.node);
    if (owner === NONE || /^__\w+__$/.test(tree.names.text(nameOf(tree, block.node)))) continue;
    const key = blockKey({ module: block.module, node: owner });
    found.set(key, [...(found.get(key) ?? []), block]);
  }
  return found;
}

/** The methods that a mention of `getattr` may get from an object of the program, where it is called. */
export function gotByName(e: Evaluator, { module, node }: Mention, methods: Methods): Got[] {
  const { tree } = module;
  const call = tree.parent(node);
  if (tree.kind(call) !== Kind.Call || callee(tree, call) !== node) return [];
  const object = firstArgument(tree, call);
  const name = object === NONE ? NONE : tree.nextSibling(object);
  if (name === NONE) return [];
  const context = e.context(module);
  const of = members(e.evaluateWithin(mostSteps, context, object)).flatMap((one) => methodsOf(e, one, methods));
  if (of.length === 0) return [];
  const names = members(e.evaluateWithin(mostSteps, context, name)).map(patternOf);
  return of.flatMap((block) => {
    const own = block.module.tree.names.text(nameOf(block.module.tree, block.node));
    const isTold = names.some((pattern) => pattern?.test(own) === true);
    return isTold || names.includes(undefined) ? [{ block, isTold }] : [];
  });
}

function methodsOf(e: Evaluator, object: Value, methods: Methods): readonly Block[] {
  const own = object.kind === 'instance' ? object.class : object;
  if (own.kind !== 'class') return [];
  const classes = [classValue(own.module, own.node, null), ...e.lineage(own).classes];
  return [...new Set(classes.map(blockKey))].flatMap((key) => methods.get(key) ?? []);
}

/** What of a name is known, as a pattern; undefined where nothing is. */
function patternOf(name: Value): RegExp | undefined {
  if (name.kind === 'constant') return new RegExp(`^${escaped(String(name.value))}$`, 'u');
  if (name.kind !== 'text' || !name.parts.some((part) => typeof part === 'string')) return undefined;
  return new RegExp(`^${name.parts.map((part) => (typeof part === 'string' ? escaped(part) : '.*')).join('')}$`, 'u');
}

function escaped(text: string): string {
  return text.replaceAll(/[^\w]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

const mostSteps = 2000;
