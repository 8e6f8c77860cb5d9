import { assignedValue, Kind, NONE, type Node } from '../../../syntax/python/index.ts';
import { constant, unknown } from '../../values/make.ts';
import { members, union } from '../../values/union.ts';
import type { ClassValue, Value } from '../../values/value.ts';
import type { Evaluator } from '../evaluator.ts';
import { outside } from '../imports.ts';
import { classNameOf, isSame } from './bases.ts';
import { enumMember } from './enumerations.ts';
import { boundMember, memberIn } from './members.ts';
import { selfStores } from './self-stores.ts';

/** An attribute of a class: `Name.attribute`. */
export function classAttribute(e: Evaluator, of: ClassValue, name: string): Value {
  const choice = enumMember(e, of, name);
  if (choice !== undefined) return choice;
  if (name === '__name__') return constant(classNameOf(of.module.tree, of));
  const { classes, outside: bases } = e.lineage(of);
  const member = memberIn(classes, name);
  const values = member === undefined ? [] : [boundMember(e, member, of, of)];
  if (member === undefined || member.bindings.some((binding) => binding.kind === 'assignment')) {
    values.push(...stored(e, of, classes, name));
  }
  if (values.length > 0) return union(values);
  for (const base of bases) {
    if (base.kind === 'external' && !base.path.startsWith('builtins.'))
      return e.inherited(base.path, name, of) ?? outside(e, `${base.path}.${name}`);
    if (base.kind === 'object') return e.attribute(base, name);
  }
  return unknown('dynamic-value');
}

const mostStores = 50;

/** What `cls.name = …` in class methods and `Name.name = …` elsewhere store. */
function stored(e: Evaluator, of: ClassValue, classes: readonly ClassValue[], name: string): Value[] {
  const values: Value[] = [];
  for (const owner of classes) {
    const { module } = owner;
    for (const target of selfStores(owner).get(module.tree.names.idOf(name)) ?? []) {
      values.push(...assigned(e, owner, target));
    }
  }
  const { module } = of;
  for (const use of e.uses.stores(module.tree.names.idOf(name)).slice(0, mostStores)) {
    const object = use.module.tree.firstChild(use.node);
    if (use.module.tree.kind(object) !== Kind.Name) continue;
    const holders = members(e.evaluate(e.context(use.module), object));
    if (!holders.some((one) => one.kind === 'class' && isSame(one, of))) continue;
    values.push(...assigned(e, { ...of, module: use.module, frame: null }, use.node));
  }
  return values;
}

function assigned(e: Evaluator, owner: ClassValue, target: Node): Value[] {
  const { tree } = owner.module;
  const statement = tree.parent(target);
  const kind = tree.kind(statement);
  if (kind !== Kind.Assignment && kind !== Kind.AnnotatedAssignment) return [];
  const value = assignedValue(tree, statement);
  return value === NONE ? [] : [e.evaluate(e.context(owner.module, owner.frame), value)];
}
