import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { OperationProvider } from '../../python/model-provider.ts';
import { annotatedCallable, annotatedClass, stubPackages } from './annotations.ts';
import { batchWriter } from './batch-writer.ts';
import type { Behaviour } from './behaviour.ts';
import { callable, callCallable } from './callable.ts';
import { client } from './client.ts';
import { collection } from './collection.ts';
import { events } from './events.ts';
import { externalObject } from './externals.ts';
import { operationTakes } from './fits.ts';
import { guessed } from './guess.ts';
import { callLibrary, libraryObject, libraryPackages } from './libraries.ts';
import { meta } from './meta.ts';
import { method } from './method.ts';
import { isResponding, operationNames } from './names.ts';
import { type BotoObject, botoObject, dataOf, methodOf, providerName, unnamed } from './objects.ts';
import { credentials, opaque } from './opaque.ts';
import { paginator } from './paginator.ts';
import { presumedObject } from './presumed.ts';
import { resource } from './resource.ts';
import { session } from './session.ts';
import { transfer } from './transfer.ts';
import { waiter } from './waiter.ts';

const behaviours: { readonly [Kind in BotoObject['kind']]: Behaviour<Extract<BotoObject, { kind: Kind }>> } = {
  'batch-writer': batchWriter,
  callable,
  client,
  collection,
  credentials,
  events,
  injector: {},
  library: {},
  meta,
  method,
  opaque,
  paginator,
  resource,
  session,
  transfer,
  waiter,
};

const sdkPackages = ['boto3', 'botocore', 'aioboto3', 'aiobotocore', 's3transfer'];

/** `with` gives the object itself, and so does who calls for it: `await session.client('s3').__aenter__()`. */
const enters = new Set(['__enter__', '__aenter__']);

function behaviourOf(data: BotoObject): Behaviour<BotoObject> {
  return behaviours[data.kind] as Behaviour<BotoObject>;
}

/**
 * What boto3, botocore, aioboto3 and aiobotocore's objects are, and what they perform: each kind of object has a file. The
 * asynchronous ones have the same names; what they give is awaited, which changes nothing.
 */
export function boto3Provider(models: Boto3Models): OperationProvider {
  const isOperation = operationNames(models);
  let imports: readonly string[] | undefined;
  return {
    name: providerName,
    get imports() {
      imports ??= [...sdkPackages, ...stubPackages(models)];
      return imports;
    },
    isOperation,
    isTelling: (name) => name.includes('_') || name === 'paginate',
    isResponding: (name) => isOperation(name, false) && isResponding(name, models),
    libraries: libraryPackages,
    external: (path) => externalObject(path) ?? libraryObject(path),
    annotated: (path) => annotatedClass(path, models),
    annotatedObject: (object) => annotatedCallable(dataOf(object)),
    injected(decorator, parameter) {
      const data = dataOf(decorator);
      return data.kind === 'injector' && data.parameter === parameter ? data.gives : undefined;
    },
    presumed: (method, call, value) => presumedObject(method, call, value, models),
    attribute(object, name) {
      const data = dataOf(object);
      if (enters.has(name) && data.kind !== 'method') return methodOf(data, name);
      return behaviourOf(data).attribute?.(data, name, models);
    },
    someAttribute(object) {
      const data = dataOf(object);
      return data.kind === 'client' ? methodOf(data, unnamed) : undefined;
    },
    item: (object) => behaviourOf(dataOf(object)).item?.(dataOf(object)),
    element: (object) => behaviourOf(dataOf(object)).element?.(dataOf(object), models),
    loads: (object, name) => behaviourOf(dataOf(object)).loads?.(dataOf(object), name, models) ?? [],
    call(object, call, evaluation) {
      const data = dataOf(object);
      if (data.kind === 'library') return callLibrary(data.path, call);
      if (data.kind === 'callable') return callCallable(data.name, call, evaluation);
      if (data.kind === 'opaque' || data.kind === 'credentials') return object;
      if (data.kind !== 'method') return undefined;
      const { receiver, name } = data;
      if (enters.has(name)) return botoObject(receiver);
      return behaviourOf(receiver).call?.(receiver, { name, arguments: call, evaluation }, models);
    },
    operations(callee, call, evaluation) {
      const data = dataOf(callee);
      if (data.kind !== 'method') return [];
      const { receiver, name } = data;
      return behaviourOf(receiver).operations?.(receiver, { name, arguments: call, evaluation }, models) ?? [];
    },
    unresolved(callee, call, evaluation) {
      const data = dataOf(callee);
      if (data.kind !== 'method') return undefined;
      if (data.name === unnamed) return 'dynamic-value';
      const { receiver, name } = data;
      return behaviourOf(receiver).unresolved?.(receiver, { name, arguments: call, evaluation }, models);
    },
    calls(callee, call, evaluation) {
      const data = dataOf(callee);
      if (data.kind !== 'method') return [];
      const { receiver, name } = data;
      return behaviourOf(receiver).calls?.(receiver, { name, arguments: call, evaluation }, models) ?? [];
    },
    fits: ({ service, operation, through }, call) =>
      through !== null || operationTakes(service, operation, call, models),
    guess: (attribute, call) => guessed(attribute, call, models),
  };
}
