import { SyntaxArguments, withReceiver } from '../../python/evaluate/arguments.ts';
import { memberIn } from '../../python/evaluate/classes/members.ts';
import type { Context } from '../../python/evaluate/context.ts';
import { enclosingClass, enclosingFunction } from '../../python/evaluate/enclosing.ts';
import type { Evaluator } from '../../python/evaluate/evaluator.ts';
import { frameFor } from '../../python/evaluate/functions.ts';
import { firstParameter } from '../../python/evaluate/parameter-binding.ts';
import type { CallArguments } from '../../python/model-provider.ts';
import type { Module } from '../../python/program/module.ts';
import { functionValue, instance, stringOf } from '../../python/values/make.ts';
import { truth } from '../../python/values/truth.ts';
import { members } from '../../python/values/union.ts';
import type { ClassValue, FunctionValue, Instance, ModelObject, Value } from '../../python/values/value.ts';
import {
  assignedValue,
  callee,
  children,
  firstStatement,
  firstTarget,
  Kind,
  NONE,
  type Node,
  objectOf,
  parameterName,
  testOf,
} from '../../syntax/python/index.ts';
import { type Action, type Assigned, type Construct, Constructs } from './constructs.ts';
import { cdkPath } from './library.ts';
import { passesOf } from './passes.ts';
import { type Site, textOf } from './site.ts';
import { termOf } from './terms.ts';

const mostSteps = 400_000;
const mostBodies = 3_000;
const deepestNodes = 300;

/** What holds while a body is walked. */
interface Around {
  /** The call that led into the body, which stands for what the body returns. */
  readonly caller: Site | null;
  readonly condition: string | null;
  readonly depth: number;
}

/**
 * Follows an app as Python would run it: from its modules into the constructors and functions that they call, each call
 * once, both branches of a test that is not known, loops over known elements pass by pass.
 */
export class Walk {
  readonly constructs = new Constructs();
  readonly actions: Action[] = [];
  /** Those on what no construct stands for (a statement of a policy), by the key of the call that makes it. */
  readonly calledOn = new Map<string, Action[]>();
  /** Attributes that are set on such, by the key of the call that makes it. */
  readonly assignedTo = new Map<string, Assigned[]>();
  /** True if the app is larger than what is followed. */
  stopped = false;
  readonly e: Evaluator;
  private readonly bodies = new Set<string>();
  private readonly entered = new Set<string>();
  /** Where objects of classes of the program are made. */
  private readonly madeAt = new Map<string, Site>();
  private steps = 0;

  constructor(e: Evaluator) {
    this.e = e;
  }

  /** Runs a module's own statements. */
  module(module: Module): void {
    this.statements(this.e.context(module), module.tree.root, { caller: null, condition: null, depth: 0 });
  }

  /** Runs what nothing has called: a function for any call, a class's `__init__` for any of its objects. */
  definition(module: Module, owner: Node, called: Node): void {
    if ([owner, called].some((node) => this.entered.has(`${module.index}.${node}`))) return;
    const context = this.e.context(module);
    this.entered.add(`${module.index}.${called}`);
    this.statements(context, bodyOf(context, called), { caller: null, condition: null, depth: 1 });
  }

  private statements(context: Context, block: Node, around: Around): void {
    for (let node = firstStatement(context.tree, block); node !== NONE; node = context.tree.nextSibling(node)) {
      this.visit(context, node, around);
    }
  }

  private visit(context: Context, node: Node, around: Around): void {
    if (++this.steps > mostSteps || around.depth > deepestNodes) {
      this.stopped = true;
      return;
    }
    const { tree } = context;
    const inside = { ...around, depth: around.depth + 1 };
    switch (tree.kind(node)) {
      case Kind.FunctionDefinition:
      case Kind.Lambda:
        return;
      case Kind.If:
        return this.branches(context, node, inside);
      case Kind.For:
        for (const pass of passesOf(this.e, context, node)) this.children(pass, node, inside);
        return;
      case Kind.ListComprehension:
      case Kind.SetComprehension:
      case Kind.DictComprehension:
      case Kind.GeneratorExpression:
        return this.comprehension(context, children(tree, node), inside);
      case Kind.Call:
        this.children(context, node, inside);
        return this.call(context, node, inside);
      case Kind.Assignment:
        this.children(context, node, inside);
        return this.assignment(context, node, inside);
      default:
        this.children(context, node, inside);
    }
  }

  private children(context: Context, node: Node, around: Around): void {
    for (const child of children(context.tree, node)) this.visit(context, child, around);
  }

  private comprehension(context: Context, [element = NONE, ...loops]: readonly Node[], around: Around): void {
    const [loop, ...inner] = loops;
    if (loop === undefined) return this.visit(context, element, around);
    for (const pass of passesOf(this.e, context, loop)) this.comprehension(pass, [element, ...inner], around);
  }

  /** `if`, `elif`, `else`: the branch whose test is known to hold, else each that may be taken. */
  private branches(context: Context, statement: Node, around: Around): void {
    const { tree } = context;
    const [test = NONE, block = NONE, ...others] = children(tree, statement);
    const holds = truth(this.e.evaluate(context, test));
    const condition =
      holds === true || isStart(textOf({ context, node: test })) ? around.condition : textOf({ context, node: test });
    this.visit(context, test, around);
    if (holds !== false) this.statements(context, block, { ...around, condition });
    if (holds === true) return;
    for (const other of others) {
      if (tree.kind(other) === Kind.Elif) {
        const known = truth(this.e.evaluate(context, testOf(tree, other)));
        if (known === true) return this.branches(context, other, around);
        this.branches(context, other, around);
      } else {
        const negated = holds === false ? around.condition : `not (${condition})`;
        this.children(context, other, { ...around, condition: negated });
      }
    }
  }

  private assignment(context: Context, node: Node, { condition }: Around): void {
    const { tree } = context;
    const target = firstTarget(tree, node);
    if (tree.kind(target) !== Kind.Attribute) return;
    const value = assignedValue(tree, node);
    for (const owner of members(this.e.evaluate(context, objectOf(tree, target)))) {
      const made = termOf(owner);
      if (made?.kind !== 'made') continue;
      const argument = { value: this.e.evaluate(context, value), site: { context, node: value } };
      const assigned = { name: tree.nameText(target), argument, condition };
      this.assignedTo.set(made.call.key, [...(this.assignedTo.get(made.call.key) ?? []), assigned]);
    }
  }

  private call(context: Context, node: Node, around: Around): void {
    const { e } = this;
    const site = { context, node };
    const given = new SyntaxArguments(e, context, node);
    for (const target of members(e.evaluate(context, callee(context.tree, node)))) {
      switch (target.kind) {
        case 'external':
          this.external(target.path, given, site, around);
          break;
        case 'object':
          if (termOf(target)?.kind === 'member') this.action(target, given, site, around);
          break;
        case 'class':
          this.construction(target, given, site, around);
          break;
        case 'function':
          this.enter(target, given, { ...around, caller: site });
          break;
        case 'method':
          this.enter(target.function, withReceiver(target.receiver, given), { ...around, caller: site });
          break;
      }
    }
  }

  /** Something of the library is called: a construct of it is made, or the base of a class of the program. */
  private external(path: string, given: CallArguments, site: Site, around: Around): void {
    const own = cdkPath(path);
    if (own === undefined) return;
    const base = /^(.+?)(?:\(\))?\.__init__$/.exec(own)?.[1];
    if (base !== undefined) {
      const self = this.receiverAt(site);
      const shift = own.endsWith('().__init__') ? 0 : 1;
      if (self !== undefined) this.add(self, base, given, site, this.madeAt.get(self.key) ?? site, around, shift);
      return;
    }
    for (const value of members(this.e.evaluate(site.context, site.node))) {
      if (termOf(value) === undefined || !/(?:^|\.)[A-Z]\w*(?:\.(?:from|add_to)_\w+)?$/.test(own)) continue;
      this.add(value, own, given, site, madeSite(site, around), around);
    }
    this.ofInstance(path, given, site, around);
  }

  /** A method of the library is called on an object whose class is the program's own. */
  private ofInstance(path: string, call: CallArguments, site: Site, { condition }: Around): void {
    const { tree } = site.context;
    const called = callee(tree, site.node);
    if (!path.includes('().') || tree.kind(called) !== Kind.Attribute) return;
    const result = this.e.evaluate(site.context, site.node);
    for (const receiver of members(this.e.evaluate(site.context, tree.firstChild(called)))) {
      if (receiver.kind !== 'instance') continue;
      this.actions.push({ receiver, method: tree.nameText(called), call, site, result, condition });
    }
  }

  private action(target: ModelObject, call: CallArguments, site: Site, { condition }: Around): void {
    const term = termOf(target);
    if (term?.kind !== 'member') return;
    const result = this.e.evaluate(site.context, site.node);
    const action = { receiver: term.of, method: term.name, call, site, result, condition };
    this.actions.push(action);
    const made = termOf(term.of);
    if (made?.kind !== 'made') return;
    const others = this.calledOn.get(made.call.key);
    if (others === undefined) this.calledOn.set(made.call.key, [action]);
    else others.push(action);
  }

  /** Every object of a class that is the program's own has an `__init__`, its own or one of the library. */
  private construction(of: ClassValue, given: CallArguments, site: Site, around: Around): void {
    const { e } = this;
    this.entered.add(`${of.module.index}.${of.node}`);
    const { classes, outside } = e.lineage(of);
    const init = memberIn(classes, '__init__');
    const [binding] = init?.bindings ?? [];
    for (const made of members(e.evaluate(site.context, site.node))) {
      if (made.kind !== 'instance') continue;
      if (!this.madeAt.has(made.key)) this.madeAt.set(made.key, madeSite(site, around));
      if (init !== undefined && binding?.kind === 'function') {
        const called = functionValue(init.owner.module, binding.node, init.owner.frame);
        this.enter(called, null, { ...around, caller: site }, made);
        continue;
      }
      for (const base of outside) {
        const own = base.kind === 'external' ? cdkPath(base.path) : undefined;
        if (own !== undefined) this.add(made, own, given, site, madeSite(site, around), around);
      }
    }
  }

  /** Walks the body of a function in a call. An object's `__init__` was called when it was made. */
  private enter(called: FunctionValue, given: CallArguments | null, around: Around, made?: Instance): void {
    const { e } = this;
    const frame = given === null ? (made?.construction ?? null) : frameFor(called, given);
    const key = `${called.key}@${frame?.key ?? ''}`;
    if (this.bodies.has(key)) return;
    if (this.bodies.size >= mostBodies) {
      this.stopped = true;
      return;
    }
    this.bodies.add(key);
    this.entered.add(`${called.module.index}.${called.node}`);
    const context = e.context(called.module, frame ?? called.frame);
    if (context.tree.kind(called.node) === Kind.Lambda) return;
    this.statements(context, bodyOf(context, called.node), around);
  }

  /** `self` where `super().__init__` is called. */
  private receiverAt({ context, node }: Site): Value | undefined {
    const { tree, module } = context;
    const method = enclosingFunction(tree, node);
    const parameter = method === NONE ? NONE : firstParameter(tree, method);
    if (parameter === NONE) return undefined;
    const scope = module.scopes.of(method);
    const self = this.e.nameIn(context, scope, tree.name(parameterName(tree, parameter)), node);
    const one = members(self).find((member) => member.kind === 'instance');
    if (one !== undefined) return one;
    const owner = enclosingClass(tree, method);
    return owner === NONE ? undefined : instance({ kind: 'class', key: '', module, node: owner, frame: null }, null);
  }

  private add(
    value: Value,
    path: string,
    call: CallArguments,
    site: Site,
    made: Site,
    { condition }: Around,
    shift = 0,
  ): void {
    if (this.constructs.has(value.key)) return;
    const scope = call.get(shift, 'scope') ?? null;
    const id = stringOf(call.get(shift + 1, 'id')) ?? null;
    const construct: Construct = { key: value.key, path, call, site, made, scope, id, condition };
    this.constructs.add(construct, value);
  }
}

/** What stands for a construct where it is made: what a function returns stands where it is called. */
function madeSite(site: Site, { caller }: Around): Site {
  const { tree } = site.context;
  return caller !== null && tree.kind(tree.parent(site.node)) === Kind.Return ? caller : site;
}

function bodyOf({ tree }: Context, definition: Node): Node {
  return children(tree, definition).findLast((node) => tree.kind(node) === Kind.Block) ?? NONE;
}

/** `if __name__ == '__main__'` holds for who starts the app. */
function isStart(test: string): boolean {
  return test.includes('__name__');
}
