import type { DataValue } from '../edit.ts';
import type { Expression, ObjectEntry } from './nodes.ts';
import { literalText } from './walk.ts';

/** What an expression stands for that needs no evaluation: literals, texts, tuples and objects of them; else undefined. */
export function constantValue(node: Expression): DataValue | undefined {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'template':
      return literalText(node);
    case 'parentheses':
      return constantValue(node.inner);
    case 'unary': {
      const operand = constantValue(node.operand);
      return node.operator === '-' && typeof operand === 'number' ? -operand : undefined;
    }
    case 'tuple':
      return listOf(node.items);
    case 'object':
      return objectOf(node.entries);
    default:
      return undefined;
  }
}

function listOf(items: readonly Expression[]): DataValue[] | undefined {
  const values = items.map(constantValue);
  return values.includes(undefined) ? undefined : values.flatMap((value) => (value === undefined ? [] : [value]));
}

function objectOf(entries: readonly ObjectEntry[]): DataValue | undefined {
  const values: Record<string, DataValue> = {};
  for (const { name, value } of entries) {
    const constant = constantValue(value);
    if (name === null || constant === undefined) return undefined;
    Object.defineProperty(values, name, { value: constant, enumerable: true, configurable: true, writable: true });
  }
  return values;
}
