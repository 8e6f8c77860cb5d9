// https://docs.python.org/3/library/os.path.html and pathlib.html. A path of pathlib is its text.
import type { CallArguments } from '../model-provider.ts';
import { sequenceOf } from '../values/containers.ts';
import { constant, stringOf, unknown } from '../values/make.ts';
import { concatenate } from '../values/text.ts';
import { overMembers } from '../values/union.ts';
import type { Value } from '../values/value.ts';
import { overAlternatives } from './alternatives.ts';
import type { Callables } from './model.ts';
import { positionals } from './passed-arguments.ts';

/** Paths in a row with slashes between them: one that begins with a slash goes before those in front of it. */
export function joinedPath(parts: readonly Value[]): Value {
  return overAlternatives(parts, (row) => {
    let joined: Value[] = [];
    row.forEach((part, index) => {
      const text = stringOf(part);
      if (index > 0 && text?.startsWith('/') !== true && !endsInSlash(joined)) joined.push(constant('/'));
      if (text?.startsWith('/') === true) joined = [];
      joined.push(part);
    });
    return concatenate(joined);
  });
}

/** True if nothing stands there yet, or a slash does at the end. */
function endsInSlash(parts: readonly Value[]): boolean {
  const written = parts.filter((part) => stringOf(part) !== '');
  const last = written.at(-1);
  if (last === undefined) return true;
  const text = last.kind === 'text' ? last.parts.at(-1) : stringOf(last);
  return typeof text === 'string' && text.endsWith('/');
}

/** A path of pathlib has no slash at its end, none twice, and no `.` in it. */
export function tidyPath(path: Value): Value {
  return overMembers(path, (one) => {
    const text = stringOf(one);
    if (text === undefined) return one;
    const parts = text.split('/').filter((part) => part !== '' && part !== '.');
    const root = text.startsWith('/') ? '/' : '';
    return constant(parts.length === 0 && root === '' ? '.' : root + parts.join('/'));
  });
}

const joins = (call: CallArguments): Value => (call.open ? unknown('dynamic-value') : joinedPath(positionals(call)));
const itself = { call: (call: CallArguments): Value => call.positional(0) ?? unknown('dynamic-value') };

/** A function of a path that is known to the letter. */
function ofText(give: (text: string) => Value): { call(call: CallArguments): Value } {
  return {
    call: (call) =>
      overMembers(call.positional(0) ?? unknown('dynamic-value'), (one) => {
        const text = stringOf(one);
        return text === undefined ? unknown('dynamic-value') : give(text);
      }),
  };
}

const basename = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function dirname(path: string): string {
  const head = path.slice(0, path.lastIndexOf('/') + 1);
  return /^\/*$/.test(head) ? head : head.replace(/\/+$/, '');
}

/** The path without its extension, and the extension: dots in front of a name begin none. */
function splitext(path: string): [string, string] {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  if (dot < 0 || /^\.*$/.test(name.slice(0, dot))) return [path, ''];
  return [path.slice(0, path.length - name.length + dot), name.slice(dot)];
}

const pair = (one: string, other: string): Value => sequenceOf('tuple', [constant(one), constant(other)]);

/** Without steps upwards, what `Path` makes of it. */
function normal(path: Value): Value {
  return /(?:^|\/)\.\.|^\/\//.test(stringOf(path) ?? '') ? unknown('dynamic-value') : tidyPath(path);
}

const functions: Callables = {
  join: { call: joins },
  basename: ofText((path) => constant(basename(path))),
  dirname: ofText((path) => constant(dirname(path))),
  split: ofText((path) => pair(dirname(path), basename(path))),
  splitext: ofText((path) => pair(...splitext(path))),
  abspath: itself,
  realpath: itself,
  normpath: { call: (call) => overMembers(call.positional(0) ?? unknown('dynamic-value'), normal) },
  normcase: itself,
  expanduser: itself,
  expandvars: itself,
};

const classes = ['Path', 'PurePath', 'PosixPath', 'PurePosixPath'];

/** Functions of paths, by their paths. */
export const pathFunctions: Callables = {
  ...Object.fromEntries(
    ['os.path', 'posixpath'].flatMap((module) =>
      Object.entries(functions).map(([name, model]) => [`${module}.${name}`, model]),
    ),
  ),
  'os.fspath': itself,
  'os.fsdecode': itself,
  ...Object.fromEntries(
    classes.map((name) => [`pathlib.${name}`, { call: (call: CallArguments) => tidyPath(joins(call)) }]),
  ),
};
