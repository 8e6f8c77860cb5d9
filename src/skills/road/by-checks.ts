import { isAtLeast, type Severity } from '../../evidence/vocabulary.ts';
import { type Answer, met, missing, notApplicable, unknown } from './answer.ts';
import type { Standing } from './standing.ts';

/**
 * What some checks say together of what is at least so bad: what fails is missing, what cannot be told is unknown, and a pass
 * alone is met. Null where none of them applies.
 */
export function byChecks(
  { verdicts, itself }: Standing,
  checks: readonly string[],
  least: Severity = 'improvement',
): Answer | null {
  const said = verdicts(checks).filter(({ severity }) => severity !== null && isAtLeast(severity, least));
  const failed = said.find(({ verdict }) => verdict === 'fail');
  if (failed !== undefined) return missing(failed.message, failed.at ?? itself, failed.check);
  const open = said.find(({ verdict }) => verdict === 'unknown');
  if (open !== undefined) return unknown(open.message, open.at ?? itself, open.check);
  const passed = said.filter(({ verdict }) => verdict === 'pass');
  const [first] = passed;
  if (first === undefined) return null;
  return { ...met(first.message, ...passed.map(({ at }) => at ?? itself)), check: first.check };
}

/** The same for what fails under load, where it is known why nothing may apply to code that is read. */
export function byRisks(standing: Standing, checks: readonly string[], otherwise: string): Answer {
  const said = byChecks(standing, checks, 'risk');
  if (said !== null) return said;
  return standing.unread() === null ? notApplicable(otherwise) : unknown('Its code is not here.', standing.itself);
}
