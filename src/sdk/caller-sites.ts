// Which calls lead to a function, each with what it passes: the calls of the functions that pass on what they get, too.
import { SyntaxArguments } from '../python/evaluate/arguments.ts';
import { reaches } from '../python/evaluate/calling/confirm.ts';
import type { Context } from '../python/evaluate/context.ts';
import type { Evaluator } from '../python/evaluate/evaluator.ts';
import { frameFor } from '../python/evaluate/functions.ts';
import type { CallArguments } from '../python/model-provider.ts';
import { type Block, blockAround, blockKey } from '../python/reach/block.ts';
import type { Reach } from '../python/reach/reached-from.ts';
import { functionValue } from '../python/values/make.ts';
import { members } from '../python/values/union.ts';
import type { FunctionValue } from '../python/values/value.ts';
import { callee, Kind } from '../syntax/python/index.ts';
import { usesParameter } from './uses-parameter.ts';

/** A function with more calls than this does not tell them apart. */
const mostCalls = 64;

/** Ways beyond which those to the callers are not told apart. */
const mostSites = 64;

/** A function that passes on what a function passes on, and so on, is not followed further. */
const mostHands = 3;

/** A way to a function: the context of that call, and the entry points that come this way. */
export interface CallerSite {
  readonly context: Context;
  readonly from: ReadonlySet<string>;
}

/**
 * The ways to a function, so that what one of its callers passes counts for the entry points alone that reach that caller.
 * Whoever reaches it by anything but a call is among them, with all that the function may get. Undefined where its calls
 * are not all known, or are too many.
 */
export function callerSites(e: Evaluator, block: Block, reach: Reach, hands = mostHands): CallerSite[] | undefined {
  const { module, node } = block;
  if (module.tree.kind(node) !== Kind.FunctionDefinition) return undefined;
  const of = functionValue(module, node, null);
  const calls = placedCalls(e, of);
  if (calls === undefined) return undefined;
  const isOwn = ({ around }: PlacedCall): boolean => blockKey(around) === blockKey(block);
  const sites: CallerSite[] = [];
  for (const call of calls.filter((one) => !isOwn(one))) {
    const around = passes(call) && hands > 0 ? callerSites(e, call.around, reach, hands - 1) : undefined;
    const own = { context: e.context(module, frameFor(of, call.given)), from: reach.of(call.around) };
    const isFew = around !== undefined && sites.length + around.length <= mostSites;
    sites.push(...(isFew ? waysBy(e, of, call, around) : [own]));
  }
  const beside = reach.beside(
    block,
    calls.map(({ around }) => around),
  );
  if (beside.size > 0) sites.push({ context: e.context(module), from: beside });
  return [...sites, ...calls.filter(isOwn).flatMap((call) => waysBy(e, of, call, sites))];
}

interface PlacedCall {
  readonly given: CallArguments;
  readonly place: NonNullable<CallArguments['place']>;
  readonly around: Block;
}

/** The calls of a function with their places; undefined where one has none, and where there are none or too many. */
function placedCalls(e: Evaluator, of: FunctionValue): PlacedCall[] | undefined {
  const { calls, complete } = e.callSites(of);
  if (!complete || calls.length === 0 || calls.length > mostCalls) return undefined;
  const placed = calls.flatMap((given) => {
    const { place } = given;
    return place === undefined ? [] : [{ given, place, around: blockAround(place.module, place.node) }];
  });
  return placed.length === calls.length ? placed : undefined;
}

/** True if what is passed, or what is called, depends on the parameters of the function around a call. */
function passes({ place: { module, node }, around }: PlacedCall): boolean {
  return around.node !== module.tree.root && usesParameter(module, around.node, node);
}

/** The ways to a function by one call, for each way to the function around it. */
function waysBy(
  e: Evaluator,
  of: FunctionValue,
  { given: generic, place: { module, node } }: PlacedCall,
  around: readonly CallerSite[],
): CallerSite[] {
  return around.flatMap(({ context, from }) => {
    const given = new SyntaxArguments(e, context, node);
    const targets = members(e.evaluate(context, callee(module.tree, node)));
    const reached = targets.flatMap((target) => reaches(e, target, of, given) ?? []);
    if (reached.length === 0 && targets.some(({ kind }) => kind === 'unknown')) reached.push(generic);
    return reached.map((one) => ({ context: e.context(of.module, frameFor(of, one)), from }));
  });
}
