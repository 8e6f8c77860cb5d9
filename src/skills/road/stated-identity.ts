import type { Evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { valuesAt } from '../../services/discover/claims/steps-into.ts';
import type { Standing } from './standing.ts';
import { statedKey } from './stated-key.ts';

/** Parameters of modules that name an identity. */
const identityKey =
  /^(user_?assigned_?)?(managed_?)?(identit(y|ies)|service_?account)(_?(type|name|id|email|resource_?id|principal_?id))?$/i;

/** The identity that a definition gives a service; undefined where it gives none, or the one that everybody gets. */
export function statedIdentity({ service: { identity, definition } }: Standing): Evidence | undefined {
  if (identity !== null) return identity.kind === 'default' ? undefined : identity.evidence;
  if (definition === null) return undefined;
  const { properties } = definition.resource;
  const types = valuesAt(properties, 'identity', 'type').map((type) => readText(type).text);
  return types.length > 0 && types.every((type) => type === 'None') ? undefined : statedKey(properties, identityKey);
}
