import {
  assignedValue,
  assignmentAnnotation,
  itemContext,
  Kind,
  NONE,
  type Node,
  type Tree,
} from '../../../syntax/python/index.ts';
import { constant, external, instance, unknown } from '../../values/make.ts';
import { members, nothing, union } from '../../values/union.ts';
import type { ClassValue, Instance, ModelObject, Value } from '../../values/value.ts';
import { argumentsOf } from '../arguments.ts';
import type { Context } from '../context.ts';
import { enclosingClass, enclosingFunction } from '../enclosing.ts';
import type { Evaluator } from '../evaluator.ts';
import { isAbstract } from '../functions.ts';
import { runsIn } from '../guards.ts';
import { unpack } from '../unpacking.ts';
import type { Use } from '../uses.ts';
import { isSame, subclassesOf } from './bases.ts';
import { computedStores } from './computed-stores.ts';
import { argumentsOfBase, constructionOf } from './construction.ts';
import { enumMembers } from './enumerations.ts';
import { fieldValue } from './fields.ts';
import { boundMember, type Member, memberIn } from './members.ts';
import { selfStores } from './self-stores.ts';

/** An attribute of an object: what its class says (methods, properties, class variables), what is stored in it. */
export function instanceAttribute(e: Evaluator, of: Instance, name: string): Value {
  const { classes, outside } = e.lineage(of.class);
  const member = memberIn(classes, name);
  if (member !== undefined && isFunction(member)) return method(e, of, member, name);
  const values = storesIn(e, of, classes, name);
  const field = fieldValue(e, of, classes, name);
  if (field !== undefined) values.push(field);
  else if (member !== undefined) values.push(boundMember(e, member, of, of.class));
  if (values.some((value) => value !== nothing && !onlyNone(value)))
    return union([...values, ...overridden(e, of, values, name)]);
  const more = belowOrAround(e, of, name).filter((value) => value !== nothing);
  if (more.length > 0) return union(more.some((value) => !onlyNone(value)) ? more : [...values, ...more]);
  if (values.some((value) => value !== nothing)) return union(values);
  if (name === '__class__') return of.class;
  const computed = name.startsWith('__') ? [] : computedStores(e, of, classes, name);
  if (computed.length > 0) return union(computed);
  const choices = name === 'value' || name === 'name' ? enumMembers(e, of.class) : undefined;
  if (choices !== undefined) return e.attribute(choices, name);
  return missing(e, of, classes, outside, name);
}

const onlyNone = (value: Value): boolean => value.kind === 'constant' && value.value === null;

function isFunction(member: Member): boolean {
  return member.bindings.every((binding) => binding.kind === 'function');
}

/** A method; one that only says what classes below will do, with what they do. */
function method(e: Evaluator, of: Instance, member: Member, name: string): Value {
  const own = boundMember(e, member, of, of.class);
  const [first] = member.bindings;
  if (of.construction !== null || first === undefined || !isAbstract(member.owner.module.tree, first.node)) return own;
  const below = subclassesOf(e, of.class).map((one) => e.instanceAttribute(instance(one, null), name));
  return below.length === 0 ? own : union(below);
}

/** What methods of the classes store under `self.name`. */
function storesIn(e: Evaluator, of: Instance, classes: readonly ClassValue[], name: string): Value[] {
  const values: Value[] = [];
  for (const owner of classes) {
    const found = (selfStores(owner).get(owner.module.tree.names.idOf(name)) ?? []).map((target) => {
      const definition = enclosingFunction(owner.module.tree, target);
      const frame = constructionOf(e, of, owner, definition) ?? owner.frame;
      return { target, context: e.context(owner.module, frame) };
    });
    const running = found.length < 2 ? found : found.filter((one) => runsIn(e, one.context, one.target) !== false);
    for (const { context, target } of running) values.push(storedValue(e, context, target));
  }
  return values;
}

/** What an assignment to an attribute stores. */
function storedValue(e: Evaluator, context: Context, target: Node): Value {
  const { tree } = context;
  let top = target;
  let statement = tree.parent(top);
  while (isPattern(tree, statement)) {
    top = statement;
    statement = tree.parent(top);
  }
  if (tree.kind(statement) === Kind.WithItem) {
    return unpack(e, e.entered(e.evaluate(context, itemContext(tree, statement))), tree, top, target);
  }
  if (tree.kind(statement) === Kind.AugmentedAssignment) return unknown('unsupported-construct');
  const node = assignedValue(tree, statement);
  const value = node === NONE ? nothing : unpack(e, e.evaluate(context, node), tree, top, target);
  if (tree.kind(statement) !== Kind.AnnotatedAssignment) return value;
  if (members(value).some((member) => member.kind !== 'unknown' && !onlyNone(member))) return value;
  return union([value, e.annotation(e.context(context.module), assignmentAnnotation(tree, statement)) ?? nothing]);
}

function isPattern(tree: Tree, node: Node): boolean {
  const kind = tree.kind(node);
  return kind === Kind.Tuple || kind === Kind.List || kind === Kind.Starred;
}

/** What classes below put in the place of a constant of the class: any object of the class may be one of theirs. */
function overridden(e: Evaluator, of: Instance, values: readonly Value[], name: string): Value[] {
  if (of.construction !== null || values.some((value) => value.kind !== 'constant')) return [];
  return subclassesOf(e, of.class).map((below) => e.instanceAttribute(instance(below, null), name));
}

/** What classes below define, and what others store in the object from outside. */
function belowOrAround(e: Evaluator, of: Instance, name: string): Value[] {
  const values: Value[] = [];
  if (of.construction === null) {
    for (const below of subclassesOf(e, of.class)) {
      const { classes } = e.lineage(below);
      const member = memberIn(classes, name);
      if (member !== undefined) values.push(boundMember(e, member, instance(below, null), below));
      values.push(...storesIn(e, instance(below, null), [below], name));
    }
  }
  for (const use of e.uses.stores(of.class.module.tree.names.idOf(name)).slice(0, mostStores)) {
    if (isStoreInto(e, use, of.class)) values.push(storedValue(e, e.context(use.module), use.node));
  }
  return values;
}

const mostStores = 100;

function isStoreInto(e: Evaluator, { module, node }: Use, owner: ClassValue): boolean {
  const { tree } = module;
  const object = tree.firstChild(node);
  if (
    tree.kind(object) === Kind.Name &&
    /^(?:self|cls)$/.test(tree.nameText(object)) &&
    enclosingClass(tree, enclosingFunction(tree, node)) !== NONE
  ) {
    return false;
  }
  return members(e.evaluate(e.context(module), object)).some(
    (one) => (one.kind === 'instance' && isSame(one.class, owner)) || (one.kind === 'class' && isSame(one, owner)),
  );
}

/** The annotation of a name in a class body to which nothing is assigned. */
function declared(e: Evaluator, classes: readonly ClassValue[], name: string): Value | undefined {
  for (const { module, node, frame } of classes) {
    const bindings = module.scopes.of(node).bindings.get(module.tree.names.idOf(name)) ?? [];
    for (const one of bindings) {
      if (one.kind !== 'annotated') continue;
      const value = e.annotation(e.context(module, frame), assignmentAnnotation(module.tree, one.node));
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

/** An attribute that an object has from a class of a library: it is made with what that one's construction is passed. */
function ofOutside(e: Evaluator, of: Instance, base: ModelObject, name: string): Value {
  const made = e.call(base, argumentsOfBase(e, of));
  return e.attribute(made.kind === 'object' ? made : base, name);
}

/** Nothing in the program says what the attribute is. */
function missing(
  e: Evaluator,
  of: Instance,
  classes: readonly ClassValue[],
  outside: readonly Value[],
  name: string,
): Value {
  const annotated = declared(e, classes, name);
  if (annotated !== undefined) return annotated;
  const fallback = name.startsWith('__') ? undefined : memberIn(classes, '__getattr__');
  if (fallback !== undefined)
    return e.call(boundMember(e, fallback, of, of.class), argumentsOf('__getattr__', [constant(name)]));
  const values = outside.flatMap((base) => {
    if (base.kind !== 'external') return base.kind === 'object' ? [ofOutside(e, of, base, name)] : [];
    if (base.path.startsWith('builtins.') || base.path.startsWith('typing.')) return [];
    const path = `${base.path}().${name}`;
    return [e.inherited(base.path, name, of) ?? e.external(path) ?? external(path)];
  });
  return values.length === 0 ? unknown('dynamic-value') : union(values);
}
