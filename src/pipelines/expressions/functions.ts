import { compared, type Evaluated, isTrue, type Known } from './expression.ts';

/** Functions by their names in lower case; one that is missing gives what only a run can tell. */
export type ExpressionFunctions = Readonly<Record<string, (values: readonly Evaluated[]) => Evaluated>>;

type Pure = (...values: readonly Known[]) => Evaluated;

/** Calls a function only where all that it is given is known. */
function pure(call: Pure): (values: readonly Evaluated[]) => Evaluated {
  return (values) => (values.includes(undefined) ? undefined : call(...(values as Known[])));
}

const lower = (value: Known | undefined): string => textOfValue(value ?? null).toLowerCase();
const longestJson = 20_000;

const shared: ExpressionFunctions = {
  contains: pure((all = null, one = null) =>
    Array.isArray(all)
      ? (all as readonly Known[]).some((item) => compared(item, '==', one))
      : lower(all).includes(lower(one)),
  ),
  startswith: pure((text, start) => lower(text).startsWith(lower(start))),
  endswith: pure((text, end) => lower(text).endsWith(lower(end))),
  format: pure((pattern, ...values) =>
    textOfValue(pattern ?? null).replaceAll(/\{(\d+)\}/g, (_, at: string) => textOfValue(values[Number(at)] ?? null)),
  ),
};

/** https://docs.github.com/actions/reference/workflows-and-actions/expressions#functions */
export const githubFunctions: ExpressionFunctions = {
  __proto__: null as never,
  ...shared,
  join: pure((all, separator = ',') =>
    Array.isArray(all) ? all.map(textOfValue).join(textOfValue(separator)) : textOfValue(all ?? null),
  ),
  tojson: pure((value) => JSON.stringify(value)),
  fromjson: pure((text) => parsedJson(text)),
  always: () => true,
};

/** https://learn.microsoft.com/azure/devops/pipelines/process/expressions#functions */
export const azureFunctions: ExpressionFunctions = {
  __proto__: null as never,
  ...shared,
  and: (values) => (values.some((value) => value !== undefined && !isTrue(value)) ? false : allKnown(values, true)),
  or: (values) => (values.some(isTrue) ? true : allKnown(values, false)),
  xor: pure((left, right) => isTrue(left) !== isTrue(right)),
  not: pure((value) => !isTrue(value)),
  eq: pure((left = null, right = null) => azureEqual(left, right)),
  ne: pure((left = null, right = null) => !azureEqual(left, right)),
  gt: pure((left = null, right = null) => compared(left, '>', right)),
  ge: pure((left = null, right = null) => compared(left, '>=', right)),
  lt: pure((left = null, right = null) => compared(left, '<', right)),
  le: pure((left = null, right = null) => compared(left, '<=', right)),
  in: pure((one = null, ...all) => all.some((item) => azureEqual(one, item))),
  notin: pure((one = null, ...all) => !all.some((item) => azureEqual(one, item))),
  containsvalue: pure((all = null, one = null) =>
    Object.values(typeof all === 'object' && all !== null ? all : {}).some((item: Known) => azureEqual(item, one)),
  ),
  coalesce: (values) => values.find((value) => value !== null && value !== ''),
  lower: pure((text) => lower(text)),
  upper: pure((text) => textOfValue(text ?? null).toUpperCase()),
  trim: pure((text) => textOfValue(text ?? null).trim()),
  length: pure((value) => (typeof value === 'string' || Array.isArray(value) ? value.length : 0)),
  replace: pure((text, from, to) =>
    textOfValue(text ?? null).replaceAll(textOfValue(from ?? null), () => textOfValue(to ?? null)),
  ),
  join: pure((separator, all) =>
    Array.isArray(all) ? all.map(textOfValue).join(textOfValue(separator ?? null)) : textOfValue(all ?? null),
  ),
  split: pure((text, separator) => textOfValue(text ?? null).split(textOfValue(separator ?? null))),
  converttojson: pure((value) => JSON.stringify(value)),
  always: () => true,
};

function allKnown(values: readonly Evaluated[], otherwise: boolean): Evaluated {
  return values.includes(undefined) ? undefined : otherwise;
}

/** Azure turns the right side into the kind of the left one. */
function azureEqual(left: Known, right: Known): boolean {
  if (typeof left === 'boolean') return left === (typeof right === 'string' ? /^true$/i.test(right) : isTrue(right));
  return typeof left === 'object' && left !== null ? false : lower(left) === lower(right);
}

function parsedJson(text: Known | undefined): Evaluated {
  if (typeof text !== 'string' || text.length > longestJson) return undefined;
  try {
    return JSON.parse(text) as Known;
  } catch {
    return undefined;
  }
}

/** A value as it stands in a text. */
export function textOfValue(value: Known): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
