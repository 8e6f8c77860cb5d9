import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { Boto3Resource, Boto3Result } from '../../catalogue/boto3/service.ts';
import type { CallArguments } from '../../python/model-provider.ts';
import { sequenceOf } from '../../python/values/containers.ts';
import { unknown } from '../../python/values/make.ts';
import type { Value } from '../../python/values/value.ts';
import { botoObject, type Client, type Resource } from './objects.ts';
import { sourceValue } from './request.ts';

/** The type of what `boto3.resource` gives. */
export const rootType = 'ServiceResource';

/** What `boto3.resource` gives. */
export function serviceResource(client: Client): Resource {
  return { kind: 'resource', client, type: rootType, identifiers: new Map(), loaded: false };
}

/** The model of a resource; undefined if its service is not known or has none of the type. */
export function modelOf({ client, type }: Resource, models: Boto3Models): Boto3Resource | undefined {
  return client.service === null ? undefined : models.resource(client.service, type);
}

/** A resource of a type of which nothing is known but that. */
export function anyResource(client: Client, type: string, models: Boto3Models): Resource {
  const names = (client.service !== null && models.resource(client.service, type)?.identifiers) || [];
  const identifiers = new Map<string, Value>(names.map((name) => [name, unknown('dynamic-value')]));
  return { kind: 'resource', client, type, identifiers, loaded: false };
}

/** A resource that is made of another one (`bucket.Object('key')`): arguments are the identifiers that it does not fill in. */
export function subresource(parent: Resource, result: Boto3Result, call: CallArguments, models: Boto3Models): Resource {
  const made = anyResource(parent.client, result.type, models);
  let position = 0;
  const identifiers = [...made.identifiers.keys()].map((name, index): [string, Value] => {
    const source = result.identifiers?.[index] ?? ['argument'];
    if (source[0] === 'argument') return [name, call.get(position++, name) ?? unknown('dynamic-value')];
    return [name, sourceValue(source, parent.identifiers, new Map())];
  });
  return { ...made, identifiers: new Map(identifiers) };
}

/** The resource or list of resources that an action, a reference or a collection of another one gives. */
export function resultOf(
  parent: Resource,
  result: Boto3Result,
  parameters: ReadonlyMap<string, Value>,
  models: Boto3Models,
): Value {
  const made = botoObject(elementOf(parent, result, parameters, models));
  return result.many ? sequenceOf('list', [made], false) : made;
}

/** The same, of a list one element. */
export function elementOf(
  parent: Resource,
  result: Boto3Result,
  parameters: ReadonlyMap<string, Value>,
  models: Boto3Models,
): Resource {
  const made = anyResource(parent.client, result.type, models);
  const identifiers = [...made.identifiers.keys()].map((name, index): [string, Value] => {
    const source = result.identifiers?.[index] ?? ['response'];
    return [name, sourceValue(source, parent.identifiers, parameters)];
  });
  return { ...made, identifiers: new Map(identifiers), loaded: result.loaded ?? false };
}
