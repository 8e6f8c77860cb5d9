// https://docs.python.org/3/library/functions.html: str, int, float, bool, repr and bytes.
import type { CallArguments, Evaluation } from '../../model-provider.ts';
import { constant, environment, unknown } from '../../values/make.ts';
import { displayText } from '../../values/text.ts';
import { overMembers } from '../../values/union.ts';
import type { Union, Value } from '../../values/value.ts';
import type { Callables } from '../model.ts';
import { passing } from '../passed-arguments.ts';

type Alone = Exclude<Value, Union>;

/** What a conversion makes of its first argument; `empty` without one. */
function converting(
  empty: Value,
  convert: (value: Alone, e: Evaluation, call: CallArguments) => Value,
): Callables[string] {
  return {
    call: (call, e) => {
      const given = call.positional(0) ?? call.keyword('object');
      if (given === undefined) return call.open ? unknown('dynamic-value') : empty;
      return overMembers(given, (one) => convert(one, e, call));
    },
  };
}

/** Conversions by their paths. A variable of the environment stays one: what it is set to is what counts. */
export const conversions: Callables = {
  'builtins.str': converting(constant(''), textOf),
  'builtins.format': { call: (call, e) => (call.count > 1 ? unknown('dynamic-value') : convertFirst(call, e, textOf)) },
  'builtins.repr': converting(unknown('dynamic-value'), () => unknown('dynamic-value')),
  'builtins.ascii': converting(unknown('dynamic-value'), () => unknown('dynamic-value')),
  'builtins.int': converting(constant(0), integerOf),
  'builtins.float': converting(constant(0), (value) => numberOf(value, decimal, Number)),
  'builtins.bool': converting(constant(false), (value) =>
    value.kind === 'constant' ? constant(isTrue(value.value)) : unknown('dynamic-value'),
  ),
  'builtins.bytes': converting(constant('', true), bytesOf),
  'builtins.bytearray': converting(constant('', true), bytesOf),
};

function convertFirst(call: CallArguments, e: Evaluation, convert: typeof textOf): Value {
  return overMembers(call.positional(0) ?? unknown('dynamic-value'), (one) => convert(one, e, call));
}

/** `str(value)`. */
function textOf(value: Alone, e: Evaluation, call: CallArguments): Value {
  switch (value.kind) {
    case 'constant':
      return constantText(value.value, value.bytes && call.count + call.keywords.length < 2);
    case 'text':
    case 'environment':
    case 'unknown':
      return value;
    case 'instance': {
      const method = e.attribute(value, '__str__');
      return method.kind === 'method' ? e.call(method, passing(call)) : unknown('dynamic-value');
    }
    default:
      return unknown('dynamic-value');
  }
}

/** A number that JavaScript writes in another way is left. `str(b'x')` is `"b'x'"`. */
function constantText(value: string | number | boolean | null, bytes: boolean): Value {
  if (bytes) return unknown('dynamic-value');
  const text = displayText(value);
  return typeof value === 'number' && !/^-?\d{1,16}(?:\.\d+)?$/.test(text) ? unknown('dynamic-value') : constant(text);
}

const whole = /^\s*[+-]?\d+(?:_\d+)*\s*$/;
const decimal = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

function integerOf(value: Alone, _: Evaluation, call: CallArguments): Value {
  if (call.count > 1 || call.keyword('base') !== undefined) return unknown('dynamic-value');
  return numberOf(value, whole, (text) => Math.trunc(Number(text.replaceAll('_', ''))));
}

function numberOf(value: Alone, form: RegExp, read: (text: string) => number): Value {
  if (value.kind === 'environment') {
    const { fallback } = value;
    return environment(value.name, fallback && overMembers(fallback, (one) => numberOf(one, form, read)));
  }
  if (value.kind !== 'constant' || value.value === null) return unknown('dynamic-value');
  if (typeof value.value === 'boolean') return constant(Number(value.value));
  if (typeof value.value === 'string' && !form.test(value.value)) return unknown('dynamic-value');
  const found = read(String(value.value));
  return Number.isFinite(found) && Math.abs(found) <= Number.MAX_SAFE_INTEGER
    ? constant(found)
    : unknown('dynamic-value');
}

const isTrue = (value: string | number | boolean | null): boolean =>
  value !== null && value !== false && value !== '' && value !== 0;

/** `bytes('x', 'utf-8')`, `bytes(b'x')`. */
function bytesOf(value: Alone): Value {
  if (value.kind !== 'constant')
    return value.kind === 'text' || value.kind === 'environment' ? value : unknown('dynamic-value');
  if (typeof value.value !== 'string') return unknown('dynamic-value');
  return value.bytes || /^\p{ASCII}*$/u.test(value.value) ? constant(value.value, true) : unknown('dynamic-value');
}
