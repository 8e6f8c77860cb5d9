// https://docs.github.com/actions/reference/workflows-and-actions/contexts
import { type Evaluated, evaluateExpression, isTrue, type Known, type Scope } from '../expressions/expression.ts';
import { githubFunctions } from '../expressions/functions.ts';
import { type Substituted, substitute, wholeExpression } from '../expressions/substitute.ts';
import type { Condition, PipelineValue, PipelineVariables } from '../model.ts';
import { entriesOf, itemsOf, type PipelineNode, textIn } from '../tree/node.ts';
import { known, record } from '../values.ts';

/** What expressions of a part of a workflow can know. */
export interface Contexts {
  readonly inputs: Readonly<Record<string, Known>>;
  readonly env: PipelineVariables;
  readonly matrix: Readonly<Record<string, Known>> | undefined;
}

export const noContexts: Contexts = { inputs: record<Known>([]), env: record<PipelineValue>([]), matrix: undefined };

/** The value of an expression without its brackets; undefined where only a run can tell. */
export function evaluate(source: string, contexts: Contexts): Evaluated {
  return evaluateExpression(source, scopeOf(contexts), githubFunctions);
}

/** A text with its expressions put in. */
export function substituted(text: string, contexts: Contexts): Substituted {
  return substitute(text, (source) => evaluate(source, contexts));
}

/** Variables, each of which may read those around it. */
export function variablesIn(node: PipelineNode | undefined, contexts: Contexts): PipelineVariables {
  const made = record(Object.entries(contexts.env));
  for (const { key, value } of entriesOf(node)) {
    if (value.kind === 'text') made[key] = substituted(value.text, contexts).value;
  }
  return made;
}

/** The variables that a mapping itself sets. */
export function ownVariables(node: PipelineNode | undefined, contexts: Contexts): PipelineVariables {
  return record(
    entriesOf(node).flatMap(({ key, value }) =>
      value.kind === 'text' ? [[key, substituted(value.text, contexts).value] as const] : [],
    ),
  );
}

/** An `if:`, with or without its brackets. */
export function conditionIn(node: PipelineNode | undefined, contexts: Contexts): Condition | null {
  const text = textIn(node);
  if (node === undefined || text === undefined) return null;
  const value = evaluate(wholeExpression(text) ?? text, contexts);
  return { text, value: value === undefined ? null : isTrue(value), place: node.place };
}

/** `continue-on-error`: null where only a run can tell. */
export function toleranceIn(node: PipelineNode | undefined, contexts: Contexts): boolean | null {
  const text = textIn(node);
  if (text === undefined) return false;
  const value = evaluate(wholeExpression(text) ?? text, contexts);
  return value === undefined ? null : isTrue(value);
}

/** A node as a value: expressions that stand alone keep their kind. */
export function valueOfNode(node: PipelineNode, contexts: Contexts, depth = 0): Evaluated {
  if (depth > 20) return undefined;
  if (node.kind === 'text') {
    if (!node.given) return null;
    const whole = wholeExpression(node.text);
    if (whole !== undefined) return evaluate(whole, contexts);
    const { value } = substituted(node.text, contexts);
    return value.known ? plainValue(value.value) : undefined;
  }
  const values = node.kind === 'list' ? node.items : entriesOf(node).map(({ value }) => value);
  const made = values.map((value) => valueOfNode(value, contexts, depth + 1));
  if (made.includes(undefined)) return undefined;
  if (node.kind === 'list') return made as Known[];
  return record(entriesOf(node).map(({ key }, index) => [key, made[index] ?? null] as const));
}

function plainValue(text: string): Known {
  return text === 'true' ? true : text === 'false' ? false : text;
}

function scopeOf({ inputs, env, matrix }: Contexts): Scope {
  return (name) => {
    switch (name.toLowerCase()) {
      case 'inputs':
        return inputs;
      case 'env':
        return record(
          Object.entries(env).flatMap(([key, value]) => (value.known ? [[key, value.value] as const] : [])),
        );
      case 'matrix':
        return matrix;
      default:
        return undefined;
    }
  };
}

/** The runner or image that a node names: a text, a list of labels, or a group. */
export function labelIn(node: PipelineNode | undefined, contexts: Contexts): PipelineValue | null {
  const texts = itemsOf(node).flatMap((item) => textIn(item) ?? []);
  if (texts.length === 0) return null;
  const values = texts.map((text) => substituted(text, contexts).value);
  return (
    values.find((value) => !value.known) ?? known(values.map((value) => (value.known ? value.value : '')).join(', '))
  );
}
