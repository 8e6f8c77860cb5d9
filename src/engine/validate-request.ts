import { isDay } from '../evidence/day.ts';
import { UsageError } from '../evidence/errors.ts';
import { didYouMean } from '../evidence/nearest.ts';
import { checks } from '../steps/registry.ts';
import { steps } from '../steps/steps.ts';
import type { CheckRequest } from './request.ts';

/** @throws UsageError for a day that is none, or a step or check that does not exist. */
export function validateRequest({ today, steps: wanted = [], only = [], skip = [] }: CheckRequest): void {
  if (today !== undefined && !isDay(today)) throw new UsageError(`${today} is no day: write YYYY-MM-DD.`);
  requireNames(
    'step',
    wanted,
    steps.map((step) => step.id),
  );
  requireNames(
    'check',
    [...only, ...skip],
    checks.map((check) => check.id),
  );
}

function requireNames(what: string, names: readonly string[], known: readonly string[]): void {
  const strange = names.find((name) => !known.includes(name));
  if (strange !== undefined)
    throw new UsageError(
      `there is no ${what} ${strange}.${didYouMean(strange, known) || ` Known: ${known.join(', ')}.`}`,
    );
}
