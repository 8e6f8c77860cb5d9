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

/** True if a selection leaves a check in. */
export function isSelected({ id, step }: Pick<Check, 'id' | 'step'>, { steps, only, skip }: Selection): boolean {
  return (steps.length === 0 || steps.includes(step)) && (only.length === 0 || only.includes(id)) && !skip.includes(id);
}

/** A service as patterns name it. */
export interface Named {
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

/** Tells whether one of some patterns names a service by its id or name. */
export function isNamed(patterns: readonly string[]): (service: Named) => boolean {
  const matchers = patterns.map(matcher);
  return (service) => matchers.some((matches) => matches(service));
}

function matcher(pattern: string): (service: Named) => boolean {
  const [first = '', ...others] = pattern.split('*');
  return ({ id, name }) => fits(id, first, others) || fits(name, first, others);
}

/** True if a text is these parts with anything between them; each is looked for once, so that no pattern takes long. */
function fits(text: string, first: string, others: readonly string[]): boolean {
  const last = others.at(-1);
  if (last === undefined) return text === first;
  let at = text.startsWith(first) ? first.length : -1;
  for (const part of others.slice(0, -1)) {
    const found = at < 0 ? -1 : text.indexOf(part, at);
    at = found < 0 ? -1 : found + part.length;
  }
  return at >= 0 && text.length - last.length >= at && text.endsWith(last);
}
