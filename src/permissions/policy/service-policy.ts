import type { Iam } from '../../catalogue/iam/iam.ts';
import { arnFor } from './arns.ts';
import { splitStatements } from './documents.ts';
import { policyFaults } from './policy-faults.ts';
import { type Grantable, type PolicyStatement, statementsOf } from './statements.ts';

/** What a policy is made for. */
export interface PolicySubject {
  /** `FILE#NAME`. */
  readonly id: string;
  readonly name: string;
  /** The name under which it is deployed, in the words of its template; null where the platform makes one. */
  readonly deployedAs: string | null;
  readonly needed: readonly Grantable[];
}

/** The policies of a service: several where one would be over the size limit of a managed policy. */
export interface ServicePolicy {
  readonly id: string;
  readonly name: string;
  readonly deployedAs: string | null;
  readonly policies: readonly (readonly PolicyStatement[])[];
  /** Guessed permissions that were left out. */
  readonly leftOut: number;
  /** What is wrong by the catalogue, and what IAM would refuse. */
  readonly faults: readonly string[];
}

/** The policies of a service, of at most `mostSize` characters each. */
export function servicePolicy(
  { id, name, deployedAs, needed }: PolicySubject,
  options: { readonly guessed: boolean; readonly mostSize: number; readonly iam: Iam },
): ServicePolicy {
  const { guessed, mostSize, iam } = options;
  const statements = statementsOf(needed, guessed, iam);
  const leftOut = guessed ? 0 : needed.filter(({ certainty }) => certainty === 'guessed').length;
  const faults = [...leftOutFaults(needed, guessed, iam), ...policyFaults(statements, iam)];
  return { id, name, deployedAs, policies: splitStatements(statements, mostSize), leftOut, faults };
}

/** What is no action or resource that IAM is known to take, and for that reason in no policy. */
function leftOutFaults(needed: readonly Grantable[], guessed: boolean, iam: Iam): string[] {
  return needed.flatMap(({ action, resources }) => {
    if (!guessed && iam.action(action) === undefined) return [`${action}, which AWS does not list, is left out`];
    return resources
      .filter((resource) => arnFor(resource, action, iam) === undefined)
      .map((resource) => `${action} on ${resource}, which is no ARN, is left out`);
  });
}
