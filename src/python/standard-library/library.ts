import type { ModelProvider } from '../model-provider.ts';
import type { Value } from '../values/value.ts';
import { constructors } from './containers/constructors.ts';
import { iteration } from './containers/iteration.ts';
import { itertools } from './containers/itertools.ts';
import { environ, environmentReaders } from './environment.ts';
import { annotatedExecutors, executors } from './executors.ts';
import { type Callables, modelProvider } from './model.ts';
import { objectFunctions } from './objects.ts';
import { pathFunctions } from './paths.ts';
import { conversions } from './text/conversions.ts';

/** Functions and classes by their paths. */
const callables = new Map(
  Object.entries({
    ...conversions,
    ...objectFunctions,
    ...constructors,
    ...iteration,
    ...itertools,
    ...environmentReaders,
    ...pathFunctions,
    ...executors,
  } satisfies Callables as Callables),
);

/** Objects and constants by their paths. */
const values = new Map<string, Value>(Object.entries({ 'os.environ': environ }));

const annotations = new Map(Object.entries(annotatedExecutors));

/** The provider of what the modules of the standard library have, by their paths. */
export const library: ModelProvider = {
  ...modelProvider,
  external: (path) => values.get(path),
  annotated: (path) => annotations.get(path),
  callExternal: (path, call, e) => callables.get(path)?.call?.(call, e),
  callsOfExternal: (path, call, e) => callables.get(path)?.calls?.(call, e) ?? [],
};
