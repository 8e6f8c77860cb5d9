// https://docs.python.org/3/library/typing.html
import {
  Kind,
  leftOperand,
  NONE,
  type Node,
  Operator,
  objectOf,
  operatorOf,
  parseModule,
  rightOperand,
  stringValue,
  subscriptIndex,
  type Tree,
} from '../../syntax/python/index.ts';
import { mappingOf, sequence } from '../values/containers.ts';
import { external, instance, none } from '../values/make.ts';
import { members, nothing, union } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import type { Context } from './context.ts';
import type { Evaluator } from './evaluator.ts';
import { type AliasedType, typeOfAlias } from './type-aliases.ts';

/** Special forms by what they make of their arguments. */
const forms: Readonly<Record<string, 'first' | 'any' | 'last' | 'sequence' | 'mapping' | 'class'>> = {
  Optional: 'first',
  Annotated: 'first',
  Final: 'first',
  ClassVar: 'first',
  Required: 'first',
  NotRequired: 'first',
  ReadOnly: 'first',
  Awaitable: 'first',
  ContextManager: 'first',
  AsyncContextManager: 'first',
  AbstractContextManager: 'first',
  AbstractAsyncContextManager: 'first',
  Mapped: 'first',
  Union: 'any',
  Coroutine: 'last',
  Type: 'class',
  type: 'class',
  List: 'sequence',
  list: 'sequence',
  Sequence: 'sequence',
  MutableSequence: 'sequence',
  Iterable: 'sequence',
  Iterator: 'sequence',
  Generator: 'sequence',
  AsyncIterator: 'sequence',
  AsyncIterable: 'sequence',
  AsyncGenerator: 'sequence',
  Set: 'sequence',
  set: 'sequence',
  FrozenSet: 'sequence',
  frozenset: 'sequence',
  Collection: 'sequence',
  Tuple: 'sequence',
  tuple: 'sequence',
  Deque: 'sequence',
  Dict: 'mapping',
  dict: 'mapping',
  Mapping: 'mapping',
  MutableMapping: 'mapping',
  DefaultDict: 'mapping',
};

const typing =
  /^(?:typing|typing_extensions|collections\.abc|collections|contextlib|builtins|sqlalchemy\.orm)\.(?<name>\w+)$/;

/** What an annotation says of a value; undefined where it says nothing that is followed (`str`, `Any`, a type variable). */
export function annotationValue(e: Evaluator, context: Context, node: Node): Value | undefined {
  return typeValue(e, sourceIn(e, context), node, 0);
}

function sourceIn(e: Evaluator, context: Context): Source {
  return { tree: context.tree, evaluate: (one) => e.evaluate(context, one), context };
}

/** A tree with annotations in it, and how its names are evaluated: a quoted annotation has a tree of its own. */
interface Source {
  readonly tree: Tree;
  readonly context: Context;
  evaluate(node: Node): Value;
}

const deepest = 12;

function typeValue(e: Evaluator, source: Source, node: Node, depth: number): Value | undefined {
  if (depth > deepest) return undefined;
  const { tree } = source;
  switch (tree.kind(node)) {
    case Kind.NoneLiteral:
      return none;
    case Kind.String:
      return quoted(e, source, stringValue(tree, node) ?? '', depth);
    case Kind.BinaryOperation:
      if (operatorOf(tree, node) !== Operator.BitOr) return undefined;
      return joined(
        [leftOperand(tree, node), rightOperand(tree, node)].map((one) => typeValue(e, source, one, depth + 1)),
      );
    case Kind.Subscript:
      return generic(e, source, node, depth);
    case Kind.Name: {
      const named = source.evaluate(node);
      const alias = typeOfAlias(e, source.context.module, tree.name(node), named);
      return alias === undefined ? plain(e, named) : aliased(e, alias, depth);
    }
    case Kind.Attribute:
      return plain(e, source.evaluate(node));
    default:
      return undefined;
  }
}

function aliased(e: Evaluator, { context, node, isBound }: AliasedType, depth: number): Value | undefined {
  const value = typeValue(e, sourceIn(e, context), node, depth + 1);
  return isBound === true && members(value ?? nothing).some(({ kind }) => kind !== 'object') ? undefined : value;
}

function joined(values: readonly (Value | undefined)[]): Value | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.every((value) => value === none) ? undefined : union(known);
}

/** An object of the class that a name names. */
function plain(e: Evaluator, named: Value): Value | undefined {
  const found = members(named).map((member) => {
    if (member.kind === 'class') return instance(member, null);
    if (member.kind === 'object') return e.providerOf(member)?.annotatedObject?.(member);
    if (member.kind !== 'external') return undefined;
    const known = e.annotated(member.path);
    if (known !== undefined) return known;
    return typing.test(member.path) ? undefined : external(`${member.path}()`);
  });
  const known = found.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : union(known);
}

function generic(e: Evaluator, source: Source, node: Node, depth: number): Value | undefined {
  const { tree } = source;
  const head = source.evaluate(objectOf(tree, node));
  const index = subscriptIndex(tree, node);
  const parts = tree.kind(index) === Kind.Tuple ? partsOf(tree, index) : [index];
  const name = head.kind === 'external' ? typing.exec(head.path)?.groups?.['name'] : undefined;
  const form = name === undefined ? undefined : forms[name];
  const at = (part: Node | undefined): Value | undefined =>
    part === undefined ? undefined : typeValue(e, source, part, depth + 1);
  switch (form) {
    case 'first':
      return (name === 'Annotated' ? dependency(source, parts.slice(1)) : undefined) ?? at(parts[0]);
    case 'last':
      return at(parts.at(-1));
    case 'any':
      return joined(parts.map(at));
    case 'class':
      return parts[0] === undefined ? undefined : source.evaluate(parts[0]);
    case 'sequence': {
      const element = at(parts[0]);
      return element === undefined ? undefined : sequence(`a${element.key}`, 'list', () => [element], false);
    }
    case 'mapping': {
      const value = at(parts[1]);
      return value === undefined ? undefined : mappingOf(new Map(), value);
    }
    default:
      return plain(e, head);
  }
}

const dependencies = /^fastapi\.(?:params\.)?(?:Depends|Security)$/;

/** What a framework passes for a parameter, as the metadata of its annotation say: `Annotated[S3Client, Depends(client)]`. */
function dependency({ tree, evaluate }: Source, metadata: readonly Node[]): Value | undefined {
  for (const one of metadata) {
    if (tree.kind(one) !== Kind.Call) continue;
    const named = evaluate(tree.firstChild(one));
    if (named.kind !== 'external' || !dependencies.test(named.path)) continue;
    const given = evaluate(one);
    return given.kind === 'unknown' || given.kind === 'external' ? undefined : given;
  }
  return undefined;
}

function partsOf(tree: Tree, tuple: Node): Node[] {
  const parts: Node[] = [];
  for (let part = tree.firstChild(tuple); part !== NONE; part = tree.nextSibling(part)) parts.push(part);
  return parts;
}

const longestQuoted = 500;

/** A quoted annotation: its names are those of the module. */
function quoted(e: Evaluator, source: Source, text: string, depth: number): Value | undefined {
  if (text.length > longestQuoted) return undefined;
  const tree = parseModule(new TextEncoder().encode(text.trim()), source.tree.names);
  const statement = tree.firstChild(tree.root);
  if (statement === NONE || tree.kind(statement) !== Kind.ExpressionStatement || tree.errors.length > 0)
    return undefined;
  const { context } = source;
  const evaluate = (node: Node): Value => {
    if (tree.kind(node) === Kind.Name) return moduleMemberOrBuiltin(e, context, tree.nameText(node));
    if (tree.kind(node) === Kind.Attribute) return e.attribute(evaluate(tree.firstChild(node)), tree.nameText(node));
    return nothing;
  };
  return typeValue(e, { tree, context, evaluate }, tree.firstChild(statement), depth + 1);
}

function moduleMemberOrBuiltin(e: Evaluator, { module }: Context, name: string): Value {
  const found = e.moduleMember(module, name);
  return found.kind === 'unknown' ? (e.external(`builtins.${name}`) ?? external(`builtins.${name}`)) : found;
}
