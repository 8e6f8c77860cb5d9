// https://learn.microsoft.com/azure/azure-resource-manager/templates/copy-properties

import type { Expression, ForExpression, ObjectEntry } from '../../syntax/bicep/index.ts';
import type { DataNode, MappingNode, ScalarNode } from '../../syntax/data-tree.ts';
import { asSequence, at, keyOf, textOf } from '../../syntax/navigate.ts';
import { isExpression, parseExpression, textNode } from './expression.ts';

/** A node of a template as Bicep's node: texts in brackets are expressions, `copy` makes lists. */
export function expressionOf(node: DataNode, text: string): Expression {
  const { start, end } = node;
  switch (node.kind) {
    case 'scalar':
      return scalarOf(node, text);
    case 'sequence':
      return { kind: 'array', items: node.items.map((item) => expressionOf(item, text)), start, end };
    case 'mapping':
      return { kind: 'object', entries: entriesOf(node, text), resources: [], spreads: [], start, end };
    case 'alias':
      return { kind: 'broken', start, end };
  }
}

function scalarOf(node: ScalarNode, text: string): Expression {
  const { start, end, value } = node;
  if (typeof value !== 'string') return { kind: 'literal', value, text: node.text, start, end };
  if (!isExpression(value)) return textNode(value.startsWith('[[') ? value.slice(1) : value, start, end);
  return parseExpression(text.slice(start + 1, end - 1), start + 1) ?? { kind: 'broken', start, end };
}

function entriesOf(node: MappingNode, text: string): ObjectEntry[] {
  return node.entries.flatMap((entry) => {
    const name = keyOf(entry) ?? '';
    const copies = name === 'copy' ? asSequence(entry.value)?.items : undefined;
    if (copies !== undefined && copies.every((copy) => at(copy, 'count') !== undefined)) {
      return copies.flatMap((copy) => copiedEntry(copy, text));
    }
    const key = expressionOf(entry.key, text);
    const isComputed = key.kind !== 'string' && key.kind !== 'literal';
    return [
      {
        name: isComputed ? null : name,
        key,
        value: expressionOf(entry.value, text),
        start: entry.key.start,
        end: entry.value.end,
      },
    ];
  });
}

/** `{ "name": "disks", "count": 3, "input": … }`: a property with that name, a list. */
function copiedEntry(copy: DataNode, text: string): ObjectEntry[] {
  const name = textOf(at(copy, 'name'));
  const input = at(copy, 'input');
  const loop = loopOf(copy, text);
  if (name === undefined || input === undefined || loop === undefined) return [];
  const { start, end } = copy;
  const value: ForExpression = {
    kind: 'for',
    ...loop,
    item: `copyIndex(${name})`,
    index: null,
    body: expressionOf(input, text),
    start,
    end,
  };
  return [{ name, key: textNode(name, start, end), value, start, end }];
}

/** The loop that `copy` states: over the numbers from 0, which `copyIndex` gives, by name too. */
export function loopOf(
  copy: DataNode | undefined,
  text: string,
): Pick<ForExpression, 'item' | 'index' | 'collection'> | undefined {
  const count = at(copy, 'count');
  if (copy === undefined || count === undefined) return undefined;
  const { start, end } = count;
  const zero: Expression = { kind: 'literal', value: 0, text: '0', start, end };
  const collection: Expression = {
    kind: 'call',
    object: null,
    name: 'range',
    nameSpan: { start, end },
    arguments: [zero, expressionOf(count, text)],
    start,
    end,
  };
  const name = textOf(at(copy, 'name'));
  return { item: 'copyIndex()', index: name === undefined ? null : `copyIndex(${name})`, collection };
}
