import type { Stack } from '../../infrastructure/model/resource.ts';
import type { MapValue, Value } from '../../infrastructure/model/value.ts';
import { referencesIn, valuesAt } from './values-at.ts';

/** Documents in documents: one that names itself ends. */
const deepest = 6;

/**
 * What the statements of a policy are about: the values of their resources, of statements that allow. A policy template of
 * SAM is about all that it is given. A text with references in it counts whole.
 */
export function statementTargets(policy: Value, stack: Stack, depth = 0): Value[] {
  if (depth > deepest) return [];
  const below = (value: Value): Value[] => statementTargets(value, stack, depth + 1);
  switch (policy.kind) {
    case 'list':
      return policy.items.flatMap(below);
    case 'choice':
      return policy.options.flatMap(below);
    case 'parameter':
      return policy.fallback === null ? [] : below(policy.fallback);
    case 'joined':
      return referencesIn(policy).map(({ value }) => value);
    case 'reference': {
      const named = stack.resources.get(policy.resource);
      return named === undefined
        ? []
        : (documents[named.type] ?? []).flatMap((path) => valuesAt(named.properties, path).flatMap(below));
    }
    case 'map':
      return ofMap(policy, below);
    default:
      return [];
  }
}

function ofMap(map: MapValue, below: (value: Value) => Value[]): Value[] {
  const statements = map.entries.get('Statement') ?? map.entries.get('statement');
  if (statements !== undefined) return below(statements.value);
  const effect = map.entries.get('Effect') ?? map.entries.get('effect');
  if (effect?.value.kind === 'literal' && effect.value.text.toLowerCase() === 'deny') return [];
  const resources = map.entries.get('Resource') ?? map.entries.get('resources');
  if (resources !== undefined) return resources.value.kind === 'list' ? [...resources.value.items] : [resources.value];
  return [...map.entries].flatMap(([name, { value }]) =>
    /Polic(y|yV2)$/.test(name) && value.kind === 'map' ? [...value.entries.values()].map((entry) => entry.value) : [],
  );
}

/** Where resources that stand for a policy keep its statements. */
const documents: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::ManagedPolicy': ['PolicyDocument', 'cdk:document', 'cdk:statements'],
  'AWS::IAM::Policy': ['PolicyDocument', 'cdk:document', 'cdk:statements'],
  aws_iam_policy: ['policy'],
  'data.aws_iam_policy_document': ['statement', 'source_policy_documents', 'override_policy_documents'],
};
