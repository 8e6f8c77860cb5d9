import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { UnknownReason } from '../../evidence/vocabulary.ts';
import type { CallArguments, Evaluation, IndirectCall, Operation } from '../../python/model-provider.ts';
import type { Value } from '../../python/values/value.ts';

/** A call of a method: its name, what is passed, and who evaluates it. */
export interface MethodCall {
  readonly name: string;
  readonly arguments: CallArguments;
  readonly evaluation: Evaluation;
}

/** How objects of one kind behave. What a kind does not answer is unknown, or performs nothing. */
export interface Behaviour<Data> {
  /** What an attribute gives; undefined if there is none by that name. */
  attribute?(data: Data, name: string, models: Boto3Models): Value | undefined;
  /** What calling a method of it gives. */
  call?(data: Data, call: MethodCall, models: Boto3Models): Value | undefined;
  /** What calling a method of it performs. */
  operations?(data: Data, call: MethodCall, models: Boto3Models): readonly Operation[];
  /** Why it cannot be said what calling a method of it performs, though it performs something. */
  unresolved?(data: Data, call: MethodCall, models: Boto3Models): UnknownReason | undefined;
  /** The functions of the program that calling a method of it calls. */
  calls?(data: Data, call: MethodCall, models: Boto3Models): readonly IndirectCall[];
  /** What reading an attribute performs. */
  loads?(data: Data, name: string, models: Boto3Models): readonly Operation[];
  item?(data: Data): Value | undefined;
  element?(data: Data, models: Boto3Models): Value | undefined;
}
