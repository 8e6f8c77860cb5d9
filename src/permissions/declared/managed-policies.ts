import type { PolicyStatement } from '../../catalogue/iam/policy-statement.ts';
import { evidence } from '../../evidence/evidence.ts';
import type { Place } from '../../evidence/place.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { alternativesOf, itemsOf } from './alternatives.ts';
import type { Collected, Grant, GrantOrigin } from './grant.ts';
import { writtenText } from './resource-text.ts';
import { addDocument, addUnknown } from './statements.ts';
import { means, resourceAt, type Surroundings } from './surroundings.ts';
import { addPolicyValue } from './terraform-documents.ts';

/** Collects managed policies by their ARNs or names: those of AWS from the catalogue, those of the stack from their documents. */
export function addManagedPolicies(into: Collected, list: Value, around: Surroundings, sure = true): void {
  for (const { value, sure: always } of itemsOf(list)) addManagedPolicy(into, value, around, sure && always);
}

/** Collects one managed policy. */
export function addManagedPolicy(into: Collected, value: Value, around: Surroundings, sure = true): void {
  if (value.kind === 'reference') {
    const resource = resourceAt(around, value.resource);
    const document = resource?.properties.entries.get('PolicyDocument') ?? resource?.properties.entries.get('policy');
    if (document !== undefined) return addPolicyValue(into, document.value, around, sure);
    const inner =
      resource?.properties.entries.get('arn') ??
      resource?.properties.entries.get('name') ??
      resource?.properties.entries.get('cdk:document');
    if (inner?.value.kind === 'map') return addDocument(into, inner.value, sure);
    if (inner !== undefined) return addNamed(into, inner.value, around, sure);
    return addUnknown(into, value, 'a managed policy');
  }
  return addNamed(into, value, around, sure);
}

function addNamed(into: Collected, value: Value, around: Surroundings, sure: boolean): void {
  const { text, known } = writtenText(value);
  const policy = known ? around.ready.managed(text) : undefined;
  if (policy !== undefined) {
    addReady(into, policy.statements, { kind: 'managed', name: policy.name }, value.place, policy.name, sure);
    return;
  }
  const own = [...around.stack.resources.values()].find(
    (one) => /^(?:AWS::IAM::ManagedPolicy|aws_iam_policy)$/.test(one.type) && means(value, one),
  );
  const document = own?.properties.entries.get('PolicyDocument') ?? own?.properties.entries.get('policy');
  if (document === undefined) {
    into.unknown.push({ reason: 'external-code', text: `a managed policy: ${text}`, place: value.place });
  } else for (const one of alternativesOf(document.value)) addPolicyValue(into, one.value, around, sure && one.sure);
}

/** Collects the statements of a policy that somebody keeps ready; they all stand where it is named. */
export function addReady(
  into: Collected,
  statements: readonly PolicyStatement[],
  origin: GrantOrigin,
  place: Place,
  text: string,
  sure = true,
): void {
  into.grants.push(...statements.map((statement) => readyGrant(statement, origin, place, text, sure)));
}

function readyGrant(
  { effect, actions, notActions, resources, notResources, conditions }: PolicyStatement,
  origin: GrantOrigin,
  place: Place,
  text: string,
  sure: boolean,
): Grant {
  return {
    effect,
    actions,
    notActions,
    resources: resources.map(known),
    notResources: notResources.map(known),
    conditions,
    conditionKeys: [],
    sure,
    origin,
    from: evidence(place, text),
    list: null,
  };
}

const known = (text: string): { text: string; known: boolean } => ({ text, known: true });
