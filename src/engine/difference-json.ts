import type { Evidence } from '../evidence/evidence.ts';
import type { Declared, DeclaredUnknown, Grant, GrantOrigin } from '../permissions/declared/grant.ts';
import type { Difference } from '../permissions/difference/difference.ts';
import type { Excess, Narrowable } from '../permissions/difference/excess.ts';
import type { Missing } from '../permissions/difference/missing.ts';
import type {
  DeclaredJson,
  DeclaredUnknownJson,
  ExcessJson,
  MissingJson,
  NarrowableJson,
  ReasonJson,
  ServicePermissions,
  WhereJson,
} from '../report/documents/permissions.ts';

/** The part of a service's permissions that speaks of what is declared. */
export type DeclaredPart = Pick<
  ServicePermissions,
  'identity' | 'declared' | 'declaredUnknown' | 'missing' | 'excess' | 'narrowable'
>;

/** What is declared and how it differs as JSON; nothing is declared of a service whose identity nobody knows. */
export function declaredPart(
  declared: Declared | null,
  difference: Difference | null,
  sharedWith: readonly string[],
): DeclaredPart {
  return {
    identity: declared && { role: declared.role, sharedWith, bounded: declared.boundary !== null },
    declared: (declared?.grants ?? []).flatMap(grantJson),
    declaredUnknown: (declared?.unknown ?? []).map(unknownJson),
    missing: (difference?.missing ?? []).map(missingJson),
    excess: (difference?.excess ?? []).map(excessJson),
    narrowable: (difference?.narrowable ?? []).map(narrowableJson),
  };
}

function grantJson(grant: Grant): DeclaredJson[] {
  const { effect, actions, notActions, resources, notResources, conditions, sure, origin, from } = grant;
  const known = sure && [...resources, ...notResources].every((resource) => resource.known);
  return (notActions.length > 0 ? ['*'] : actions).map((action) => ({
    action,
    effect,
    resources: notResources.length > 0 ? ['*'] : resources.map(({ text }) => text),
    exceptActions: notActions,
    exceptResources: notResources.map(({ text }) => text),
    conditions,
    certainty: known ? 'resolved' : 'guessed',
    policy: policyOf(origin),
    from: whereOf(from),
  }));
}

function unknownJson({ place, text, reason }: DeclaredUnknown): DeclaredUnknownJson {
  return { ...whereOf(place), text, reason };
}

function missingJson({ action, resources, because, certainty, doubt, denied }: Missing): MissingJson {
  const where = denied && whereOf(denied.from);
  return { action, resources, because: because.map(reasonJson), certainty, doubt, denied: where };
}

function excessJson({ action, resources, origin, from, certainty, doubt }: Excess): ExcessJson {
  return { action, resources, policy: policyOf(origin), from: whereOf(from), certainty, doubt };
}

function narrowableJson({ origin, from, wide, open, to, instead, certainty, doubt }: Narrowable): NarrowableJson {
  return { policy: policyOf(origin), from: whereOf(from), wide, open, to, instead, certainty, doubt };
}

function policyOf(origin: GrantOrigin): string | null {
  return origin.kind === 'statement' ? null : origin.name;
}

function whereOf({ file, line }: WhereJson): WhereJson {
  return { file, line };
}

/** A place for which something is needed. */
export function reasonJson({ file, line, text, how }: Evidence): ReasonJson {
  return { file, line, text, how };
}
