import type { Evaluator } from '../../python/evaluate/evaluator.ts';
import type { Value } from '../model/value.ts';
import type { Action, Assigned, Construct, Constructs } from './constructs.ts';
import type { Library } from './library.ts';
import type { Argument, Site } from './site.ts';
import type { Made, Term } from './terms.ts';

/** What values of one file are made with. */
export interface World {
  readonly e: Evaluator;
  readonly library: Library;
  readonly constructs: Constructs;
  /** What was made of expressions already, so that what is named often is made once. */
  readonly made: Map<string, Value>;
  /** The key of a construct's resource, as the file's stack knows it; undefined of what becomes none. */
  idOf(construct: Construct): string | undefined;
  /** The type of a construct's resource. */
  typeOf(construct: Construct): string | undefined;
  /** The methods that are called on the object that a term makes, in their order. */
  calledOn(term: Made): readonly Action[];
  /** The attributes that are set on it, in their order. */
  assignedTo(term: Made): readonly Assigned[];
  /** What `cdk.json` says under `context`. */
  context(name: string): unknown;
  /** A path from the root of the repository (`rooted`), or from where the app is started, as it is from the file's folder. */
  path(written: string, rooted?: boolean): string | undefined;
  /** What a term is as a value; undefined where that is not known. */
  valueOf(call: TermCall): Value | undefined;
}

/** A term that is to become a value. */
export interface TermCall {
  readonly world: World;
  readonly term: Term;
  /** Where its value is wanted. */
  readonly site: Site;
  /** What durations and sizes are counted in; null for their usual unit. */
  readonly unit: string | null;
  argument(index: number | null, name: string | null): Argument | undefined;
  of(argument: Argument, unit?: string | null): Value;
}
