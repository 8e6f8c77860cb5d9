// https://docs.python.org/3/library/os.html#os.environ, and the libraries that read environment variables for others.
import { environment, none, stringOf, unknown } from '../values/make.ts';
import { overMembers } from '../values/union.ts';
import type { ModelObject, Value } from '../values/value.ts';
import { type Callables, type Model, withMethods } from './model.ts';

/** The variable of a name, with what the code takes where it is unset (null where it fails); unknown for other names. */
function variable(name: Value | undefined, fallback: Value | null): Value {
  return overMembers(name ?? unknown('dynamic-value'), (one) => {
    const text = stringOf(one);
    return text === undefined ? unknown('dynamic-value') : environment(text, fallback);
  });
}

/** Reads the variable named first; the default stands at `index` or under `keyword`, else the fallback is `otherwise`. */
function reader(index: number, keyword: string, otherwise: Value | null, name = 'key'): Pick<Model, 'call'> {
  return { call: (call) => variable(call.get(0, name), call.get(index, keyword) ?? otherwise) };
}

/** `os.environ`; a copy of it is read in the same way. */
export const environ: ModelObject = withMethods(
  'os.environ',
  {
    get: reader(1, 'default', none),
    pop: reader(1, 'default', null),
    setdefault: reader(1, 'default', none),
    __getitem__: reader(1, 'default', null),
    copy: { call: () => environ },
    update: { call: () => none },
    clear: { call: () => none },
  },
  { item: (key) => variable(key, null), element: () => unknown('dynamic-value') },
);

/** Methods of `environs.Env` and `environ.Env` that give the variable's text, or a number or truth value made of it. */
const textReaders = ['str', 'int', 'float', 'decimal', 'bool', 'url', 'path', 'uuid', 'enum', 'log_level', 'get_value'];

function readersOf(prefix: string): [string, Pick<Model, 'call'>][] {
  return textReaders.map((name) => [`${prefix}.${name}`, reader(1, 'default', null, 'name')]);
}

/** What reads variables by a name and a default, by its path. */
export const environmentReaders: Callables = {
  'os.getenv': reader(1, 'default', none),
  'decouple.config': reader(1, 'default', null, 'option'),
  'decouple.AutoConfig()': reader(1, 'default', null, 'option'),
  'decouple.Config()': reader(1, 'default', null, 'option'),
  'starlette.config.Config()': reader(2, 'default', null),
  'environs.Env()': reader(1, 'default', null, 'name'),
  'environs.env': reader(1, 'default', null, 'name'),
  'environ.Env()': reader(2, 'default', null, 'var'),
  'environ.FileAwareEnv()': reader(2, 'default', null, 'var'),
  ...Object.fromEntries(
    ['environs.Env()', 'environs.env', 'environ.Env()', 'environ.FileAwareEnv()'].flatMap(readersOf),
  ),
};

/** True if a value is the environment as a whole. */
export function isEnviron(value: Value): boolean {
  return value.key === environ.key;
}
