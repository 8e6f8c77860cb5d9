import type { DataValue } from '../edit.ts';
import type { Expression } from './nodes.ts';
import { plainText } from './texts.ts';

/** What an expression stands for that needs no evaluation: literals, texts, arrays and objects of them; else undefined. */
export function constantValue(node: Expression): DataValue | undefined {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'string':
      return plainText(node);
    case 'parentheses':
      return constantValue(node.inner);
    case 'unary': {
      const operand = constantValue(node.operand);
      return node.operator === '-' && typeof operand === 'number' ? -operand : undefined;
    }
    case 'array': {
      const values = node.items.map(constantValue);
      return values.includes(undefined) ? undefined : values.flatMap((value) => (value === undefined ? [] : [value]));
    }
    case 'object': {
      if (node.spreads.length > 0 || node.resources.length > 0) return undefined;
      const entries = node.entries.map(({ name, value }) => [name, constantValue(value)] as const);
      if (entries.some(([name, value]) => name === null || value === undefined)) return undefined;
      return Object.fromEntries(entries) as DataValue;
    }
    default:
      return undefined;
  }
}
