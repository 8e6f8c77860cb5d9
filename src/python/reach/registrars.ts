import {
  callee,
  decoratorExpression,
  Kind,
  type NameId,
  NONE,
  type Node,
  type Tree,
} from '../../syntax/python/index.ts';
import { decoratorsOf } from '../evaluate/decorators.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import type { Module } from '../program/module.ts';
import { members } from '../values/union.ts';
import type { Block } from './block.ts';

/** An object with which a function registers by a decorator: the name by which it is mentioned there, and what it is. */
export interface Registrar {
  readonly name: NameId;
  /** The key of its value. */
  readonly key: string;
}

/** The objects with which a function registers: `app` of `@app.get('/')`, `helper` of `@helper.create`. */
export function registrarsOf(e: Evaluator, { module, node }: Block): Registrar[] {
  const { tree } = module;
  const found: Registrar[] = [];
  for (const decorator of decoratorsOf(tree, node)) {
    let root = decoratorExpression(tree, decorator);
    if (tree.kind(root) === Kind.Call) root = tree.firstChild(root);
    if (tree.kind(root) !== Kind.Attribute) continue;
    const object = tree.firstChild(root);
    if (tree.kind(object) !== Kind.Name) continue;
    for (const one of members(e.evaluate(e.context(module), object))) {
      const isObject = one.kind === 'instance' || (one.kind === 'external' && one.path.endsWith('()'));
      if (isObject) found.push({ name: tree.name(object), key: one.key });
    }
  }
  return found;
}

/** The functions of a module that register with an object of that name in it. */
export function registeredWith(e: Evaluator, module: Module, name: string): Block[] {
  const { tree } = module;
  const found: Block[] = [];
  for (let node = 1 as Node; node < tree.count; node++) {
    if (tree.kind(node) !== Kind.FunctionDefinition) continue;
    const block = { module, node };
    if (registrarsOf(e, block).some((one) => tree.names.text(one.name) === name)) found.push(block);
  }
  return found;
}

/** Methods by which such an object starts what registered with it. */
const starting =
  /^(?:resolve|handle|handler|handle_request|run|run_app|dispatch|process|process_request|start|serve|execute|invoke|main|consume|poll)$/;

/** True where a mention of the object starts what registered: it is called, passed on, or told to by a method. */
export function isStarted(tree: Tree, mention: Node): boolean {
  const parent = tree.parent(mention);
  const kind = tree.kind(parent);
  if (kind === Kind.KeywordArgument) return tree.kind(tree.parent(parent)) === Kind.Call;
  if (kind === Kind.Call) return callee(tree, parent) === mention || !isDecorator(tree, parent);
  if (kind !== Kind.Attribute || !starting.test(tree.nameText(parent))) return false;
  const call = tree.parent(parent);
  return tree.kind(call) === Kind.Call && callee(tree, call) === parent && !isDecorator(tree, call);
}

function isDecorator(tree: Tree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent !== NONE && tree.kind(parent) === Kind.Decorator;
}
