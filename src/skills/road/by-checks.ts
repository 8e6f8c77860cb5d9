import { type Answer, met, missing, notApplicable, unknown } from './answer.ts';
import type { Standing } from './standing.ts';

/**
 * What some checks say together: what fails is missing, what cannot be told is unknown, and a pass alone is met. Null where
 * none of them applies.
 */
export function byChecks({ verdicts, itself }: Standing, checks: readonly string[]): Answer | null {
  const said = verdicts(checks);
  const failed = said.find(({ verdict }) => verdict === 'fail');
  if (failed !== undefined) return missing(failed.message, failed.at ?? itself, failed.check);
  const open = said.find(({ verdict }) => verdict === 'unknown');
  if (open !== undefined) return unknown(open.message, open.at ?? itself, open.check);
  const passed = said.filter(({ verdict }) => verdict === 'pass');
  const [first] = passed;
  if (first === undefined) return null;
  return { ...met(first.message, ...passed.map(({ at }) => at ?? itself)), check: first.check };
}

/** The same where it is known why nothing may apply. */
export function byChecksElse(standing: Standing, checks: readonly string[], otherwise: string): Answer {
  return byChecks(standing, checks) ?? notApplicable(otherwise);
}
