import { documentOf, type PolicyDocument } from './documents.ts';
import type { ServicePolicy } from './service-policy.ts';

/**
 * Policies as JSON: of one service its policy, or a list of several where one would be too large; of several services an
 * object by their ids. Placeholders stay: CloudFormation's `Fn::Sub` fills them in, or a person.
 */
export function renderIamPolicies(services: readonly ServicePolicy[]): string {
  const [only, ...others] = services;
  const value =
    only !== undefined && others.length === 0
      ? valueOf(only)
      : Object.fromEntries(services.map((service) => [service.id, valueOf(service)]));
  return `${JSON.stringify(value, null, 2)}\n`;
}

function valueOf({ policies }: ServicePolicy): PolicyDocument | PolicyDocument[] {
  const [only = [], ...others] = policies;
  return others.length === 0 ? documentOf(only) : policies.map((statements) => documentOf(statements));
}
