import type { DataNode } from '../../syntax/data-tree.ts';
import { keyOf } from '../../syntax/navigate.ts';
import type { Plain } from './plain.ts';

/** A tree of JSON as plain data. Keys such as `__proto__` are keys like any other. */
export function plainNode(node: DataNode): Plain {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map(plainNode);
    case 'mapping': {
      const pairs = node.entries.map((entry) => [keyOf(entry) ?? '', plainNode(entry.value)] as const);
      return Object.fromEntries(pairs);
    }
    case 'alias':
      return null;
  }
}
