import type { CallArguments } from '../../python/model-provider.ts';
import { members } from '../../python/values/union.ts';
import type { Instance, ModelObject, Value } from '../../python/values/value.ts';
import type { Argument, Site } from './site.ts';
import { termOf } from './terms.ts';

/** One construct that the program makes, or a method of a construct makes for it. */
export interface Construct {
  /** The key of the value that it is in Python. */
  readonly key: string;
  /** Its class, below `aws_cdk`: `aws_lambda.Function`; of what a method makes that method: `aws_sns.Topic.add_subscription`. */
  readonly path: string;
  readonly call: CallArguments;
  /** The call that says its properties. */
  readonly site: Site;
  /** The expression that stands for it where it is made: of a class of the program, the call of that class. */
  readonly made: Site;
  /** What it is made in; null of an app, or where it is not known. */
  readonly scope: Value | null;
  /** Its name in its scope; null where it is not known. */
  readonly id: string | null;
  /** The test on which it depends; null where nothing is in the way. */
  readonly condition: string | null;
}

/** A method that is called on a construct or on what is got from one. */
export interface Action {
  readonly receiver: ModelObject | Instance;
  readonly method: string;
  readonly call: CallArguments;
  readonly site: Site;
  /** What it gives. */
  readonly result: Value;
  readonly condition: string | null;
}

/** An attribute of what a call of the library made, set later: `statement.effect = Effect.DENY`. */
export interface Assigned {
  readonly name: string;
  readonly argument: Argument;
  readonly condition: string | null;
}

const mostAlternatives = 10;

/** The constructs of an app, found by the values that they are. */
export class Constructs {
  readonly all: Construct[] = [];
  private readonly byKey = new Map<string, Construct>();
  private readonly byPlace = new Map<string, Construct[]>();
  private readonly byClass = new Map<string, Construct[]>();

  add(construct: Construct, value: Value): void {
    if (this.byKey.has(construct.key)) return;
    this.all.push(construct);
    this.byKey.set(construct.key, construct);
    put(this.byPlace, placeKeyOf(value), construct);
    put(this.byClass, classKeyOf(value), construct);
  }

  has(key: string): boolean {
    return this.byKey.has(key);
  }

  /**
   * The constructs that a value can be. One that is seen from another call than that which made it is known by its place:
   * all that were made there.
   */
  of(value: Value): readonly Construct[] {
    return [...new Set(members(value).flatMap((one) => this.ofOne(one)))].slice(0, mostAlternatives);
  }

  private ofOne(value: Value): readonly Construct[] {
    const known = this.byKey.get(value.key);
    if (known !== undefined) return [known];
    return this.byPlace.get(placeKeyOf(value) ?? '') ?? this.byClass.get(classKeyOf(value) ?? '') ?? [];
  }
}

function put(table: Map<string, Construct[]>, key: string | undefined, construct: Construct): void {
  if (key === undefined) return;
  const list = table.get(key);
  if (list === undefined) table.set(key, [construct]);
  else list.push(construct);
}

/** Where a term is written, with the methods that lead to it; the calls around it left out. */
function placeKeyOf(value: Value): string | undefined {
  const term = termOf(value);
  if (term === undefined || term.kind === 'member') return undefined;
  const at = /^\d+\.\d+/.exec(term.call.key)?.[0];
  return at === undefined ? undefined : `${term.kind} ${at}`;
}

function classKeyOf(value: Value): string | undefined {
  return value.kind === 'instance' ? `${value.class.module.index}.${value.class.node}` : undefined;
}
