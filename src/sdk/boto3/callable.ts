import type { CallArguments, Evaluation, Identity } from '../../python/model-provider.ts';
import { unknown } from '../../python/values/make.ts';
import { overMembers } from '../../python/values/union.ts';
import type { Value } from '../../python/values/value.ts';
import type { Behaviour } from './behaviour.ts';
import {
  argument,
  assumed,
  identityOfKey,
  identityOfMapping,
  type Positions,
  profileIdentity,
  sessionIdentity,
} from './identity.ts';
import type { Callable } from './objects.ts';
import { botoObject, botoOf, type CallableName, type Client, methodOf, opaque, ownIdentity } from './objects.ts';

const sessionPositions: Positions = {
  aws_access_key_id: 0,
  aws_secret_access_key: 1,
  botocore_session: 4,
  profile_name: 5,
};

/** A class of the SDK has class methods; all that matter make what the class makes. */
export const callable: Behaviour<Callable> = {
  attribute: (data, name) => methodOf(data, name),
  call: (data, { arguments: call, evaluation }) => callCallable(data.name, call, evaluation),
};

/** What calling a class or function of the SDK's modules makes. */
export function callCallable(name: CallableName, call: CallArguments, evaluation: Evaluation): Value {
  return makers[name](call, evaluation);
}

const makers: Readonly<Record<CallableName, (call: CallArguments, evaluation: Evaluation) => Value>> = {
  Session: makeSession,
  BotocoreSession: (call) => sessionOf(profileIdentity(argument(call, {}, 'profile')) ?? ownIdentity),
  S3Transfer: (call) => transferOf('S3Transfer', call),
  TransferManager: (call) => transferOf('TransferManager', call),
  BatchWriter: batchWriterOf,
  Credentials: (call) => {
    const key = call.get(0, 'access_key');
    return botoObject({ kind: 'credentials', identity: key === undefined ? { kind: 'keys' } : identityOfKey(key) });
  },
  RefreshableCredentials: refreshable,
  AssumeRoleCredentialFetcher: (call) =>
    botoObject({ kind: 'credentials', identity: assumed(call.get(2, 'role_arn')) }),
};

function sessionOf(identity: Identity): Value {
  return botoObject({ kind: 'session', identity });
}

function makeSession(call: CallArguments): Value {
  const base = argument(call, sessionPositions, 'botocore_session');
  const make = (inner: Value | undefined): Value => {
    const data = botoOf(inner);
    const identity = data?.kind === 'session' ? data.identity : ownIdentity;
    return sessionOf(sessionIdentity(call, sessionPositions, identity));
  };
  return base === undefined ? make(undefined) : overMembers(base, make);
}

/** Credentials that are renewed by a function, or made of the dictionary that one gives (`create_from_metadata`). */
function refreshable(call: CallArguments, evaluation: Evaluation): Value {
  const key = call.keyword('access_key');
  const source = call.keyword('refresh_using');
  const data = botoOf(source);
  if (data?.kind === 'credentials') return botoObject(data);
  if (key !== undefined) return botoObject({ kind: 'credentials', identity: identityOfKey(key) });
  const metadata = call.get(0, 'metadata');
  return botoObject({ kind: 'credentials', identity: identityOfMapping(metadata, 'access_key', evaluation) });
}

function transferOf(name: string, call: CallArguments): Value {
  const given = call.get(0, 'client') ?? unknown('dynamic-value');
  return overMembers(given, (member) => {
    const data = botoOf(member);
    const client: Client =
      data?.kind === 'client' ? { ...data, service: 's3' } : { kind: 'client', service: 's3', identity: ownIdentity };
    return botoObject({ kind: 'transfer', class: name, client });
  });
}

function batchWriterOf(call: CallArguments): Value {
  const client = botoOf(call.get(1, 'client'));
  if (client?.kind !== 'client') return opaque;
  const identifiers = new Map([['name', call.get(0, 'table_name') ?? unknown('dynamic-value')]]);
  const table = { kind: 'resource', client, type: 'Table', identifiers, loaded: false } as const;
  return botoObject({ kind: 'batch-writer', table });
}
