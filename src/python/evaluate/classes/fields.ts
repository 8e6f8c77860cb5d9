// https://docs.python.org/3/library/dataclasses.html: classes whose fields are also the parameters of their construction.
import {
  assignedValue,
  assignmentAnnotation,
  callee,
  decoratorExpression,
  definitionName,
  firstDecorator,
  Kind,
  keywordArgument,
  type NameId,
  NONE,
  type Node,
  positionalArgument,
} from '../../../syntax/python/index.ts';
import type { CallArguments } from '../../model-provider.ts';
import type { Binding } from '../../scopes/scopes.ts';
import { functionValue, stringOf, unknown } from '../../values/make.ts';
import { members, union } from '../../values/union.ts';
import type { ClassValue, Instance, Value } from '../../values/value.ts';
import { argumentsOf, SyntaxArguments } from '../arguments.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Frame } from '../frame.ts';
import { inherits, isSame, isTypedDictionary } from './bases.ts';
import { settingsField } from './settings.ts';

const decorators =
  /^(?:dataclasses\.dataclass|attrs?\.(?:s|attrs|define|frozen|mutable)|pydantic\.dataclasses\.dataclass)(?:\(\))?$/;
const bases = /^(?:typing\.NamedTuple|pydantic\.(?:\w+\.)*BaseModel|sqlmodel\.SQLModel|typing_extensions\.NamedTuple)$/;
const makers = /^(?:dataclasses\.field|attrs?\.(?:ib|field|attrib)|pydantic\.(?:fields\.)?Field)$/;

/** A field of a class, and the class that declares it. */
interface Field {
  readonly owner: ClassValue;
  readonly name: NameId;
  readonly binding: Binding;
}

/** The object's construction by its fields; null if the class has none. */
export function constructionByFields(
  e: Evaluator,
  of: ClassValue,
  classes: readonly ClassValue[],
  call: CallArguments,
): Frame | null {
  const fields = fieldsOf(e, of, classes);
  if (fields.length === 0) return null;
  return {
    key: `${of.key}@${call.key}`,
    function: functionValue(of.module, of.node, of.frame),
    parameter: (name) => passed(fields, call, name),
    depth: call.depth + 1,
  };
}

function passed(fields: readonly Field[], call: CallArguments, name: NameId): Value | undefined {
  const index = fields.findIndex((field) => field.name === name);
  const [field] = fields.slice(index, index + 1);
  if (field === undefined) return undefined;
  return call.get(index, field.owner.module.tree.names.text(name));
}

/** What a field of an object holds; undefined if there is no such field. */
export function fieldValue(
  e: Evaluator,
  of: Instance,
  classes: readonly ClassValue[],
  name: string,
): Value | undefined {
  const fields = fieldsOf(e, of.class, classes);
  const field = fields.find(({ owner, name: id }) => owner.module.tree.names.text(id) === name);
  if (field === undefined) return settingsField(e, of, classes, name);
  const { construction } = of;
  const settings = settingsField(e, of, classes, name);
  if (construction !== null && construction.function.node === of.class.node) {
    return construction.parameter(field.name) ?? settings ?? defaultOf(e, field) ?? unknown('dynamic-value');
  }
  if (settings !== undefined) return settings;
  const values = constructions(e, of.class).map((call) => passed(fields, call, field.name));
  const known = [...values, defaultOf(e, field)].filter((value) => value !== undefined);
  return known.length > 0 ? union(known) : annotated(e, field);
}

/** An item of a named tuple, by number, or of a typed dictionary, by name. Undefined if there is none. */
export function recordItem(e: Evaluator, of: Instance, key: Value): Value | undefined {
  const name = stringOf(key);
  if (name !== undefined && isTypedDictionary(e, of.class)) return e.attribute(of, name);
  if (key.kind !== 'constant' || typeof key.value !== 'number') return undefined;
  const field = fieldsOf(e, of.class, e.lineage(of.class).classes).at(key.value);
  return field === undefined ? undefined : e.attribute(of, field.owner.module.tree.names.text(field.name));
}

function annotated(e: Evaluator, { owner, binding }: Field): Value {
  const context = e.context(owner.module, owner.frame);
  const annotation = assignmentAnnotation(context.tree, binding.node);
  return e.annotation(context, annotation) ?? unknown('parameter-of-entry-point');
}

function fieldsOf(e: Evaluator, of: ClassValue, classes: readonly ClassValue[]): Field[] {
  if (!isRecord(e, of, classes)) return [];
  const found = new Map<NameId, Field>();
  for (const owner of classes.toReversed()) {
    for (const [name, [first]] of owner.module.scopes.of(owner.node).bindings) {
      if (first?.kind === 'annotated') found.set(name, { owner, name, binding: first });
    }
  }
  return [...found.values()];
}

function isRecord(e: Evaluator, of: ClassValue, classes: readonly ClassValue[]): boolean {
  return (
    classes.some((one) => isDecorated(e, one)) ||
    inherits(e, of, (path) => bases.test(path) || path.endsWith('BaseSettings'))
  );
}

function isDecorated(e: Evaluator, { module, node, frame }: ClassValue): boolean {
  const { tree } = module;
  for (
    let at = firstDecorator(tree, node);
    at !== NONE && tree.kind(at) === Kind.Decorator;
    at = tree.nextSibling(at)
  ) {
    const value = e.evaluate(e.context(module, frame), decoratorExpression(tree, at));
    if (members(value).some((member) => member.kind === 'external' && decorators.test(member.path))) return true;
  }
  return false;
}

/** The default of a field: `= value`, or by `field(default=…)`, `field(default_factory=…)`. */
function defaultOf(e: Evaluator, { owner, binding }: Field): Value | undefined {
  const context = e.context(owner.module, owner.frame);
  const { tree } = context;
  const node = assignedValue(tree, binding.node);
  if (node === NONE) return undefined;
  if (tree.kind(node) !== Kind.Call) return e.evaluate(context, node);
  const maker = e.evaluate(context, callee(tree, node));
  if (maker.kind !== 'external' || !makers.test(maker.path)) return e.evaluate(context, node);
  const value = argumentNamed(tree, node, 'default');
  if (value !== NONE) return e.evaluate(context, value);
  for (const name of ['default_factory', 'factory']) {
    const factory = argumentNamed(tree, node, name);
    if (factory !== NONE) return e.call(e.evaluate(context, factory), argumentsOf(`factory${node}`, []));
  }
  const first = maker.path.endsWith('Field') ? positionalArgument(tree, node, 0) : NONE;
  return first === NONE || tree.kind(first) === Kind.Ellipsis ? undefined : e.evaluate(context, first);
}

function argumentNamed(tree: ClassValue['module']['tree'], call: Node, name: string): Node {
  return keywordArgument(tree, call, tree.names.idOf(name));
}

const mostConstructions = 100;

/** The calls that make objects of a class. */
function constructions(e: Evaluator, of: ClassValue): CallArguments[] {
  const { tree } = of.module;
  const found: CallArguments[] = [];
  e.openUsers(of.module, tree.name(definitionName(tree, of.node)));
  for (const { module, node } of e.uses.calls(tree.name(definitionName(tree, of.node))).slice(0, mostConstructions)) {
    const context = e.context(module);
    const targets = members(e.evaluate(context, callee(module.tree, node)));
    if (targets.some((one) => one.kind === 'class' && isSame(one, of)))
      found.push(new SyntaxArguments(e, context, node));
  }
  return found;
}
