// https://docs.aws.amazon.com/boto3/latest/reference/core/session.html
import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import { stringOf } from '../../python/values/make.ts';
import { members, overMembers, union } from '../../python/values/union.ts';
import type { Value } from '../../python/values/value.ts';
import type { Behaviour } from './behaviour.ts';
import { calledBack } from './events.ts';
import { clientIdentity, type Positions } from './identity.ts';
import { botoObject, type Client, events, methodOf, opaque, type Session } from './objects.ts';
import { serviceResource } from './resource-object.ts';

/** The parameters of `client`, `resource` and `create_client` that tell the identity. */
const positions: Positions = { aws_access_key_id: 6, aws_secret_access_key: 7 };

const makers = new Set(['client', 'create_client', 'resource', 'get_credentials']);

/** Sessions make clients and resources, one for each service that the name can be. */
export const session: Behaviour<Session> = {
  attribute(data, name) {
    if (name === 'events') return events;
    return makers.has(name) || name === 'register' ? methodOf(data, name) : opaque;
  },
  calls: (_, { name, arguments: call }) => (name === 'register' ? calledBack(call, call.get(1, 'handler')) : []),
  call(data, { name, arguments: call }, models) {
    if (name === 'register') return opaque;
    if (name === 'get_credentials') return botoObject({ kind: 'credentials', identity: data.identity });
    const identity = clientIdentity(call, positions, data.identity);
    const service = call.get(0, 'service_name');
    const make = (named: Value | undefined): Value => {
      const text = stringOf(named);
      const client: Client = { kind: 'client', service: nameOf(text, models), identity };
      return botoObject(name === 'resource' ? serviceResource(client) : client);
    };
    return service === undefined ? make(undefined) : overMembers(possible(service, models), make);
  },
};

/**
 * The names that a service can have: a name that no service has is not meant where others are services, since the SDK
 * refuses it (`name.lower() if name.isupper() else name`).
 */
function possible(service: Value, models: Boto3Models): Value {
  const isKnown = (one: Value): boolean => models.service(stringOf(one) ?? '') !== undefined;
  const alternatives = members(service);
  if (!alternatives.some(isKnown)) return service;
  return union(alternatives.filter((one) => one.kind !== 'constant' || isKnown(one)));
}

/** The name of a service, as botocore has it; null if it is not known. */
function nameOf(text: string | undefined, models: Boto3Models): string | null {
  return text === undefined ? null : (models.service(text)?.id ?? text);
}
