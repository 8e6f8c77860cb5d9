// https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
import type { Evaluated, Known } from '../expressions/expression.ts';
import { textOfValue } from '../expressions/functions.ts';
import type { Matrix } from '../model.ts';
import { entriesOf, get, type PipelineNode } from '../tree/node.ts';
import { record } from '../values.ts';
import { type Contexts, valueOfNode } from './scope.ts';

type Combination = Readonly<Record<string, Known>>;

export interface ReadMatrix {
  readonly combinations: readonly Combination[];
  readonly complete: boolean;
}

/** GitHub makes no more jobs of one matrix. */
const mostCombinations = 256;

/** The combinations of `strategy.matrix`, with `include` and `exclude` applied; null where there is none. */
export function matrixIn(job: PipelineNode | undefined, contexts: Contexts): ReadMatrix | null {
  const node = get(job, 'strategy', 'matrix');
  if (node === undefined) return null;
  const given = node.kind === 'text' ? valueOfNode(node, contexts) : undefined;
  const axes =
    node.kind === 'map'
      ? entriesOf(node).map(({ key, value }) => [key, valueOfNode(value, contexts)] as const)
      : Object.entries(isRecord(given) ? given : {});
  if (node.kind !== 'map' && !isRecord(given)) return { combinations: [], complete: false };
  let complete = true;
  let combinations: Combination[] = [record<Known>([])];
  for (const [name, values] of axes) {
    if (name === 'include' || name === 'exclude') continue;
    if (!Array.isArray(values)) {
      complete = false;
      continue;
    }
    const next = combinations.flatMap((one) =>
      (values as readonly Known[])
        .slice(0, mostCombinations)
        .map((value) => record([...Object.entries(one), [name, value] as const])),
    );
    if (next.length > mostCombinations) complete = false;
    combinations = next.slice(0, mostCombinations);
  }
  const listed = (name: string): Combination[] | undefined => recordsIn(axes.find(([key]) => key === name)?.[1]);
  const named = axes.some(([name]) => name !== 'include' && name !== 'exclude');
  const excluded = listed('exclude');
  const included = listed('include');
  const known = axes.every(([name, value]) => value !== undefined || (name !== 'include' && name !== 'exclude'));
  const kept = named ? combinations.filter((one) => !(excluded ?? []).some((out) => agrees(out, one))) : [];
  return { combinations: withIncluded(kept, included ?? []), complete: complete && known };
}

/** The combinations as texts, for the model. */
export function shownMatrix(matrix: ReadMatrix | null): Matrix | null {
  return (
    matrix && {
      complete: matrix.complete,
      combinations: matrix.combinations.map((one) =>
        record(Object.entries(one).map(([name, value]) => [name, textOfValue(value)] as const)),
      ),
    }
  );
}

/** An included one adds to every combination whose own values it does not change, else it is one more. */
function withIncluded(combinations: readonly Combination[], included: readonly Combination[]): Combination[] {
  const made = combinations.map((one) => ({ original: one, all: one }));
  const more: Combination[] = [];
  for (const extra of included.slice(0, mostCombinations)) {
    let added = false;
    for (const one of made) {
      const clashes = Object.keys(extra).some((key) => key in one.original && !same(extra[key], one.original[key]));
      if (clashes) continue;
      one.all = record([...Object.entries(one.all), ...Object.entries(extra)]);
      added = true;
    }
    if (!added) more.push(extra);
  }
  return [...made.map(({ all }) => all), ...more].slice(0, mostCombinations);
}

function agrees(part: Combination, whole: Combination): boolean {
  return Object.entries(part).every(([name, value]) => same(value, whole[name]));
}

function same(left: Evaluated, right: Evaluated): boolean {
  return left !== undefined && right !== undefined && textOfValue(left) === textOfValue(right);
}

function recordsIn(value: Evaluated): Combination[] | undefined {
  return Array.isArray(value) ? (value as readonly Known[]).filter(isRecord) : undefined;
}

function isRecord(value: Evaluated): value is Combination {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
