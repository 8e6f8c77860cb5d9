// https://docs.python.org/3/library/stdtypes.html#string-methods
import type { CallArguments, Evaluation } from '../../model-provider.ts';
import { sequenceOf } from '../../values/containers.ts';
import { constant, none, unknown } from '../../values/make.ts';
import { concatenate } from '../../values/text.ts';
import { overMembers } from '../../values/union.ts';
import type { Constant, Environment, Text, Value } from '../../values/value.ts';
import { overAlternatives } from '../alternatives.ts';
import { positionals } from '../passed-arguments.ts';
import { joinedPath } from '../paths.ts';
import { exactMethod } from './exact-methods.ts';
import { format, formatMap } from './format.ts';
import { joined } from './join.ts';

/** Something that is a string. */
export type TextValue = Constant | Text | Environment;

/** What a method of a string gives; undefined if it is not followed. */
export function textMethod(receiver: TextValue, name: string, call: CallArguments, e: Evaluation): Value | undefined {
  const special = specials.get(name);
  if (special !== undefined) return special(receiver, call, e);
  const exact = onConstant(receiver, name, call);
  if (receiver.kind === 'constant') return exact;
  return (receiver.kind === 'text' ? endsLike(receiver, name, call) : undefined) ?? unexact(receiver, name);
}

type Method = (receiver: TextValue, call: CallArguments, e: Evaluation) => Value | undefined;

const itself: Method = (receiver) => receiver;

/** Methods that work on more than constants, those of paths among them: a path is a text here. */
const specials = new Map<string, Method>(
  Object.entries({
    format: (receiver, call, e) => format(e, receiver, call),
    format_map: (receiver, call, e) => formatMap(e, receiver, call),
    join: (receiver, call) =>
      overMembers(call.positional(0) ?? unknown('dynamic-value'), (one) => joined(receiver, one)),
    encode: (receiver) => recoded(receiver, true),
    decode: (receiver) => recoded(receiver, false),
    joinpath: (receiver, call) => joinedPath([receiver, ...positionals(call)]),
    as_posix: itself,
    resolve: itself,
    absolute: itself,
    expanduser: itself,
  } satisfies Record<string, Method>),
);

/** Bytes of a string, and back: for ASCII they are the same letters in every encoding that is used. */
function recoded(receiver: TextValue, bytes: boolean): Value {
  if (receiver.kind !== 'constant') return receiver;
  const text = String(receiver.value);
  return /^\p{ASCII}*$/u.test(text) ? constant(text, bytes) : unknown('dynamic-value');
}

const longestExact = 4096;

function onConstant(receiver: TextValue, name: string, call: CallArguments): Value | undefined {
  const method = exactMethod(name);
  if (method === undefined || receiver.kind !== 'constant') return undefined;
  const text = String(receiver.value);
  if (text.length > longestExact) return unknown('bound-reached');
  const given = givenTo(call, method.parameters);
  if (call.open || given === undefined) return undefined;
  return overAlternatives(given, (row) => {
    if (!row.every((one) => one.kind === 'constant')) return unknown('dynamic-value');
    const result = method.apply(text, ...row.map((one) => one.value));
    if (result === undefined) return unknown('dynamic-value');
    if (!Array.isArray(result)) return constant(result, receiver.bytes && typeof result === 'string');
    const parts = result.map((part) => constant(part, receiver.bytes));
    return sequenceOf(method.tuple ? 'tuple' : 'list', parts);
  });
}

/** The arguments in the order of the parameters; undefined where one is passed by a name that is not followed. */
function givenTo(call: CallArguments, parameters: readonly string[]): Value[] | undefined {
  if (call.keywords.some((name) => !parameters.includes(name))) return undefined;
  const given = positionals(call);
  for (let index = given.length; index < parameters.length; index++) {
    given.push(call.keyword(parameters[index] ?? '') ?? none);
  }
  return given;
}

/** `f'reports/{day}'.startswith('reports/')`: the known beginning or end of a string with parts that are not known decides. */
function endsLike(receiver: Text, name: string, call: CallArguments): Value | undefined {
  if (name !== 'startswith' && name !== 'endswith') return undefined;
  const asked = call.count === 1 ? call.positional(0) : undefined;
  const part = receiver.parts.at(name === 'startswith' ? 0 : -1);
  if (asked?.kind !== 'constant' || typeof asked.value !== 'string' || typeof part !== 'string') return undefined;
  const fits = (text: string, end: string): boolean =>
    name === 'startswith' ? text.startsWith(end) : text.endsWith(end);
  if (fits(part, asked.value)) return constant(true);
  return fits(asked.value, part) ? undefined : constant(false);
}

const strips = new Set(['strip', 'lstrip', 'rstrip']);
const cases = new Set(['lower', 'upper', 'casefold', 'swapcase']);
const splits = new Set(['split', 'rsplit', 'splitlines', 'partition', 'rpartition']);

/**
 * A method of a string with parts that are not known. What only takes from its ends leaves it recognisable; what changes
 * letters keeps the known parts; pieces of it are not known.
 */
function unexact(receiver: Text | Environment, name: string): Value | undefined {
  if (strips.has(name)) return receiver;
  if (splits.has(name)) return sequenceOf('list', [unknown('dynamic-value')], false);
  if (!cases.has(name) || receiver.kind === 'environment') return undefined;
  const apply = exactMethod(name)?.apply;
  return concatenate(
    receiver.parts.map((part) => {
      const changed = typeof part === 'string' ? apply?.(part) : undefined;
      return typeof changed === 'string' ? constant(changed) : unknown('dynamic-value');
    }),
  );
}
