// https://docs.aws.amazon.com/boto3/latest/guide/resources.html
import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { Boto3Action, Boto3Resource } from '../../catalogue/boto3/service.ts';
import { own } from '../../catalogue/boto3/service-model.ts';
import type { Operation } from '../../python/model-provider.ts';
import { unknown } from '../../python/values/make.ts';
import type { Value } from '../../python/values/value.ts';
import { batchWriterFact, flushes } from './batch-writer.ts';
import type { Behaviour, MethodCall } from './behaviour.ts';
import { botoObject, methodOf, opaque, type Resource } from './objects.ts';
import { keywordsOf, listOf, performs } from './operation.ts';
import { requestParameters } from './request.ts';
import { anyResource, modelOf, resultOf, rootType, subresource } from './resource-object.ts';
import { progressCallback, transferOn, transfers } from './transfer.ts';

/** Resources have identifiers, attributes that are loaded, actions, waiters, collections, and resources below them. */
export const resource: Behaviour<Resource> = {
  attribute(data, name, models) {
    if (name === 'meta') return botoObject({ kind: 'meta', client: data.client });
    const of = narrowed(data, name, models);
    const model = modelOf(of, models);
    if (model === undefined) return unknown('dynamic-value');
    const identifier = of.identifiers.get(own(model.aliases, name) ?? name);
    if (identifier !== undefined) return identifier;
    if (isMethod(of, model, name, models)) return methodOf(of, name);
    const reference = own(model.references, name);
    if (reference !== undefined) return resultOf(of, reference, new Map(), models);
    if (own(model.collections, name) === undefined) return opaque;
    return botoObject({ kind: 'collection', parent: of, name, begun: false });
  },

  call(data, call, models) {
    const model = modelOf(data, models) ?? {};
    const below = own(model.subresources, call.name);
    if (below !== undefined) return botoObject(subresource(data, below, call.arguments, models));
    const action = own(model.actions, call.name);
    if (action?.gives !== undefined) return resultOf(data, action.gives, parametersOf(data, action, call), models);
    if (batchWriterFact(data, call.name, models)) return botoObject({ kind: 'batch-writer', table: data });
    return opaque;
  },

  operations(data, call, models) {
    const transfer = transferOn(data.type, call.name, models);
    if (transfer?.fact.service === data.client.service && transfer) {
      return transfers(data.client, transfer, call, models, data.identifiers);
    }
    if (batchWriterFact(data, call.name, models)) return flushes(data, 'prepares', models);
    const model = modelOf(data, models) ?? {};
    const action = isLoad(call.name) ? model.load : own(model.actions, call.name);
    if (action !== undefined) return acts(data, call.name, action, parametersOf(data, action, call), models);
    return waitUntil(data, model, call, models);
  },

  calls(data, call, models) {
    const started = data.client.service === 's3' ? transferOn(data.type, call.name, models) : undefined;
    return started === undefined ? [] : progressCallback(started, call);
  },

  loads(data, name, models) {
    const { load, attributes = '', references } = modelOf(data, models) ?? {};
    const isRead = own(references, name) !== undefined || attributes.split(' ').includes(name);
    if (load === undefined || data.loaded || !isRead) return [];
    return acts(data, 'load', load, requestParameters(load.parameters, data.identifiers), models);
  },
};

const isLoad = (name: string): boolean => name === 'load' || name === 'reload';

function isMethod(data: Resource, model: Boto3Resource, name: string, models: Boto3Models): boolean {
  if (isLoad(name)) return model.load !== undefined;
  if ([model.actions, model.subresources, model.waiters].some((table) => own<unknown>(table, name) !== undefined))
    return true;
  const transfer = transferOn(data.type, name, models);
  return transfer?.fact.service === data.client.service || batchWriterFact(data, name, models) !== undefined;
}

/** A resource of an unknown service is that of the only service which has a part of this name. */
function narrowed(data: Resource, name: string, models: Boto3Models): Resource {
  if (data.client.service !== null || data.type !== rootType) return data;
  const found = models.services().filter(({ id, resources }) => {
    const { actions, collections, subresources } = (resources && models.resource(id, rootType)) || {};
    return [actions, collections, subresources].some((table) => own<unknown>(table, name) !== undefined);
  });
  const [only] = found;
  if (only === undefined || found.length > 1) return data;
  return anyResource({ ...data.client, service: only.id }, rootType, models);
}

/** The parameters of the request that an action makes: those that the resource fills in, and what is passed. */
function parametersOf(data: Resource, action: Boto3Action, { arguments: call }: MethodCall): Map<string, Value> {
  return new Map([...requestParameters(action.parameters, data.identifiers), ...keywordsOf(call)]);
}

function acts(
  data: Resource,
  name: string,
  { operation }: Boto3Action,
  parameters: ReadonlyMap<string, Value>,
  models: Boto3Models,
): readonly Operation[] {
  const performed = { operation, through: `resource:${data.type}.${name}`, arguments: parameters };
  return listOf(performs(data.client, performed, models));
}

function waitUntil(data: Resource, model: Boto3Resource, call: MethodCall, models: Boto3Models): readonly Operation[] {
  const known = own(model.waiters, call.name);
  const operation = known && models.model(data.client.service ?? '')?.waiter(known.waiter);
  if (known === undefined || operation === undefined) return [];
  const passed = [
    ...requestParameters(known.parameters, data.identifiers),
    ...keywordsOf(call.arguments, 'WaiterConfig'),
  ];
  return acts(data, call.name, { operation }, new Map(passed), models);
}
