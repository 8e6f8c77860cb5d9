import { byCodeUnits, byPlace } from '../evidence/order.ts';
import type { Identity } from '../python/model-provider.ts';
import type {
  ArgumentJson,
  ArgumentsJson,
  FoundCall,
  IdentityJson,
  UnresolvedCall,
} from '../report/documents/calls.ts';
import { maskSecret } from '../report/mask.ts';
import type { ReachedCall } from '../sdk/calls-by-entry.ts';
import type { UnresolvedCall as Unresolved } from '../sdk/collect-calls.ts';
import { isTestFile } from '../services/discover/apart.ts';
import { argumentJson, argumentsJson } from './argument-json.ts';

/** Quoted code is cut to this, in characters. */
const longestText = 120;

/** The calls of several programs as rows, sorted: what several programs see is one row. */
export function callRows(calls: readonly ReachedCall[]): FoundCall[] {
  const rows = new Map<string, FoundCall>();
  for (const call of calls) {
    const row = rowOf(call);
    const { file, line, column, cloud, service, operation, through, identity } = row;
    const key = JSON.stringify([file, line, column, cloud, service, operation, through, identity]);
    const known = rows.get(key);
    rows.set(key, known === undefined ? row : merged(known, row));
  }
  return [...rows.values()].sort(inOrder);
}

/** What could not be resolved as rows, sorted, each place once. */
export function unresolvedRows(unresolved: readonly Unresolved[]): UnresolvedCall[] {
  const rows = new Map<string, UnresolvedCall>();
  for (const { place, text, reason } of unresolved) {
    const { file, line, column } = place;
    const folded = maskSecret('', text.replaceAll(/\s+/g, ' ').trim());
    const shown = folded.length > longestText ? `${folded.slice(0, longestText - 1)}…` : folded;
    rows.set(`${file}\0${line}\0${column}`, { file, line, column, text: shown, reason, test: isTestFile(file) });
  }
  return [...rows.values()].sort(byPlace);
}

function rowOf({ operation, place, reachedFrom }: ReachedCall): FoundCall {
  const { cloud, service, api, through, certainty } = operation;
  return {
    cloud,
    service,
    operation: operation.operation,
    api,
    through,
    ...(certainty === 'resolved' ? { certainty } : { certainty: 'guessed', why: certainty.guessed }),
    identity: identityJson(operation.identity),
    test: isTestFile(place.file),
    file: place.file,
    line: place.line,
    column: place.column,
    arguments: argumentsJson(operation.arguments),
    reachedFrom,
  };
}

/** With whose rights a call is made, as JSON. */
export function identityJson(identity: Identity): IdentityJson {
  switch (identity.kind) {
    case 'assumed-role':
      return { kind: identity.kind, role: argumentJson('role', identity.role) };
    case 'profile':
      return { kind: identity.kind, profile: argumentJson('profile', identity.profile) };
    default:
      return { kind: identity.kind };
  }
}

/** Two sights of one call: the more certain one, with the arguments and the entry points of both. */
function merged(one: FoundCall, other: FoundCall): FoundCall {
  const [surer, less] = other.certainty === 'resolved' && one.certainty === 'guessed' ? [other, one] : [one, other];
  return {
    ...surer,
    arguments: eitherArguments(surer.arguments, less.arguments),
    reachedFrom: [...new Set([...one.reachedFrom, ...other.reachedFrom])].sort(byCodeUnits),
  };
}

function eitherArguments(one: ArgumentsJson, other: ArgumentsJson): ArgumentsJson {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...names].map((name) => [name, either([one[name], other[name]])]));
}

function either(values: readonly (ArgumentJson | undefined)[]): ArgumentJson {
  const alternatives = values.flatMap((value) => (value === undefined ? [] : 'anyOf' in value ? value.anyOf : [value]));
  const [first, ...others] = new Map(alternatives.map((value) => [JSON.stringify(value), value])).values();
  if (first === undefined) return { unknown: 'dynamic-value' };
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

function inOrder(a: FoundCall, b: FoundCall): number {
  return (
    byPlace(a, b) ||
    byCodeUnits(a.service, b.service) ||
    byCodeUnits(a.operation, b.operation) ||
    byCodeUnits(a.through ?? '', b.through ?? '') ||
    byCodeUnits(JSON.stringify(a.identity), JSON.stringify(b.identity))
  );
}
