// https://www.serverless.com/framework/docs/guides/variables
import type { DataNode } from '../../syntax/data-tree.ts';
import type { Evaluation } from '../cloudformation/evaluation.ts';
import { made } from '../cloudformation/evaluation.ts';
import { readText } from '../model/reading.ts';
import { valueAt } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { variablesIn } from './variable-syntax.ts';

/** Variables below variables that are followed. */
const deepest = 20;

/** What the variables of one service lead to. */
export interface Scope {
  /** The value at a path of the configuration. */
  self(path: readonly string[]): Value | undefined;
  /** True if a file is in the tree. */
  has(path: string): boolean;
  /** The value at a path of a file; undefined where the path is not there. */
  file(path: string, below: readonly string[]): Value | undefined;
  /** The parameter that the configuration gives for the stage. */
  parameter(name: string): Value | undefined;
  stage(): Value;
  region(): Value;
}

/** One place at which variables are evaluated. */
interface At {
  readonly scope: Scope;
  readonly evaluation: Evaluation;
  readonly node: DataNode;
  readonly depth: number;
}

/** The parts of a text whose variables are replaced by their values; undefined where it has none. */
export function partsOf(scope: Scope, evaluation: Evaluation, text: string, node: DataNode): Value[] | undefined {
  return parts(text, { scope, evaluation, node, depth: 0 });
}

function parts(text: string, at: At): Value[] | undefined {
  const variables = text.includes('${') ? variablesIn(text) : [];
  if (variables.length === 0) return undefined;
  const place = at.evaluation.place(at.node);
  const found: Value[] = [];
  let done = 0;
  for (const { start, end, alternatives } of variables) {
    if (start > done) found.push(made(text.slice(done, start), place));
    const written = text.slice(start, end);
    const value = firstOf(alternatives, written, at);
    at.evaluation.surroundings.noted?.(written, place, value);
    found.push(value);
    done = end;
  }
  if (done < text.length) found.push(made(text.slice(done), place));
  return found;
}

/** The first alternative that is there; one that a deployment decides has those behind it as its default. */
function firstOf(alternatives: readonly string[], text: string, at: At): Value {
  const nothing = at.evaluation.unknown(at.node, 'unsupported-construct', `${text}, which leads to nothing`);
  if (at.depth >= deepest) return at.evaluation.unknown(at.node, 'bound-reached', text);
  const [first, ...others] = alternatives;
  if (first === undefined) return nothing;
  const rest = (): Value | null => (others.length === 0 ? null : firstOf(others, text, at));
  const value = alternative(first, { ...at, depth: at.depth + 1 });
  if (value === undefined || value.kind === 'absent') return rest() ?? nothing;
  if (value.kind === 'parameter' && value.fallback === null) return { ...value, fallback: rest() };
  if (value.kind === 'unknown' && value.reason !== 'unsupported-construct' && others.length > 0) {
    return { kind: 'parameter', name: first, fallback: rest(), place: value.place };
  }
  return value;
}

/** One alternative: a quoted text, a number, a word, a variable with its braces or without. */
function alternative(text: string, at: At): Value | undefined {
  const place = at.evaluation.place(at.node);
  const quoted = /^(['"])(.*)\1$/s.exec(text)?.[2];
  if (quoted !== undefined) return joined(quoted, at);
  if (/^(true|false)$/.test(text)) return { kind: 'literal', value: text === 'true', text, place, shared: true };
  if (text === 'null') return undefined;
  if (/^-?\d+(\.\d+)?$/.test(text)) return { kind: 'literal', value: Number(text), text, place, shared: true };
  if (text.startsWith('${')) return joined(text, at);
  const call = /^([A-Za-z][\w-]*)\s*(?:\(((?:[^()]|\([^()]*\))*)\))?\s*:?(.*)$/s.exec(text);
  const [, name = '', argument, address = ''] = call ?? [];
  return source(name, { text, argument: plain(argument?.trim() ?? '', at), address: plain(address.trim(), at) }, at);
}

/** A text with its variables replaced. */
function joined(text: string, at: At): Value {
  const found = parts(text, at) ?? [made(text, at.evaluation.place(at.node))];
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  return { kind: 'joined', parts: found, place: at.evaluation.place(at.node) };
}

function plain(text: string, at: At): string | undefined {
  const reading = readText(joined(text, at));
  return text === '' ? '' : reading.known ? reading.value : undefined;
}

interface Asked {
  readonly text: string;
  readonly argument: string | undefined;
  readonly address: string | undefined;
}

/** What a source of variables gives; undefined where it has nothing of that address. */
function source(name: string, { text, argument, address }: Asked, at: At): Value | undefined {
  const { scope, evaluation, node } = at;
  const place = evaluation.place(node);
  if (address === undefined || argument === undefined) return evaluation.unknown(node, 'dynamic-value', text);
  const path = address === '' ? [] : address.split('.');
  const set = (fallback: Value | null): Value => ({ kind: 'parameter', name: `${name}:${address}`, fallback, place });
  switch (name) {
    case 'self':
      return scope.self(path);
    case 'file':
      if (/\.[cm]?[jt]s$/.test(argument)) return evaluation.unknown(node, 'external-code', text);
      return scope.has(argument)
        ? scope.file(argument, path)
        : evaluation.unknown(node, 'unreadable-file', `${text}, which is not in the tree`);
    case 'opt':
    case 'env':
      return set(null);
    case 'param':
      return set(scope.parameter(address) ?? null);
    case 'sls':
      return address === 'stage' ? set(scope.stage()) : evaluation.unknown(node, 'dynamic-value', text);
    case 'aws':
      return address === 'region' ? set(scope.region()) : evaluation.unknown(node, 'dynamic-value', text);
    case 'strToBool': {
      const truth = /^['"]?(true|1)['"]?$/i.test(argument);
      return { kind: 'literal', value: truth, text: String(truth), place, shared: true };
    }
    default: // ssm, s3, cf, vault, output, … and the sources of plugins
      return evaluation.unknown(node, 'external-code', text);
  }
}

/** A value at a path below another, items of lists by their index. */
export function below(value: Value | undefined, path: readonly string[]): Value | undefined {
  let current = value;
  for (const step of path) {
    while (current?.kind === 'parameter') current = current.fallback ?? undefined;
    if (current?.kind === 'unknown') return current;
    current = current?.kind === 'list' ? current.items[Number(step)] : valueAt(current, step);
  }
  return current;
}
