import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { type Answer, met, notApplicable } from './answer.ts';
import type { Kinds } from './resource-kinds.ts';
import { ofKind } from './resource-kinds.ts';
import type { Standing } from './standing.ts';

/** Stores of users, and what asks them before a request comes through. */
const gates: Kinds = {
  kinds: /^(user-pool|user-pool-client|authorizer|api-authorizer)$/,
  types: /Cognito::UserPool|cognito_user_pool|Authorizer$|_authorizer$|authConfigs|authsettingsV2|google_iap_|Firebase/,
};

const inCode = ['openid-configuration', 'CognitoAuthorizer', 'cognito-idp', 'get_oidc', 'oidc_'];

/** Whether users sign in by a provider of identities, where anything shows it; what anybody may call needs none. */
export function signIn(standing: Standing): Answer {
  const asked = ofKind(standing.own, gates);
  if (asked.length > 0) return met('A provider of identities stands before it.', ...asked);
  const library = standing.libraries('sign-in')[0];
  if (library !== undefined) return met('Its code asks a provider of identities.', library.evidence);
  const held = standing.holding(inCode);
  if (held !== undefined)
    return met('Its code asks a provider of identities.', evidence(startOf(held), held, 'guessed'));
  return notApplicable('Nothing shows that users sign in.');
}
