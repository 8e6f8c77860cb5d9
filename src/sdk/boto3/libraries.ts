// Libraries that hand out sessions, clients and resources of boto3, as their sources have it.
import type { CallArguments, Identity } from '../../python/model-provider.ts';
import { sequenceOf } from '../../python/values/containers.ts';
import { constant, isNone, stringOf, unknown } from '../../python/values/make.ts';
import { concatenate } from '../../python/values/text.ts';
import { overMembers } from '../../python/values/union.ts';
import type { ModelObject, Value } from '../../python/values/value.ts';
import { assumed } from './identity.ts';
import { botoObject, type Client, methodOf, ownIdentity, type Session } from './objects.ts';
import { serviceResource } from './resource-object.ts';

/** What calling a library's function makes. */
type Maker = (call: CallArguments) => Value;

/** The functions, by their paths. */
const makers: Readonly<Record<string, Maker>> = {
  // cloudaux 1.9.6, cloudaux/aws/sts.py
  'cloudaux.aws.sts.boto3_cached_conn': cachedConnection,
  'cloudaux.aws.sts.sts_conn': connectionInjector,
  'cloudaux.sts_conn': connectionInjector,
  // boto3-assume 0.2.1, boto3_assume/core.py and aio_core.py
  'boto3_assume.assume_role_session': (call) => sessionOf(assumed(call.get(1, 'RoleArn'))),
  'boto3_assume.assume_role_aio_session': (call) => sessionOf(assumed(call.get(1, 'RoleArn'))),
  'boto3_assume.assume_role': (call) => sessionOf(assumed(entryOf(call.get(1, 'assume_role_kwargs'), 'RoleArn'))),
  // aws-assume-role-lib 2.10.0, aws_assume_role_lib/aws_assume_role_lib.py
  'aws_assume_role_lib.assume_role': (call) => sessionOf(assumed(call.get(1, 'RoleArn'))),
  // localstack-client 2.12, localstack_client/session.py
  'localstack_client.session.Session': () => sessionOf(keys),
};

const keys: Identity = { kind: 'keys' };
const ofLocalstack: Session = { kind: 'session', identity: keys };

/** Functions of such a library that are methods of a session of its own. */
const methods: Readonly<Record<string, ModelObject>> = {
  'localstack_client.session.client': methodOf(ofLocalstack, 'client'),
  'localstack_client.session.resource': methodOf(ofLocalstack, 'resource'),
};

/** The packages of these libraries. */
export const libraryPackages: readonly string[] = [
  ...new Set([...Object.keys(makers), ...Object.keys(methods)].map((path) => path.split('.', 1)[0] ?? '')),
];

/** What a name of a library's module is; undefined if it hands out nothing of the SDK. */
export function libraryObject(path: string): ModelObject | undefined {
  if (Object.hasOwn(makers, path)) return botoObject({ kind: 'library', path });
  return Object.hasOwn(methods, path) ? methods[path] : undefined;
}

/** What calling a function of a library gives. */
export function callLibrary(path: string, call: CallArguments): Value {
  return makers[path]?.(call) ?? unknown('external-code');
}

function sessionOf(identity: Identity): Value {
  return botoObject({ kind: 'session', identity });
}

function entryOf(mapping: Value | undefined, name: string): Value | undefined {
  return mapping?.kind === 'mapping' ? mapping.get(name) : undefined;
}

/** `boto3_cached_conn(service, service_type, …, account_number, assume_role, …)`; with `return_credentials` a pair. */
function cachedConnection(call: CallArguments): Value {
  const service = call.get(0, 'service') ?? unknown('dynamic-value');
  const type = stringOf(call.get(1, 'service_type')) ?? 'client';
  const identity = roleOfAccount(call);
  const made = overMembers(service, (one) => connection(stringOf(one) ?? null, type, identity));
  const returned = call.get(7, 'return_credentials');
  const isPair = returned?.kind === 'constant' && returned.value === true;
  return isPair ? sequenceOf('tuple', [made, botoObject({ kind: 'credentials', identity })]) : made;
}

function roleOfAccount(call: CallArguments): Identity {
  const role = call.get(4, 'assume_role');
  if (role === undefined || isNone(role)) return ownIdentity;
  const account = call.get(3, 'account_number') ?? unknown('dynamic-value');
  const partition = call.get(9, 'arn_partition') ?? constant('aws');
  const parts = [constant('arn:'), partition, constant(':iam::'), account, constant(':role/'), role];
  return assumed(concatenate(parts));
}

/** `@sts_conn(service, service_type)` passes `client=` or `resource=`, with the role that callers name. */
function connectionInjector(call: CallArguments): Value {
  const type = stringOf(call.get(1, 'service_type')) ?? 'client';
  const service = stringOf(call.get(0, 'service')) ?? null;
  const gives = connection(service, type, assumed(unknown('dynamic-value')));
  return botoObject({ kind: 'injector', parameter: type, gives });
}

function connection(service: string | null, type: string, identity: Identity): ModelObject {
  const client: Client = { kind: 'client', service, identity };
  return botoObject(type === 'resource' ? serviceResource(client) : client);
}
