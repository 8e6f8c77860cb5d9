// A helper that is shared does for an entry point what that one's own callers pass, not what others pass.
import type { Evaluator } from '../python/evaluate/evaluator.ts';
import type { Operation, OperationProvider } from '../python/model-provider.ts';
import { blockAround } from '../python/reach/block.ts';
import type { Reach } from '../python/reach/reached-from.ts';
import { callee, Kind } from '../syntax/python/index.ts';
import { type CallerSite, callerSites } from './caller-sites.ts';
import { type FoundCall, performedIn } from './collect-calls.ts';
import { usesParameter } from './uses-parameter.ts';

/** A call, and the entry points from which it is reached. */
export interface ReachedCall extends FoundCall {
  readonly reachedFrom: readonly string[];
}

/**
 * The calls of one place with the entry points that reach them. Where callers of the function around it have it perform
 * different operations, and (`apart`: entry points are asked for each apart) where they pass different arguments, each counts
 * for those that come that way.
 */
export function callsByEntry(
  e: Evaluator,
  calls: readonly FoundCall[],
  reach: Reach,
  providers: readonly OperationProvider[],
  apart: boolean,
): ReachedCall[] {
  const [first] = calls;
  if (first === undefined) return [];
  const block = blockAround(first.module, first.node);
  const all = reach.of(block);
  const isWorth = all.size > 0 && (calls.length > 1 || apart) && dependsOnCallers(first);
  const sites = isWorth ? (callerSites(e, block, reach) ?? []) : [];
  const sure = apart ? reach.surely(block) : all;
  if (sites.every(({ from }) => from.size === all.size))
    return calls.flatMap((call) => surelyOrNot(reachedBy(call, all), sure));
  const found = sites.flatMap((site) => callsOfSite(e, calls, site, providers));
  const seen = new Set(found.map(({ operation }) => operationKey(operation)));
  const nobody = new Set<string>();
  return [
    ...found.flatMap((call) => surelyOrNot(call, sure)),
    ...calls.filter(({ operation }) => !seen.has(operationKey(operation))).map((call) => reachedBy(call, nobody)),
  ];
}

/** A call for those that surely reach it, and as a guess for those that choose a method by a name that is not known. */
function surelyOrNot(call: ReachedCall, sure: ReadonlySet<string>): ReachedCall[] {
  const doubtful = call.reachedFrom.filter((label) => !sure.has(label));
  if (doubtful.length === 0) return [call];
  const { certainty } = call.operation;
  const guessed = { ...call.operation, certainty: certainty === 'resolved' ? nameless : certainty };
  const others = call.reachedFrom.filter((label) => sure.has(label));
  const guess = { ...call, operation: guessed, reachedFrom: doubtful };
  return others.length === 0 ? [guess] : [{ ...call, reachedFrom: others }, guess];
}

const nameless = { guessed: 'the method around it is called by a name that is not known' } as const;

function reachedBy(call: FoundCall, labels: ReadonlySet<string>): ReachedCall {
  return { ...call, reachedFrom: [...labels].sort() };
}

/** Those of the calls that are made on one way to the function; all of them where that is not known. */
function callsOfSite(
  e: Evaluator,
  calls: readonly FoundCall[],
  { context, from }: CallerSite,
  providers: readonly OperationProvider[],
): ReachedCall[] {
  const [first] = calls;
  if (first === undefined || from.size === 0) return [];
  const performed = context.frame === null ? undefined : performedIn(e, context, first.node, providers);
  // In whose name is told by all calls at once: one call alone seldom says where a session comes from.
  const found = performed?.flatMap((operation) =>
    calls
      .filter((call) => operationKey(call.operation) === operationKey(operation))
      .map((call) => reachedBy({ ...call, operation: { ...call.operation, arguments: operation.arguments } }, from)),
  );
  const isTold = found !== undefined && (found.length > 0 || performed?.length === 0);
  return isTold ? found : calls.map((call) => reachedBy(call, from));
}

function operationKey({ service, operation, through }: Operation): string {
  return [service, operation, through].join('\n');
}

/** True if what is called, or what is passed to it, depends on the parameters of the function around it. */
function dependsOnCallers({ module, node }: FoundCall): boolean {
  const { tree } = module;
  const call = tree.parent(node);
  const { node: definition } = blockAround(module, node);
  const isCalled = tree.kind(call) === Kind.Call && callee(tree, call) === node;
  return isCalled && definition !== tree.root && usesParameter(module, definition, call);
}
