import type { Place } from '../evidence/place.ts';
import type { UnknownReason } from '../evidence/vocabulary.ts';
import { SyntaxArguments } from '../python/evaluate/arguments.ts';
import type { Context } from '../python/evaluate/context.ts';
import type { Evaluator } from '../python/evaluate/evaluator.ts';
import type { CallArguments, Operation, OperationProvider } from '../python/model-provider.ts';
import type { Module } from '../python/program/module.ts';
import { rangeBetween } from '../python/range-of.ts';
import { members, nothing } from '../python/values/union.ts';
import type { ModelObject, Value } from '../python/values/value.ts';
import {
  attributeNameStart,
  callee,
  firstArgument,
  firstTarget,
  Kind,
  NONE,
  type Node,
  type Tree,
} from '../syntax/python/index.ts';
import { contextsOfCallers, isOfParameter, joinedOperations } from './by-call-site.ts';
import { type IsOperation, type OperationPlace, operationPlaces } from './operation-places.ts';

/** An operation of a cloud, and where the code performs it. */
export interface FoundCall {
  readonly operation: Operation;
  readonly place: Place;
  readonly module: Module;
  /** What is called. */
  readonly node: Node;
}

/** A call that looks like an SDK's and of which it cannot be said what it performs. */
export interface UnresolvedCall {
  readonly place: Place;
  readonly text: string;
  readonly reason: UnknownReason;
  readonly module: Module;
  readonly node: Node;
}

/** The SDK calls of some modules. */
export interface FoundCalls {
  readonly calls: readonly FoundCall[];
  readonly unresolved: readonly UnresolvedCall[];
}

/**
 * The SDK calls of a module, in the order of its tree. `fitting` leaves out what does not look like one by the names of
 * its arguments: for modules that know an SDK only by what they are passed.
 */
export function collectCalls(
  e: Evaluator,
  module: Module,
  providers: readonly OperationProvider[],
  fitting = false,
): FoundCalls {
  return new Collector(e, module, providers).collect(fitting);
}

/** What calling a node performs in a context: one call of the function around it. Undefined where that is not known. */
export function performedIn(
  e: Evaluator,
  context: Context,
  node: Node,
  providers: readonly OperationProvider[],
): Operation[] | undefined {
  return new Collector(e, context.module, providers).performedIn(context, node);
}

class Collector {
  private readonly e: Evaluator;
  private readonly module: Module;
  private readonly tree: Tree;
  private readonly context: Context;
  private readonly providers: readonly OperationProvider[];
  private readonly calls: FoundCall[] = [];
  private readonly unresolved: UnresolvedCall[] = [];

  constructor(e: Evaluator, module: Module, providers: readonly OperationProvider[]) {
    this.e = e;
    this.module = module;
    this.tree = module.tree;
    this.context = e.context(module);
    this.providers = providers;
  }

  collect(fitting: boolean): FoundCalls {
    if (this.isOfSdk()) return { calls: [], unresolved: [] };
    for (const place of operationPlaces(this.tree, this.module.scopes, operationNames(this.tree, this.providers))) {
      if (fitting && !this.fits(place)) continue;
      if (place.call === NONE) this.readOrPassed(place.node);
      else this.called(place);
    }
    return { calls: this.calls, unresolved: this.unresolved };
  }

  /** A copy of an SDK in the program, as in a layer: what it calls is called by who uses it. */
  private isOfSdk(): boolean {
    const [first = ''] = this.module.name.split('.', 1);
    return this.providers.some((provider) => provider.imports.includes(first));
  }

  private fits({ node, call }: OperationPlace): boolean {
    if (call === NONE || this.tree.kind(node) !== Kind.Attribute) return false;
    const given = new SyntaxArguments(this.e, this.context, call);
    const name = this.tree.nameText(node);
    return given.keywords.length > 0 && this.providers.some((provider) => provider.guess(name, given) !== undefined);
  }

  private called({ node, call }: OperationPlace): void {
    const given = new SyntaxArguments(this.e, this.context, call);
    const looksAlike = this.looksAlike(node, call);
    const value = this.value(node, looksAlike);
    if (members(value).length > 1 && this.performByCaller(node)) return;
    if (this.perform(node, value, given)) return;
    if (this.tree.kind(node) === Kind.Attribute) this.guess(node, looksAlike, given);
  }

  /** Records what each caller has the call perform; false where that is not known of each, and where it is nothing. */
  private performByCaller(node: Node): boolean {
    const performed: Operation[] = [];
    for (const context of contextsOfCallers(this.e, this.context, node) ?? []) {
      const found = this.performedIn(context, node);
      if (found === undefined) return false;
      performed.push(...found);
    }
    const operations = joinedOperations(performed);
    if (!isOfParameter(this.context, node) && new Set(operations.map(operationName)).size < 2) return false;
    for (const operation of operations) this.record(node, operation);
    return operations.length > 0;
  }

  /** What calling a node performs in a context; undefined where that is not known. */
  performedIn(context: Context, node: Node): Operation[] | undefined {
    const given = new SyntaxArguments(this.e, context, this.tree.parent(node));
    const value = this.e.evaluate(context, node);
    const found = fittingOnes(this.performed(value, given), given);
    if (found.length === 0 && members(value).some(({ kind }) => kind === 'unknown')) return undefined;
    return found.map(({ operation }) => operation);
  }

  /** What hardly looks like an SDK's call is not worth many steps: a client is mostly made near to where it is used. */
  private value(node: Node, looksAlike: boolean): Value {
    if (looksAlike) return this.e.evaluate(this.context, node);
    return this.e.evaluateWithin(fewSteps, this.context, node);
  }

  private looksAlike(node: Node, call: Node): boolean {
    const name = this.tree.nameText(node);
    return this.providers.some((provider) => provider.isTelling(name)) || hasCapital(this.tree, call);
  }

  /** Records what calling a value performs; false if it performs nothing. */
  private perform(node: Node, value: Value, given: CallArguments): boolean {
    let found = false;
    for (const member of members(value)) {
      if (member.kind !== 'object') continue;
      const reason = this.providerOf(member)?.unresolved?.(member, given, this.e);
      if (reason !== undefined) this.recordUnresolved(node, reason);
      found ||= reason !== undefined;
    }
    const performed = this.performed(value, given);
    for (const { operation } of fittingOnes(performed, given)) this.record(node, operation);
    return found || performed.length > 0;
  }

  private performed(value: Value, given: CallArguments, depth = 0): Performed[] {
    return members(value).flatMap((member) => {
      if (member.kind === 'external') return this.performedOutside(member.path, given);
      if (member.kind !== 'object') return [];
      const provider = this.providerOf(member);
      if (provider === undefined) return depth > mostHands ? [] : this.performedBehind(member, given, depth);
      return provider.operations(member, given, this.e).map((operation) => ({ provider, operation }));
    });
  }

  /** What calling an object of a library performs that calls an operation in turn: a partial, with what it keeps. */
  private performedBehind(holder: ModelObject, given: CallArguments, depth: number): Performed[] {
    return this.e
      .indirectCalls(holder, given)
      .flatMap(({ callee: called, arguments: passed }) => this.performed(called, passed, depth + 1));
  }

  /** What calling a library's function or class performs. */
  private performedOutside(path: string, given: CallArguments): Performed[] {
    return this.providers.flatMap((provider) => {
      const operations = provider.operationsOfExternal?.(path, given, this.e) ?? [];
      return operations.map((operation) => ({ provider, operation }));
    });
  }

  private providerOf(value: Value): OperationProvider | undefined {
    if (value.kind !== 'object') return undefined;
    return this.providers.find(({ name }) => name === value.provider);
  }

  /** `object.attribute` may load the object; `submit(client.method, …)` has it called. */
  private readOrPassed(node: Node): void {
    const name = this.tree.nameText(node);
    for (const object of members(this.value(this.tree.firstChild(node), false))) {
      const provider = this.providerOf(object);
      if (provider === undefined) continue;
      for (const operation of provider.loads?.(object as ModelObject, name, this.e) ?? []) this.record(node, operation);
    }
    const call = callAround(this.tree, node);
    if (call !== NONE) this.passed(node, call);
  }

  private passed(node: Node, call: Node): void {
    const value = this.value(node, false);
    if (!members(value).some((member) => this.providerOf(member) !== undefined)) return;
    if (this.isCalledLater(call)) return;
    const given = new SyntaxArguments(this.e, this.context, call);
    for (const holder of members(this.e.evaluate(this.context, callee(this.tree, call)))) {
      for (const indirect of this.e.indirectCalls(holder, given)) {
        if (members(indirect.callee).some((one) => members(value).some((other) => one.key === other.key))) {
          this.perform(node, indirect.callee, indirect.arguments);
        }
      }
    }
  }

  /** `partial(f, x)(y)`, `put = partial(f, x)` and then `put(y)`: what is made performs where it is called. */
  private isCalledLater(call: Node): boolean {
    const { tree, e, module } = this;
    const assignment = tree.parent(call);
    if (tree.kind(assignment) === Kind.Call && callee(tree, assignment) === call) return true;
    const target = tree.kind(assignment) === Kind.Assignment ? firstTarget(tree, assignment) : NONE;
    if (target === NONE || tree.kind(target) !== Kind.Name) return false;
    const made = new Set(members(e.evaluate(this.context, call)).map(({ kind, key }) => kind === 'object' && key));
    const uses = e.uses.calls(tree.name(target)).slice(0, mostUses);
    return uses.some((use) => {
      const called = use.module === module ? callee(tree, use.node) : NONE;
      if (called === NONE || tree.kind(called) !== Kind.Name) return false;
      return members(e.evaluate(this.context, called)).some(({ key }) => made.has(key));
    });
  }

  /** A call whose receiver is unknown may still look like an SDK's. */
  private guess(node: Node, looksAlike: boolean, given: CallArguments): void {
    const receiver = this.value(this.tree.firstChild(node), looksAlike);
    const reason = reasonOf(receiver, given);
    if (reason === undefined) return;
    for (const provider of this.providers) {
      const guessed = provider.guess(this.tree.nameText(node), given);
      if (guessed === 'unresolved') this.recordUnresolved(node, reason);
      else for (const operation of guessed ?? []) this.record(node, operation);
    }
  }

  private record(node: Node, operation: Operation): void {
    this.calls.push({ operation, place: this.placeOf(node), module: this.module, node });
  }

  private recordUnresolved(node: Node, reason: UnknownReason): void {
    const call = this.tree.parent(node);
    const text = this.tree.text(node);
    const shown = this.tree.kind(call) === Kind.Call ? `${text}(…)` : text;
    this.unresolved.push({ place: this.placeOf(node), text: shown, reason, module: this.module, node });
  }

  /** The place of a call is the name of what is called. */
  private placeOf(node: Node): Place {
    const { tree } = this;
    const start = tree.kind(node) === Kind.Attribute ? attributeNameStart(tree, node) : tree.start(node);
    return { file: this.module.file, ...rangeBetween(tree, start, tree.end(node)) };
  }
}

interface Performed {
  readonly provider: OperationProvider;
  readonly operation: Operation;
}

const operationName = ({ service, operation }: Operation): string => `${service}.${operation}`;

/** Where the receiver may be a client of several services, those whose operation takes the arguments, if there are any. */
function fittingOnes(performed: readonly Performed[], given: CallArguments): readonly Performed[] {
  if (new Set(performed.map(({ operation }) => operation.service)).size < 2) return performed;
  const fitting = performed.filter(({ provider, operation }) => provider.fits(operation, given));
  return fitting.length === 0 ? performed : fitting;
}

/** Libraries whose objects are nobody's SDK, and stand-ins in tests. */
const notSdks = /^(?:builtins|unittest|mock|pytest|pytest_mock)\./;

/** Why a receiver is not known; undefined if it is, and no SDK's. What a library gives counts where arguments have names. */
function reasonOf(receiver: Value, given: CallArguments): UnknownReason | undefined {
  if (receiver === nothing) return 'dynamic-value'; // evaluating it went in circles
  for (const member of members(receiver)) {
    if (member.kind === 'unknown') return member.reason;
    const isLibrary = member.kind === 'external' && !notSdks.test(member.path);
    if (isLibrary && given.keywords.length > 0) return 'external-code';
  }
  return undefined;
}

const fewSteps = 500;

/** Operations that are bound in a partial of a partial more often than this are not followed. */
const mostHands = 4;

/** Calls of a name of which it is asked whether they call a partial. */
const mostUses = 50;

/** True for written arguments with a capital letter, as AWS alone has them. */
function hasCapital(tree: Tree, call: Node): boolean {
  for (let argument = firstArgument(tree, call); argument !== NONE; argument = tree.nextSibling(argument)) {
    if (tree.kind(argument) === Kind.KeywordArgument && /^[A-Z]/.test(tree.nameText(argument))) return true;
  }
  return false;
}

/** The Call of which a node is an argument, by position or by name; `NONE` if it is none. */
function callAround(tree: Tree, node: Node): Node {
  let parent = tree.parent(node);
  if (tree.kind(parent) === Kind.KeywordArgument) parent = tree.parent(parent);
  return tree.kind(parent) === Kind.Call ? parent : NONE;
}

const [unasked, no, yes] = [0, 1, 2];
const answers = new WeakMap<readonly OperationProvider[], Map<object, Uint8Array>>();

/** Whether a name is one of an operation, asked once for each name of a names table. */
function operationNames(tree: Tree, providers: readonly OperationProvider[]): IsOperation {
  let byTable = answers.get(providers);
  if (byTable === undefined) answers.set(providers, (byTable = new Map()));
  const known = byTable.get(tree.names);
  const size = 2 * tree.names.size; // an answer without positional arguments, and one with
  const table = known !== undefined && known.length >= size ? known : new Uint8Array(size * 2);
  if (known !== undefined && known !== table) table.set(known);
  byTable.set(tree.names, table);
  return (name, positional) => {
    const at = 2 * name + Number(positional);
    if (table[at] === unasked) {
      const text = tree.names.text(name);
      table[at] = providers.some((provider) => provider.isOperation(text, positional)) ? yes : no;
    }
    return table[at] === yes;
  };
}
