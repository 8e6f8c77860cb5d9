// https://docs.aws.amazon.com/boto3/latest/guide/clients.html
import type { Boto3ClientMethod } from '../../catalogue/boto3/customization.ts';
import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { Operation } from '../../python/model-provider.ts';
import { stringOf, unknown } from '../../python/values/make.ts';
import { overMembers } from '../../python/values/union.ts';
import type { Value } from '../../python/values/value.ts';
import { apiCall } from './api-call.ts';
import type { Behaviour, MethodCall } from './behaviour.ts';
import { guessedByArguments, isServiceKnown, whyUnresolved } from './by-arguments.ts';
import { identityInResponse } from './identity.ts';
import { botoObject, type Client, methodOf, opaque } from './objects.ts';
import { keywordsOf, listOf, onlyServiceWith, performs } from './operation.ts';
import { paginates, paginatorOf } from './paginator.ts';
import { presignedPost, presignedUrl } from './presigned.ts';
import { progressCallback, transferOn, transfers } from './transfer.ts';
import { waiterOf, waits } from './waiter.ts';

/** Clients have a method for each operation of their service, and some that perform others or none. */
export const client: Behaviour<Client> = {
  attribute(data, name, models) {
    if (name === 'meta') return botoObject({ kind: 'meta', client: data });
    const added = clientMethod(data, name, models);
    if (added !== undefined) return added.performs === 'nothing' ? opaque : methodOf(data, name);
    const service = data.service ?? serviceOf(name, models);
    const narrowed: Client = { ...data, service: service ?? null };
    if (!isServiceKnown(narrowed, models)) {
      if (models.servicesWith(name).length > 0) return methodOf(data, name);
      return data.service === null ? opaque : unknown('not-in-catalogue');
    }
    return isMethod(narrowed, name, models) ? methodOf(narrowed, name) : unknown('not-in-catalogue');
  },

  call(data, call, models) {
    switch (clientMethod(data, call.name, models)?.performs) {
      case 'paginator':
        return overNames(call, 'operation_name', (name) => botoObject(paginatorOf(data, name)));
      case 'waiter':
        return overNames(call, 'waiter_name', (name) => botoObject(waiterOf(data, name)));
    }
    const identity = identityInResponse(data, call.name, call.arguments);
    return identity === undefined ? opaque : botoObject({ kind: 'credentials', identity });
  },

  operations(data, call, models) {
    const added = clientMethod(data, call.name, models);
    if (added !== undefined) return addedOperations(data, added, call, models);
    const transfer = transferOn('client', call.name, models);
    if (transfer !== undefined && data.service === 's3') return transfers(data, transfer, call, models);
    const performed = { operation: call.name, arguments: keywordsOf(call.arguments) };
    if (isServiceKnown(data, models)) return listOf(performs(data, performed, models));
    return listOf(guessedByArguments(data, performed, call.arguments, models));
  },

  calls(data, call, models) {
    const started = data.service === 's3' ? transferOn('client', call.name, models) : undefined;
    return started === undefined ? [] : progressCallback(started, call);
  },

  unresolved(data, call, models) {
    const added = clientMethod(data, call.name, models);
    if (added?.performs === 'presigned-url' || added?.performs === 'api-call') {
      return addedOperations(data, added, call, models).length === 0 ? 'dynamic-value' : undefined;
    }
    if (added !== undefined || isServiceKnown(data, models)) return undefined;
    return whyUnresolved(data, call.name, call.arguments, models);
  },
};

/** A method of a client that is no operation; undefined if it has none by that name. */
function clientMethod({ service }: Client, name: string, models: Boto3Models): Boto3ClientMethod | undefined {
  for (const fact of models.customizations) {
    if (fact.kind !== 'client-method' || fact.method !== name) continue;
    if (fact.services === undefined || service === null || fact.services.includes(service)) return fact;
  }
  return undefined;
}

/** The service that a client speaks to which has this method, if only one has it. */
function serviceOf(name: string, models: Boto3Models): string | undefined {
  return transferOn('client', name, models)?.fact.service ?? onlyServiceWith(name, models);
}

function isMethod({ service }: Client, name: string, models: Boto3Models): boolean {
  if (service === null) return false;
  if (models.model(service)?.operation(name) !== undefined) return true;
  return transferOn('client', name, models)?.fact.service === service;
}

/** What a call gives for each string that its first argument can be. */
function overNames(call: MethodCall, name: string, give: (name: string | null) => Value): Value {
  const named = call.arguments.get(0, name);
  return named === undefined ? give(null) : overMembers(named, (member) => give(stringOf(member) ?? null));
}

function addedOperations(
  data: Client,
  added: Boto3ClientMethod,
  call: MethodCall,
  models: Boto3Models,
): readonly Operation[] {
  const { arguments: passed } = call;
  switch (added.performs) {
    case 'paginator':
      return paginates(
        paginatorOf(data, stringOf(passed.get(0, 'operation_name')) ?? null),
        'prepares',
        new Map(),
        models,
      );
    case 'waiter':
      return waits(waiterOf(data, stringOf(passed.get(0, 'waiter_name')) ?? null), 'prepares', new Map(), models);
    case 'presigned-url':
      return presignedUrl(data, added, call, models);
    case 'presigned-post':
      return presignedPost(data, added, call, models);
    case 'api-call':
      return apiCall(data, call, models);
    case 'token':
      return [token(data, added, call)];
    case 'nothing':
      return [];
  }
}

/** A token that is signed here and asked of nobody: what it is needed for is an action without an operation. */
function token(data: Client, added: Boto3ClientMethod, { arguments: call }: MethodCall): Operation {
  const passed = added.parameters.map((name, index) => [name, call.get(index, name)] as const);
  return {
    cloud: 'aws',
    service: data.service ?? added.services?.[0] ?? '',
    operation: added.method,
    api: null,
    through: null,
    identity: data.identity,
    certainty: 'resolved',
    arguments: new Map(passed.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  };
}
