import { UsageError } from '../evidence/errors.ts';
import { didYouMean } from '../evidence/nearest.ts';
import type { Check } from '../steps/define.ts';
import type { StepId } from '../steps/steps.ts';

/** Which checks run. Empty lists mean no limit. */
export interface Selection {
  readonly steps: readonly StepId[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/** The checks that a selection leaves, in the registry's order. */
export function selectChecks(checks: readonly Check[], { steps, only, skip }: Selection): Check[] {
  return checks.filter(
    (check) =>
      (steps.length === 0 || steps.includes(check.step)) &&
      (only.length === 0 || only.includes(check.id)) &&
      !skip.includes(check.id),
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * The services that ids, names or patterns (`*` for any text) select; all of them where there are no patterns.
 * @throws UsageError for a pattern that selects none.
 */
export function selectServices<Service extends Named>(
  services: readonly Service[],
  patterns: readonly string[],
): Service[] {
  if (patterns.length === 0) return [...services];
  const matchers = patterns.map(matcher);
  const strange = patterns.find((_, index) => !services.some((service) => matchers[index]?.(service) === true));
  if (strange !== undefined) {
    const names = [...new Set(services.flatMap(({ id, name }) => [id, name]))];
    const some = names.length === 0 ? ' No service was found.' : ` Some that are: ${names.slice(0, 4).join(', ')}.`;
    throw new UsageError(`there is no service ${strange}.${didYouMean(strange, names) || some}`);
  }
  return services.filter((service) => matchers.some((matches) => matches(service)));
}

function matcher(pattern: string): (service: Named) => boolean {
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
  const expression = new RegExp(`^${escaped}$`, 's');
  return ({ id, name }) => expression.test(id) || expression.test(name);
}
