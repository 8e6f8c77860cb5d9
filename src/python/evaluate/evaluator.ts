import type { NameId, Node } from '../../syntax/python/index.ts';
import type { CallArguments, Evaluation, IndirectCall, ModelProvider } from '../model-provider.ts';
import type { Importers } from '../program/importers.ts';
import type { Module } from '../program/module.ts';
import type { Program } from '../program/program.ts';
import type { Binding, Scope } from '../scopes/scopes.ts';
import { unknown } from '../values/make.ts';
import { nothing, overMembers } from '../values/union.ts';
import type { ClassValue, FunctionValue, Instance, ModelObject, Value } from '../values/value.ts';
import { annotationValue } from './annotations.ts';
import { attributeOf, storedIn } from './attributes.ts';
import { awaitedOf } from './awaited.ts';
import { bindingValue } from './bindings.ts';
import { type CallSites, callSites } from './calling/call-sites.ts';
import { callOf } from './calls.ts';
import { type Lineage, lineageOf } from './classes/bases.ts';
import { instanceAttribute } from './classes/instance-attributes.ts';
import { type Context, newContext } from './context.ts';
import { elementOf } from './elements.ts';
import { enteredOf } from './entered.ts';
import { evaluateExpression } from './expression.ts';
import type { Frame } from './frame.ts';
import { resultOf } from './functions.ts';
import { moduleMember, modulePath } from './imports.ts';
import { itemOf } from './items.ts';
import { Memo, Store } from './memo.ts';
import { nameIn } from './names.ts';
import { firstUnevaluated } from './spine.ts';
import { Uses } from './uses.ts';

const none: CallSites = { calls: [], ofTests: [], complete: true };
const noClasses: Lineage = { classes: [], outside: [] };
const noLineage = { inCycle: noClasses, beyond: noClasses };
const noSites = { inCycle: none, beyond: { calls: [], ofTests: [], complete: false } };
const limits = { inCycle: nothing as Value, beyond: unknown('bound-reached') as Value };

/**
 * Finds what expressions are, when asked, once for each place and call. Bounds: the depth of the recursion, the number
 * of steps for one question, the alternatives of a value. What goes beyond one is unknown (`bound-reached`).
 */
export class Evaluator implements Evaluation {
  readonly program: Program;
  readonly uses: Uses;
  private readonly providers: ReadonlyMap<string, ModelProvider>;
  /** First parts of the paths of modules. */
  private readonly spokenFor: ReadonlySet<string>;
  private readonly contexts = new Map<Module, Context>();
  private readonly framed = new Map<string, Context>();
  private readonly importers: Importers | undefined;
  private readonly memo = new Memo();
  private readonly attributes = new Store<string, Value>();
  private readonly results = new Store<string, Value>();
  private readonly elements = new Store<string, Value>();
  private readonly lineages = new Store<string, Lineage>();
  private readonly sites = new Store<string, CallSites>();

  /** `importers` opens the modules that use something; without, only those that are open count. */
  constructor(program: Program, providers: readonly ModelProvider[], importers?: Importers) {
    this.program = program;
    this.importers = importers;
    this.providers = new Map(providers.map((provider) => [provider.name, provider]));
    this.spokenFor = new Set(providers.flatMap(({ imports }) => imports));
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
    const known = context.values.result(node);
    if (known !== undefined) return known;
    for (let inner = firstUnevaluated(context, node); inner !== node; inner = firstUnevaluated(context, node)) {
      this.evaluateOne(context, inner);
      if (context.values.result(inner) === undefined) break; // it was not kept, and is evaluated with the rest
    }
    return this.evaluateOne(context, node);
  }

  /** What an expression is, as far as it can be found in some steps. */
  evaluateWithin(steps: number, context: Context, node: Node): Value {
    const { mostSteps } = this.memo;
    this.memo.mostSteps = Math.min(steps, mostSteps);
    const value = this.evaluate(context, node);
    this.memo.mostSteps = mostSteps;
    return value;
  }

  private evaluateOne(context: Context, node: Node): Value {
    return this.memo.find(context.values, node, limits, () => evaluateExpression(this, context, node));
  }

  /** True for a module apart from the program: a test. */
  isApart({ file }: Module): boolean {
    return this.importers?.isApart(file) ?? false;
  }

  /** Opens the modules that may use a name which a module defines, so that `uses` knows of them; not those left out. */
  openUsers(module: Module, name: NameId, leftOut?: (file: string) => boolean): void {
    this.importers?.open(module, module.tree.names.text(name), leftOut);
  }

  /** The files that may import a module. */
  importersOf(module: Module): readonly string[] {
    return this.importers?.of(module) ?? this.program.opened.map(({ file }) => file);
  }

  /** True if a provider says what a module is, by its dotted name. */
  speaksFor(path: string): boolean {
    return this.spokenFor.has(path.split('.', 1)[0] ?? '');
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

  /** What the providers say of an attribute that comes from a class outside of the program. */
  inherited(path: string, name: string, receiver: Value): Value | undefined {
    for (const provider of this.providers.values()) {
      const found = provider.inherited?.(path, name, receiver);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What the providers presume that a method gives of which this is known; undefined if they leave it at that. */
  presumed(method: string, call: CallArguments, value: Value): Value | undefined {
    for (const provider of this.providers.values()) {
      const found = provider.presumed?.(method, call, value);
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

  /** What the program stores in an attribute of that very value. */
  stored(value: Value, name: string): Value {
    return storedIn(this, value, name);
  }

  /** What a binding makes of its name. */
  binding(context: Context, binding: Binding): Value {
    return this.memo.find(context.values, binding.target, limits, () => bindingValue(this, context, binding));
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
    const key = `${called.key}@${frame?.key ?? ''}`;
    return this.memo.find(this.results, key, limits, () => resultOf(this, called, frame));
  }

  /** What an annotation says of a value; undefined where it says nothing that is followed. */
  annotation(context: Context, node: Node): Value | undefined {
    return annotationValue(this, context, node);
  }

  /** The calls of a function. */
  callSites(called: FunctionValue): CallSites {
    return this.memo.find(this.sites, called.key, noSites, () => callSites(this, called));
  }

  /** The classes in which an attribute is looked for. */
  lineage(of: ClassValue): Lineage {
    return this.memo.find(this.lineages, of.key, noLineage, () => lineageOf(this, of));
  }

  /** An attribute of an object of a class of the program. */
  instanceAttribute(of: Instance, name: string): Value {
    return this.memo.find(this.attributes, `${of.key}.${name}`, limits, () => instanceAttribute(this, of, name));
  }

  attribute(value: Value, name: string): Value {
    return attributeOf(this, value, name);
  }

  someAttribute(value: Value): Value {
    return overMembers(value, (member) => {
      const some = member.kind === 'object' ? this.providerOf(member)?.someAttribute?.(member) : undefined;
      return some ?? unknown('dynamic-value');
    });
  }

  call(value: Value, call: CallArguments): Value {
    return callOf(this, value, call);
  }

  item(value: Value, key: Value): Value {
    return itemOf(this, value, key);
  }

  element(value: Value): Value {
    return this.memo.find(this.elements, value.key, limits, () => elementOf(this, value));
  }

  entered(value: Value): Value {
    return enteredOf(this, value);
  }

  awaited(value: Value): Value {
    return awaitedOf(this, value);
  }
}
