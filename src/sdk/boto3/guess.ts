import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { CallArguments, Operation } from '../../python/model-provider.ts';
import { stringOf } from '../../python/values/make.ts';
import { clientFits, type Fit, resourceFits } from './fits.ts';
import { type Client, ownIdentity } from './objects.ts';
import { keywordsOf, listOf, onlyServiceWith, performs } from './operation.ts';

type Guess = readonly Operation[] | 'unresolved' | undefined;

/**
 * What a call is whose receiver is not known. The SDK's methods take their arguments by name, and most of their names are in
 * camel case, so a call with other arguments is none of its. A guess needs one operation that takes just these arguments;
 * where several do, the call is unresolved.
 */
export function guessed(method: string, call: CallArguments, models: Boto3Models): Guess {
  const named = byName[method];
  if (named !== undefined && Object.hasOwn(byName, method)) return named(call, models);
  if (call.count > 0) return undefined;
  const { keywords, open } = call;
  if (keywords.length === 0) return withoutArguments(method, call, models);
  const isCamel = keywords.some((name) => /[A-Z]/.test(name));
  if (!isCamel && keywords.length < 2) return undefined;
  const clients = clientFits(method, keywords, open, models);
  if (clients === undefined) return isCamel ? 'unresolved' : undefined;
  return chosen([...clients, ...(isCamel ? resourceFits(method, keywords, open, models) : [])], method, call, models);
}

/** One operation, in one way or several: a client's method goes before a resource's action, which is told if it is of one type. */
function chosen(fits: readonly Fit[], method: string, call: CallArguments, models: Boto3Models): Guess {
  const [first] = fits;
  if (first === undefined) return undefined;
  if (fits.some(({ service, operation }) => service !== first.service || operation !== first.operation))
    return 'unresolved';
  const isOneType = fits.every(({ type }) => type === first.type);
  const through = first.type === null || !isOneType ? undefined : `resource:${first.type}.${method}`;
  const performed = {
    operation: first.operation,
    arguments: keywordsOf(call),
    ...(through !== undefined && { through }),
  };
  return asGuess(performs(clientOf(first.service), performed, models));
}

/** Without arguments only long names tell something: half of the world has `get_user()`, AWS alone `describe_instances()`. */
function withoutArguments(method: string, call: CallArguments, models: Boto3Models): Guess {
  const isLong = method.startsWith('describe_') || method.split('_').length > 2;
  if (!isLong)
    return call.open && method.includes('_') && models.servicesWith(method).length > 0 ? 'unresolved' : undefined;
  const fits = clientFits(method, [], call.open, models);
  return fits === undefined ? 'unresolved' : chosen(fits, method, call, models);
}

/** Methods that no operation is named after. */
const byName: Readonly<Record<string, (call: CallArguments, models: Boto3Models) => Guess>> = {
  get_paginator: (call, models) => ofOnlyService(call, 'operation_name', 'paginator:', models),
  generate_presigned_url: (call, models) => ofOnlyService(call, 'ClientMethod', '', models),
  get_waiter: (call) => (stringOf(call.get(0, 'waiter_name')) === undefined ? undefined : 'unresolved'),
  paginate: (call) =>
    call.count === 0 && call.keywords.some((name) => /^[A-Z]/.test(name)) ? 'unresolved' : undefined,
  upload_fileobj: (call) => (call.keywords.includes('Bucket') || call.count > 1 ? 'unresolved' : undefined),
  download_fileobj: (call) => (call.keywords.includes('Bucket') || call.count > 1 ? 'unresolved' : undefined),
  upload_file: (call) => (call.keywords.includes('Bucket') ? 'unresolved' : undefined),
  download_file: (call) => (call.keywords.includes('Bucket') ? 'unresolved' : undefined),
};

/** A method that takes the name of an operation: the operation, where only one service has it. */
function ofOnlyService(call: CallArguments, parameter: string, prefix: string, models: Boto3Models): Guess {
  const operation = stringOf(call.get(0, parameter));
  if (operation === undefined) return call.keywords.includes(parameter) ? 'unresolved' : undefined;
  const service = onlyServiceWith(operation, models);
  if (service === undefined) return models.servicesWith(operation).length > 0 ? 'unresolved' : undefined;
  const through = prefix === '' ? 'presigned' : `${prefix}${operation}`;
  return asGuess(performs(clientOf(service), { operation, through, arguments: new Map() }, models));
}

function clientOf(service: string): Client {
  return { kind: 'client', service, identity: ownIdentity };
}

function asGuess(operation: Operation | undefined): Guess {
  const why = { guessed: 'by the names of the method and its arguments' };
  return listOf(operation && { ...operation, certainty: why });
}
