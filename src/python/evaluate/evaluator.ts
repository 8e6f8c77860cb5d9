import type { NameId, Node } from '../../syntax/python/index.ts';
import type { CallArguments, Evaluation, IndirectCall, ModelProvider } from '../model-provider.ts';
import type { Module } from '../program/module.ts';
import type { Program } from '../program/program.ts';
import type { Binding, Scope } from '../scopes/scopes.ts';
import { unknown } from '../values/make.ts';
import { nothing } from '../values/union.ts';
import type { FunctionValue, ModelObject, Value } from '../values/value.ts';
import { annotationValue } from './annotations.ts';
import { attributeOf } from './attributes.ts';
import { awaitedOf } from './awaited.ts';
import { bindingValue } from './bindings.ts';
import { callOf } from './calls.ts';
import { type Context, newContext } from './context.ts';
import { elementOf } from './elements.ts';
import { enteredOf } from './entered.ts';
import { evaluateExpression } from './expression.ts';
import type { Frame } from './frame.ts';
import { resultOf } from './functions.ts';
import { moduleMember, modulePath } from './imports.ts';
import { itemOf } from './items.ts';
import { nameIn } from './names.ts';
import { firstUnevaluated } from './spine.ts';
import { Uses } from './uses.ts';

const deepest = 220;
const mostSteps = 30_000;
const mostAttempts = 2;

/** Something that was evaluated while a value around it was not ready, so that it may lack a part. */
interface Provisional {
  readonly context: Context;
  readonly node: Node;
}

/**
 * Finds what expressions are, when asked, once for each place and call. Bounds: the depth of the recursion, the number
 * of steps for one question, the alternatives of a value. What goes beyond one is unknown (`bound-reached`).
 *
 * A cycle ends where it meets a value that is being evaluated, which then counts as nothing. What was evaluated inside of
 * a cycle may lack what its head turns out to be, so it is forgotten when the head is done, and evaluated again if
 * somebody asks; after a few attempts it stays.
 */
export class Evaluator implements Evaluation {
  readonly program: Program;
  readonly uses: Uses;
  private readonly providers: ReadonlyMap<string, ModelProvider>;
  private readonly contexts = new Map<Module, Context>();
  private readonly framed = new Map<string, Context>();
  private readonly attempts = new Map<string, number>();
  private provisional: Provisional[] = [];
  private depth = 0;
  private lowest = Number.POSITIVE_INFINITY;
  private steps = 0;

  constructor(program: Program, providers: readonly ModelProvider[]) {
    this.program = program;
    this.providers = new Map(providers.map((provider) => [provider.name, provider]));
    this.uses = new Uses(program);
  }

  /** The context of a module for all calls at once, or for one call of a function in it. */
  context(module: Module, frame: Frame | null = null): Context {
    if (frame !== null) {
      const key = `${module.index}/${frame.key}`;
      let found = this.framed.get(key);
      if (found === undefined) this.framed.set(key, (found = newContext(module, frame)));
      return found;
    }
    let found = this.contexts.get(module);
    if (found === undefined) this.contexts.set(module, (found = newContext(module, null)));
    return found;
  }

  /** What an expression is. */
  evaluate(context: Context, node: Node): Value {
    const known = context.values.get(node);
    if (known !== undefined) return known;
    const begun = context.open.get(node);
    if (begun !== undefined) {
      if (begun < this.lowest) this.lowest = begun;
      return nothing;
    }
    if (this.depth === 0) this.steps = 0;
    if (this.depth >= deepest || ++this.steps > mostSteps) {
      this.lowest = 0;
      return unknown('bound-reached');
    }
    for (let inner = firstUnevaluated(context, node); inner !== node; inner = firstUnevaluated(context, node)) {
      const before = context.values.size;
      this.evaluateOne(context, inner);
      if (context.values.size === before) break; // it could not be kept: evaluated with the rest
    }
    return this.evaluateOne(context, node);
  }

  private evaluateOne(context: Context, node: Node): Value {
    const depth = ++this.depth;
    const around = this.lowest;
    const begunAt = this.provisional.length;
    this.lowest = Number.POSITIVE_INFINITY;
    context.open.set(node, depth);
    const value = evaluateExpression(this, context, node);
    context.open.delete(node);
    context.values.set(node, value);
    this.depth--;
    if (this.lowest >= depth) this.forget(begunAt);
    else this.provisional.push({ context, node });
    this.lowest = Math.min(around, this.lowest >= depth ? Number.POSITIVE_INFINITY : this.lowest);
    if (this.depth === 0) this.forget(0);
    return value;
  }

  /** Forgets what was evaluated inside of a cycle that is closed now. */
  private forget(from: number): void {
    if (this.provisional.length === from) return;
    for (const { context, node } of this.provisional.splice(from)) {
      const key = `${context.module.index}.${node}/${context.frame?.key ?? ''}`;
      const attempt = (this.attempts.get(key) ?? 0) + 1;
      this.attempts.set(key, attempt);
      if (attempt <= mostAttempts) context.values.delete(node);
    }
  }

  /** The provider of an object. */
  providerOf(object: ModelObject): ModelProvider | undefined {
    return this.providers.get(object.provider);
  }

  /** What the providers say of the path of something outside of the program. */
  external(path: string): Value | undefined {
    for (const provider of this.providers.values()) {
      const found = provider.external(path);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What the providers make of a path in an annotation. */
  annotated(path: string): Value | undefined {
    for (const provider of this.providers.values()) {
      const found = provider.annotated?.(path);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What the providers say of calling something outside of the program. */
  callExternal(path: string, call: CallArguments): Value | undefined {
    for (const provider of this.providers.values()) {
      const found = provider.callExternal?.(path, call, this);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The functions that somebody outside of the program calls in turn when it is called. */
  indirectCalls(called: Value, call: CallArguments): readonly IndirectCall[] {
    if (called.kind === 'object') return this.providerOf(called)?.calls?.(called, call, this) ?? [];
    if (called.kind !== 'external') return [];
    return [...this.providers.values()].flatMap(
      (provider) => provider.callsOfExternal?.(called.path, call, this) ?? [],
    );
  }

  /** What an absolute import of a dotted name gives. */
  module(path: string): Value {
    return modulePath(this, path);
  }

  /** What a binding makes of its name. */
  binding(context: Context, binding: Binding): Value {
    return bindingValue(this, context, binding);
  }

  /** What a name is that is used at a place in a scope. */
  nameIn(context: Context, scope: Scope, name: NameId, use: Node): Value {
    return nameIn(this, context, scope, name, use);
  }

  /** An attribute of a module. */
  moduleMember(module: Module, name: string): Value {
    return moduleMember(this, module, name);
  }

  /** What a function gives in a call, or (null) in all calls. */
  result(called: FunctionValue, frame: Frame | null): Value {
    return resultOf(this, called, frame);
  }

  /** What an annotation says of a value; undefined where it says nothing that is followed. */
  annotation(context: Context, node: Node): Value | undefined {
    return annotationValue(this, context, node);
  }

  attribute(value: Value, name: string): Value {
    return attributeOf(this, value, name);
  }

  call(value: Value, call: CallArguments): Value {
    return callOf(this, value, call);
  }

  item(value: Value, key: Value): Value {
    return itemOf(this, value, key);
  }

  element(value: Value): Value {
    return elementOf(this, value);
  }

  entered(value: Value): Value {
    return enteredOf(this, value);
  }

  awaited(value: Value): Value {
    return awaitedOf(this, value);
  }
}
