import type { Place } from '../../../evidence/place.ts';
import type { Value } from '../../model/value.ts';
import type { Evaluation } from '../evaluation.ts';

/** Where a function is called. */
export interface CallPlace {
  readonly place: Place;
  /** The call as it is written. */
  readonly text: string;
  readonly evaluation: Evaluation;
}

/** A function of Terraform: its value for some arguments, or undefined where these do not tell it. */
export type TerraformFunction = (values: readonly Value[], call: CallPlace) => Value | undefined;

/** Functions by name. */
export type FunctionTable = Readonly<Record<string, TerraformFunction>>;
