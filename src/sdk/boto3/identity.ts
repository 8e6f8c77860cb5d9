import type { CallArguments, Evaluation, Identity } from '../../python/model-provider.ts';
import { constant, isNone, unknown } from '../../python/values/make.ts';
import { members, union } from '../../python/values/union.ts';
import type { Value } from '../../python/values/value.ts';
import { botoOf, type Client } from './objects.ts';

/** Operations that give the credentials of a role, with the parameter that names it. */
const giveRole: Readonly<Record<string, string>> = {
  'sts assume_role': 'RoleArn',
  'sts assume_role_with_web_identity': 'RoleArn',
  'sts assume_role_with_saml': 'RoleArn',
  'sts assume_root': 'TargetPrincipal',
  'sso get_role_credentials': 'roleName',
};

/** Operations whose credentials keep the identity of who asks for them. */
const keepIdentity = new Set(['sts get_session_token', 'sts get_federation_token']);

/** Whose credentials the response of an operation holds; undefined if it holds none, or keys of somebody else. */
export function identityInResponse(client: Client, operation: string, call: CallArguments): Identity | undefined {
  const name = `${client.service} ${operation}`;
  if (keepIdentity.has(name)) return client.identity;
  const parameter = giveRole[name];
  return parameter === undefined ? undefined : assumed(call.keyword(parameter));
}

/** The identity of a role. */
export function assumed(role: Value | undefined): Identity {
  return { kind: 'assumed-role', role: role ?? unknown('dynamic-value') };
}

/**
 * The identity of a session by the arguments of its constructor: credentials come before a profile, and both before what
 * the botocore session that it is built on has. Roles that alternatives assume are joined.
 */
export function sessionIdentity(call: CallArguments, positions: Positions, base: Identity): Identity {
  const identity = profileIdentity(argument(call, positions, 'profile_name')) ?? base;
  return clientIdentity(call, positions, identity);
}

/** Where arguments stand that can be given by position. */
export type Positions = Readonly<Record<string, number>>;

/** An argument by its name or position; None counts as not given. */
export function argument(call: CallArguments, positions: Positions, name: string): Value | undefined {
  const index = positions[name];
  const value = index === undefined ? call.keyword(name) : call.get(index, name);
  return value === undefined || isNone(value) ? undefined : value;
}

/** The identity of a profile; undefined where none is given. */
export function profileIdentity(profile: Value | undefined): Identity | undefined {
  return profile === undefined ? undefined : { kind: 'profile', profile };
}

/** The identity of a client by the arguments with which it is made, else that of its session. */
export function clientIdentity(call: CallArguments, positions: Positions, session: Identity): Identity {
  const key = argument(call, positions, 'aws_access_key_id') ?? argument(call, positions, 'aws_secret_access_key');
  return key === undefined ? session : identityOfKey(key);
}

/** The identity that an access key, or credentials as a whole, stand for. */
export function identityOfKey(key: Value): Identity {
  const known: Identity[] = [];
  for (const member of members(key)) {
    const data = botoOf(member);
    if (data?.kind === 'credentials') known.push(data.identity);
  }
  const roles = known.flatMap((identity) => (identity.kind === 'assumed-role' ? [identity.role] : []));
  if (roles.length > 0) return assumed(union(roles));
  return known[0] ?? { kind: 'keys' };
}

/** The identity of `Credentials(access_key=…)` or of what a dictionary of such keys holds. */
export function identityOfMapping(mapping: Value | undefined, name: string, evaluation: Evaluation): Identity {
  return mapping === undefined ? { kind: 'keys' } : identityOfKey(evaluation.item(mapping, constant(name)));
}
