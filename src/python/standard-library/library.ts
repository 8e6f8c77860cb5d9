import type { ModelProvider } from '../model-provider.ts';
import { constant } from '../values/make.ts';
import type { Value } from '../values/value.ts';
import { annotatedAsynchronous, asynchronous } from './asynchronous.ts';
import { constructors } from './containers/constructors.ts';
import { iteration } from './containers/iteration.ts';
import { itertools } from './containers/itertools.ts';
import { annotatedContexts, contexts } from './contexts.ts';
import { environ, environmentReaders } from './environment.ts';
import { annotatedExecutors, executors } from './executors.ts';
import { functionTools } from './functions.ts';
import { injection, provide } from './injection.ts';
import { type Callables, type Model, modelProvider } from './model.ts';
import { importers, loadedModules } from './modules.ts';
import { objectFunctions, unboundMethod } from './objects.ts';
import { pathFunctions } from './paths.ts';
import { plainData } from './plain-data.ts';
import { namespace, records } from './records.ts';
import { conversions } from './text/conversions.ts';
import { stringTemplates } from './text/string-template.ts';

const tables: readonly Callables[] = [
  conversions,
  stringTemplates,
  objectFunctions,
  constructors,
  iteration,
  itertools,
  environmentReaders,
  pathFunctions,
  functionTools,
  injection,
  contexts,
  executors,
  asynchronous,
  records,
  importers,
];

/** Functions and classes by their paths. */
const callables = new Map(tables.flatMap((table) => Object.entries(table)));

/** Objects and constants by their paths. */
const values = new Map<string, Value>(
  Object.entries({
    'os.environ': environ,
    'sys.modules': loadedModules,
    'flask.g': namespace('flask.g'),
    'dependency_injector.wiring.Provide': provide,
    'os.sep': constant('/'),
    'os.path.sep': constant('/'),
    'os.linesep': constant('\n'),
    'string.ascii_lowercase': constant('abcdefghijklmnopqrstuvwxyz'),
    'string.ascii_uppercase': constant('ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
    'string.digits': constant('0123456789'),
  }),
);

const annotations = new Map(
  [annotatedExecutors, annotatedContexts, annotatedAsynchronous].flatMap((table) => Object.entries(table)),
);

/** A function or class; a generic one is the same with its types: `dict[str, int]`. */
function callableAt(path: string): Pick<Model, 'call' | 'calls'> | undefined {
  return callables.get(path.endsWith('[]') ? path.slice(0, -'[]'.length) : path);
}

/** The provider of what the modules of the standard library have, by their paths. */
export const library: ModelProvider = {
  ...modelProvider,
  external: (path) => values.get(path),
  annotated: (path) => annotations.get(path),
  callExternal: (path, call, e) => {
    const found = callableAt(path);
    return found === undefined ? (plainData(path) ?? unboundMethod(path, call, e)) : found.call?.(call, e);
  },
  callsOfExternal: (path, call, e) => callableAt(path)?.calls?.(call, e) ?? [],
};
