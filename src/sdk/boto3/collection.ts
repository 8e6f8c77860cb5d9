// https://docs.aws.amazon.com/boto3/latest/guide/collections.html
import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { Boto3Action, Boto3Resource } from '../../catalogue/boto3/service.ts';
import { own } from '../../catalogue/boto3/service-model.ts';
import type { Operation } from '../../python/model-provider.ts';
import { sequenceOf } from '../../python/values/containers.ts';
import type { Value } from '../../python/values/value.ts';
import type { Behaviour, MethodCall } from './behaviour.ts';
import { botoObject, type Collection, methodOf, opaque } from './objects.ts';
import { keywordsOf, listOf, performs } from './operation.ts';
import { requestParameters } from './request.ts';
import { elementOf, modelOf } from './resource-object.ts';

/** Methods that give the collection to iterate over. */
export const iterators: ReadonlySet<string> = new Set(['all', 'filter', 'limit', 'page_size', 'iterator']);

/** What is passed to them and is no parameter of the request. */
const limits = ['limit', 'page_size', 'count'];

/** Collections list resources, a page at a time, or do something to all of them. */
export const collection: Behaviour<Collection> = {
  attribute(data, name, models) {
    const there = iterators.has(name) || name === 'pages' || batchAction(data, name, models) !== undefined;
    return there ? methodOf(data, name) : opaque;
  },

  call(data, { name }, models) {
    if (iterators.has(name)) return botoObject({ ...data, begun: true });
    const element = name === 'pages' ? elementValue(data, models) : undefined;
    return element === undefined ? opaque : sequenceOf('list', [sequenceOf('list', [element], false)], false);
  },

  operations(data, call, models) {
    const batch = batchAction(data, call.name, models);
    const listed = data.begun ? [] : lists(data, batch === undefined ? call : undefined, models);
    return batch === undefined ? listed : [...listed, ...actsOnAll(data, batch, call, models)];
  },

  element: elementValue,
};

/** Collections that were begun list once, where they were. */
function lists(data: Collection, call: MethodCall | undefined, models: Boto3Models): readonly Operation[] {
  const action = actionOf(data, models);
  if (action === undefined) return [];
  const filled = requestParameters(action.parameters, data.parent.identifiers);
  const passed = call === undefined ? [] : keywordsOf(call.arguments, ...limits);
  const performed = {
    operation: action.operation,
    through: `resource:${data.parent.type}.${data.name}`,
    arguments: new Map([...filled, ...passed]),
  };
  return listOf(performs(data.parent.client, performed, models));
}

function actsOnAll(data: Collection, action: Boto3Action, call: MethodCall, models: Boto3Models): readonly Operation[] {
  const found = actionOf(data, models)?.gives;
  if (found === undefined) return [];
  const { identifiers } = elementOf(data.parent, found, new Map(), models);
  const performed = {
    operation: action.operation,
    through: `resource:${data.parent.type}.${data.name}.${call.name}`,
    arguments: new Map([...requestParameters(action.parameters, identifiers), ...keywordsOf(call.arguments)]),
  };
  return listOf(performs(data.parent.client, performed, models));
}

function actionOf({ parent, name }: Collection, models: Boto3Models): Boto3Action | undefined {
  return own(modelOf(parent, models)?.collections, name);
}

function elementModel(data: Collection, models: Boto3Models): Boto3Resource | undefined {
  const type = actionOf(data, models)?.gives?.type;
  const { service } = data.parent.client;
  return type === undefined || service === null ? undefined : models.resource(service, type);
}

function batchAction(data: Collection, name: string, models: Boto3Models): Boto3Action | undefined {
  return own(elementModel(data, models)?.batch, name);
}

function elementValue(data: Collection, models: Boto3Models): Value | undefined {
  const gives = actionOf(data, models)?.gives;
  return gives && botoObject(elementOf(data.parent, gives, new Map(), models));
}
