import { isDay } from '../evidence/day.ts';
import { UsageError } from '../evidence/errors.ts';
import { didYouMean } from '../evidence/nearest.ts';
import type { Check } from '../steps/define.ts';
import { checks } from '../steps/registry.ts';
import { steps } from '../steps/steps.ts';
import type { CheckRequest } from './request.ts';
import type { Rules } from './rules.ts';
import type { Selection } from './selection.ts';

/** @throws UsageError for a day that is none, or a step or check that does not exist. */
export function validateRequest({ today, steps: wanted = [], only = [], skip = [] }: CheckRequest): void {
  if (today !== undefined && !isDay(today)) throw new UsageError(`${today} is no day: write YYYY-MM-DD.`);
  const stepIds = steps.map((step) => step.id);
  requireNames('step', wanted, stepIds, `Known: ${stepIds.join(', ')}.`);
  const checkIds = checks.map((check) => check.id);
  requireNames('check', [...only, ...skip], checkIds, 'skyworthy explain lists them.');
}

/** `listed` says where all names are, for one that is like none of them. */
function requireNames(what: string, names: readonly string[], known: readonly string[], listed: string): void {
  const strange = names.find((name) => !known.includes(name));
  if (strange !== undefined)
    throw new UsageError(`there is no ${what} ${strange}.${didYouMean(strange, known) || ` ${listed}`}`);
}

/**
 * Flags and configuration together have to leave a check to run.
 * @throws UsageError that says why they leave none.
 */
export function requireChecks({ runs, usual: { selection } }: Rules, all: readonly Check[]): void {
  if (all.some((check) => runs(check))) return;
  throw new UsageError(`no check is left to run: ${contradictionIn(selection, all)}.`);
}

/** Why a selection leaves nothing, with the mend. */
function contradictionIn({ steps: wanted, only, skip }: Selection, all: readonly Check[]): string {
  const skipped = only.find((id) => skip.includes(id));
  if (skipped !== undefined) return `${skipped} is both named by only and left out by skip; take one of them back`;
  const elsewhere = all.find(({ id, step }) => only.includes(id) && !wanted.includes(step));
  if (elsewhere !== undefined && wanted.length > 0)
    return `${elsewhere.id} belongs to the step ${elsewhere.step}, not to ${wanted.join(' or ')}; leave the step out, or name that one`;
  return `all that ${wanted.length > 0 ? `the step ${wanted.join(' and ')} has` : 'there is'} is left out by skip; skip less`;
}
