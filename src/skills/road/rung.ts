import type { Answer } from './answer.ts';
import type { Standing } from './standing.ts';

export type RungNumber = 1 | 2 | 3 | 4 | 5;

/** One thing that a rung asks for, and how facts tell whether it is there. */
export interface Requirement {
  readonly id: string;
  /** The thing itself, as a title. */
  readonly what: string;
  /** What to do where it is missing, in the imperative, without a full stop. */
  readonly step: string;
  /** What facts tell it by: where infrastructure code is there and not read, what that would define is unknown, not missing. */
  readonly toldBy: 'infrastructure' | 'code' | 'pipelines';
  /** The checks that say more about it; a missing requirement names the first where no other one failed. */
  readonly checks: readonly string[];
  /** It is shown where it is there, and an improvement where it is not; the rung's state does not depend on it. */
  readonly isSign?: true;
  readonly tell: (standing: Standing) => Answer;
}

/** One rung of the road. Its requirements stand in the order in which they are worth doing, the cheapest first. */
export interface Rung {
  readonly rung: RungNumber;
  readonly title: string;
  /** Why the rung as a whole is not for a service; null where it is. */
  readonly notFor: (standing: Standing) => string | null;
  readonly requirements: readonly Requirement[];
}

/** Where a service stands on a rung: all is met or not applicable, some is, nothing is, or nothing at all can be told. */
export const rungStates = ['reached', 'partly', 'not-reached', 'unknown', 'not-applicable'] as const;
export type RungState = (typeof rungStates)[number];
