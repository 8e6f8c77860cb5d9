// https://docs.python.org/3/library/enum.html
import { Kind, type NameId } from '../../../syntax/python/index.ts';
import { constant } from '../../values/make.ts';
import { union } from '../../values/union.ts';
import type { ClassValue, Value } from '../../values/value.ts';
import type { Evaluator } from '../evaluator.ts';
import { languageObject } from '../language-object.ts';
import { inherits } from './bases.ts';
import { boundMember, memberOf } from './members.ts';

const enumerations =
  /^enum\.(?:Enum|IntEnum|StrEnum|Flag|IntFlag)$|^django\.db\.models\.(?:TextChoices|IntegerChoices)$/;
const texts = /^builtins\.str$|^enum\.StrEnum$|^django\.db\.models\.TextChoices$/;

/** A member of an enumeration: `Color.RED`. Undefined if the class is none, or has no such member. */
export function enumMember(e: Evaluator, of: ClassValue, name: string): Value | undefined {
  if (!inherits(e, of, (path) => enumerations.test(path))) return undefined;
  return member(e, of, of.module.tree.names.idOf(name));
}

/** All members of an enumeration; undefined if the class is none. */
export function enumMembers(e: Evaluator, of: ClassValue): Value | undefined {
  if (!inherits(e, of, (path) => enumerations.test(path))) return undefined;
  const { bindings } = of.module.scopes.of(of.node);
  const found = [...bindings.keys()].map((name) => member(e, of, name)).filter((value) => value !== undefined);
  return found.length === 0 ? undefined : union(found);
}

function member(e: Evaluator, of: ClassValue, name: NameId): Value | undefined {
  const { scopes, tree } = of.module;
  const [binding] = scopes.of(of.node).bindings.get(name) ?? [];
  if (binding === undefined || binding.kind !== 'assignment' || tree.kind(binding.target) !== Kind.Name)
    return undefined;
  const text = tree.names.text(name);
  const value = e.binding(e.context(of.module, of.frame), binding);
  const isText = inherits(e, of, (path) => texts.test(path));
  const attribute = (asked: string): Value | undefined => {
    if (asked === 'value' || asked === '_value_') return value;
    if (asked === 'name') return constant(text);
    const inClass = memberOf(e, of, asked);
    return inClass === undefined ? undefined : boundMember(e, inClass, made, of);
  };
  const made: Value = languageObject(`enum${of.key}.${text}`, { attribute }, isText ? value : undefined);
  return made;
}
