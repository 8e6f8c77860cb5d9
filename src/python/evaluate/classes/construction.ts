import { callee, Kind, NONE, type Node, walk } from '../../../syntax/python/index.ts';
import type { CallArguments } from '../../model-provider.ts';
import { functionValue, instance } from '../../values/make.ts';
import type { ClassValue, FunctionValue, Instance, Value } from '../../values/value.ts';
import { SyntaxArguments, withFirst, withReceiver } from '../arguments.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { frameFor } from '../functions.ts';
import { lineageOf } from './bases.ts';
import { constructionByFields } from './fields.ts';
import { memberIn } from './members.ts';

/** The object that calling a class makes. */
export function construct(e: Evaluator, of: ClassValue, call: CallArguments): Value {
  const { classes } = lineageOf(e, of);
  const init = memberIn(classes, '__init__');
  const [binding] = init?.bindings ?? [];
  if (init === undefined || binding?.kind !== 'function')
    return instance(of, constructionByFields(e, of, classes, call));
  const called = functionValue(init.owner.module, binding.node, init.owner.frame);
  return instance(of, selfFrame(called, of, call));
}

/** The frame of a call of `__init__`, whose first parameter is the object that it makes. */
function selfFrame(called: FunctionValue, of: ClassValue, call: CallArguments): Frame | null {
  let made: Instance = instance(of, null);
  const frame = frameFor(
    called,
    withFirst(of.key, () => made, call),
  );
  made = instance(of, frame);
  return frame;
}

/**
 * The call of a function of `owner` by which an object was made: of its `__init__`, or that of a class above which that
 * one calls by `super().__init__(…)`. Undefined for other functions, and for objects of no particular construction.
 */
export function constructionOf(e: Evaluator, of: Instance, owner: ClassValue, definition: Node): Frame | undefined {
  const { construction } = of;
  if (construction === null) return undefined;
  const { module, node } = construction.function;
  if (module === owner.module && node === definition) return construction;
  if (owner.module.tree.kind(definition) !== Kind.FunctionDefinition || !isInit(owner, definition)) return undefined;
  const call = superCall(module.tree, node);
  if (call === NONE) return undefined;
  const given = new SyntaxArguments(e, e.context(module, construction), call);
  const called = functionValue(owner.module, definition, owner.frame);
  return frameFor(called, withReceiver(of, given)) ?? undefined;
}

function isInit(owner: ClassValue, definition: Node): boolean {
  const { tree } = owner.module;
  let name = tree.firstChild(definition);
  while (tree.kind(name) === Kind.Decorator) name = tree.nextSibling(name);
  return tree.nameText(name) === '__init__';
}

/** The call `super().__init__(…)` or `Base.__init__(…)` in a function; `NONE` if there is none. */
function superCall(tree: ClassValue['module']['tree'], definition: Node): Node {
  let found: Node = NONE;
  if (tree.kind(definition) !== Kind.FunctionDefinition) return found;
  walk(tree, definition, (node) => {
    if (found !== NONE) return false;
    if (tree.kind(node) === Kind.Call) {
      const target = callee(tree, node);
      if (tree.kind(target) === Kind.Attribute && tree.nameText(target) === '__init__') {
        const object = tree.firstChild(target);
        if (tree.kind(object) === Kind.Call) found = node;
      }
    }
    return found === NONE;
  });
  return found;
}
