import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { baseName } from '../../repository/paths.ts';
import { valuesAt } from '../../services/discover/claims/steps-into.ts';
import { type Answer, met, missing, unknown } from './answer.ts';
import type { Standing } from './standing.ts';

/** Roles that every cluster has and that may nearly everything: https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles */
const broadRoles = /^(cluster-admin|admin|edit)$/;

/**
 * What the rules of a cluster let the account of a workload do; null for what has no account of Kubernetes that is declared.
 * Wildcards and the roles for administrators are too much: https://kubernetes.io/docs/concepts/security/rbac-good-practices/
 */
export function clusterRights({ service: { identity, cloud }, own, near }: Standing): Answer | null {
  if (cloud !== 'kubernetes' || identity?.kind !== 'service-account' || identity.resource === null) return null;
  const account = baseName(identity.resource);
  const all = [...own, ...near()];
  const bindings = all.filter(
    ({ type, properties }) =>
      /rbac\.authorization\.k8s\.io\/\S+ (Cluster)?RoleBinding$/.test(type) &&
      valuesAt(properties, 'subjects', 'name').some((name) => nameIn(name) === account),
  );
  const roles = bindings.flatMap(({ properties }) => valuesAt(properties, 'roleRef', 'name').map(nameIn));
  const broad = bindings.find(({ properties }) =>
    valuesAt(properties, 'roleRef', 'name').some((name) => broadRoles.test(nameIn(name))),
  );
  if (broad !== undefined) return missing('Its account has a role for administrators.', shown(broad));
  const defined = all.filter(
    ({ type, id }) =>
      /rbac\.authorization\.k8s\.io\/\S+ (Cluster)?Role$/.test(type) && roles.some((role) => role === baseName(id)),
  );
  const open = defined.find(({ properties }) => hasWildcard(properties));
  if (open !== undefined) return missing('A role of its account has wildcards in its rules.', shown(open));
  if (roles.length === 0)
    return met('Its own account is in no role: it may do nothing in the cluster.', identity.evidence);
  if (defined.length < new Set(roles).size)
    return unknown('A role of its account is not defined here.', identity.evidence);
  return met('The roles of its account name what it may do, without wildcards.', ...defined.map(shown));
}

function hasWildcard(properties: Value): boolean {
  const holds = (key: string): boolean =>
    valuesAt(properties, 'rules', key).some((value) => readText(value).text === '*');
  return holds('verbs') || holds('resources');
}

function nameIn(value: Value): string {
  return value.kind === 'reference' ? baseName(value.resource) : readText(value).text;
}

function shown({ key, type, id }: Resource): Answer['evidence'][number] {
  return evidence(key, `${type} ${id}`);
}
