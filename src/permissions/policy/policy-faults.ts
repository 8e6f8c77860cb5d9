import type { Iam } from '../../catalogue/iam/iam.ts';
import { overlaps } from '../difference/glob.ts';
import type { PolicyStatement } from './statements.ts';

/**
 * What is wrong with statements by the catalogue: actions that AWS does not have, and resources of a type that an action
 * does not support, for which it would grant nothing.
 */
export function policyFaults(statements: readonly PolicyStatement[], iam: Iam): string[] {
  return statements.flatMap(({ sid, actions, resources }) =>
    actions.flatMap((action) => {
      const known = iam.action(action);
      if (known === undefined) return [`${sid}: AWS has no action ${action}`];
      const formats = known.resources.flatMap((one) => one.formats).map(anyValues);
      return resources
        .filter((resource) => resource !== '*' && !formats.some((format) => overlaps(format, anyValues(resource))))
        .map((resource) => `${sid}: ${action} does not support ${resource}`);
    }),
  );
}

/** With any text for what is filled in. */
function anyValues(arn: string): string {
  return arn.replaceAll(/\$\{[^{}]*\}/g, '*');
}
