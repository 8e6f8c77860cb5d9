// https://learn.microsoft.com/azure/devops/pipelines/process/template-expressions
import { type Evaluated, evaluateExpression, isTrue, type Known } from '../expressions/expression.ts';
import { azureFunctions } from '../expressions/functions.ts';
import { substitute, wholeExpression } from '../expressions/substitute.ts';
import { entriesOf, type MapEntry, mapNode, type PipelineNode, textNode } from '../tree/node.ts';
import { record } from '../values.ts';

/** What template expressions can know: parameters as they were passed, variables with constant values, loop variables. */
export interface TemplateScope {
  readonly names: ReadonlyMap<string, PipelineNode>;
  readonly variables: ReadonlyMap<string, string>;
}

/** Nodes that expressions may make in one pipeline: loops multiply them. */
export interface ExpansionBudget {
  left: number;
}

const deepest = 60;
const condition = /^\$\{\{\s*(if|elseif)\s+(.*?)\s*\}\}$/s;
const otherwise = /^\$\{\{\s*else\s*\}\}$/;
const loop = /^\$\{\{\s*each\s+(\w+)\s+in\s+(.*?)\s*\}\}$/s;
const insertion = /^\$\{\{\s*insert\s*\}\}$/;

/** A node with its template expressions put in. Of a condition that cannot be told both branches are kept. */
export function expand(node: PipelineNode, scope: TemplateScope, budget: ExpansionBudget, depth = 0): PipelineNode {
  if (depth > deepest || budget.left-- <= 0) return node;
  if (node.kind === 'text') return expandedText(node, scope);
  if (node.kind === 'list')
    return { ...node, items: node.items.flatMap((item) => itemsFrom(item, scope, budget, depth)) };
  return mapNode(entriesFrom(entriesOf(node), scope, budget, depth), node.place);
}

function expandedText(node: Extract<PipelineNode, { kind: 'text' }>, scope: TemplateScope): PipelineNode {
  if (!node.given || !node.text.includes('${{')) return node;
  const whole = wholeExpression(node.text);
  const passed = whole === undefined ? undefined : nodeAt(whole, scope);
  if (passed !== undefined) return passed;
  const { value } = substitute(node.text, (source) => evaluate(source, scope));
  return value.known ? { ...textNode(value.value, node), tag: node.tag } : node;
}

/** An item of a list: an expression that gives a list, or a condition or loop around items, gives any number. */
function itemsFrom(item: PipelineNode, scope: TemplateScope, budget: ExpansionBudget, depth: number): PipelineNode[] {
  const entries = entriesOf(item);
  if (!entries.some(({ key }) => key.startsWith('${{'))) {
    const made = expand(item, scope, budget, depth + 1);
    return item.kind === 'text' && made.kind === 'list' ? [...made.items] : [made];
  }
  const directives = entries.every(({ key }) => condition.test(key) || otherwise.test(key) || loop.test(key));
  if (!directives) return [expand(item, scope, budget, depth + 1)];
  return chosenBranches(entries, scope, budget).flatMap(({ value, scope: inner }) => {
    const list = value.kind === 'list' ? value.items : [value];
    return list.flatMap((one) => (budget.left > 0 ? itemsFrom(one, inner, budget, depth + 1) : []));
  });
}

function entriesFrom(
  entries: readonly MapEntry[],
  scope: TemplateScope,
  budget: ExpansionBudget,
  depth: number,
): MapEntry[] {
  return entries.flatMap((entry): MapEntry[] => {
    if (!entry.key.startsWith('${{')) return [{ ...entry, value: expand(entry.value, scope, budget, depth + 1) }];
    if (insertion.test(entry.key)) return entriesOf(expand(entry.value, scope, budget, depth + 1));
    if (!condition.test(entry.key) && !otherwise.test(entry.key) && !loop.test(entry.key)) {
      const { value } = substitute(entry.key, (source) => evaluate(source, scope));
      return value.known ? [{ ...entry, key: value.value, value: expand(entry.value, scope, budget, depth + 1) }] : [];
    }
    const before = entries.slice(0, entries.indexOf(entry) + 1);
    return chosenBranches(before, scope, budget)
      .filter(({ entry: chosen }) => chosen === entry)
      .flatMap(({ value, scope: inner }) =>
        budget.left > 0 ? entriesOf(expand(value, inner, budget, depth + 1)) : [],
      );
  });
}

interface Branch {
  readonly entry: MapEntry;
  readonly value: PipelineNode;
  readonly scope: TemplateScope;
}

/** The branches of `if`, `elseif` and `else` that are taken or may be, and each round of a loop. */
function chosenBranches(entries: readonly MapEntry[], scope: TemplateScope, budget: ExpansionBudget): Branch[] {
  let taken: boolean | undefined = false;
  const chosen: Branch[] = [];
  for (const entry of entries) {
    const { key, value } = entry;
    const [, word, source = ''] = condition.exec(key) ?? [];
    const [, name, list = ''] = loop.exec(key) ?? [];
    if (word !== undefined) {
      if (word === 'if') taken = false;
      if (taken === true) continue;
      const truth = evaluate(source, scope);
      if (truth === undefined) taken = taken === false ? undefined : taken;
      else if (isTrue(truth)) taken = true;
      if (truth === undefined || isTrue(truth)) chosen.push({ entry, value, scope });
    } else if (otherwise.test(key)) {
      if (taken !== true) chosen.push({ entry, value, scope });
    } else if (name !== undefined) {
      for (const round of roundsOf(nodeAt(list.trim(), scope))) {
        if (budget.left-- > 0)
          chosen.push({ entry, value, scope: { ...scope, names: new Map([...scope.names, [name, round]]) } });
      }
    }
  }
  return chosen;
}

/** What a loop goes over: the items of a list, or of a mapping its pairs. */
function roundsOf(node: PipelineNode | undefined): readonly PipelineNode[] {
  if (node?.kind === 'list') return node.items;
  return entriesOf(node).map((entry) =>
    mapNode(
      [
        { ...entry, key: 'key', value: textNode(entry.key, entry.value) },
        { ...entry, key: 'value' },
      ],
      entry.keyPlace,
    ),
  );
}

/** The node that a path of names leads to (`parameters.steps`, `job.value`). */
function nodeAt(path: string, scope: TemplateScope): PipelineNode | undefined {
  if (!/^\w+(\s*\.\s*[\w-]+)*$/.test(path)) return undefined;
  const [first = '', ...rest] = path.split('.').map((part) => part.trim());
  let node = scope.names.get(first);
  for (const name of rest) {
    node = entriesOf(node).find(({ key }) => key.toLowerCase() === name.toLowerCase())?.value;
  }
  return node;
}

function evaluate(source: string, scope: TemplateScope): Evaluated {
  return evaluateExpression(
    source,
    (name) => {
      if (name === 'variables') return record(scope.variables);
      const node = scope.names.get(name);
      return node === undefined ? undefined : knownOf(node);
    },
    azureFunctions,
  );
}

function knownOf(node: PipelineNode, depth = 0): Evaluated {
  if (depth > 20) return undefined;
  if (node.kind === 'text') {
    if (node.text.includes('$(') || node.text.includes('${{') || node.text.includes('$[')) return undefined;
    return node.given ? (/^(true|false)$/i.test(node.text) ? /^true$/i.test(node.text) : node.text) : '';
  }
  if (node.kind === 'list') {
    const items = node.items.map((item) => knownOf(item, depth + 1));
    return items.includes(undefined) ? undefined : (items as Known[]);
  }
  return record(
    entriesOf(node).flatMap(({ key, value }) => {
      const known = knownOf(value, depth + 1);
      return known === undefined ? [] : [[key, known] as const];
    }),
  );
}
