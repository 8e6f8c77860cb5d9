// https://yaml.org/spec/1.2.2/#69-node-properties
import type { ScalarNode } from '../../syntax/data-tree.ts';

const nodeProperties = /(?:(?:&[^\s,[\]{}]+|!<[^>]*>|![^\s,[\]{}]*)(?:\s|#[^\r\n]*)*){1,2}/y;

/** The offset at which a scalar's own token begins, behind its anchor and its tag. */
export function tokenStart(text: string, { start, end, tag, anchor }: ScalarNode): number {
  if (tag === null && anchor === undefined) return start;
  nodeProperties.lastIndex = start;
  return Math.min(end, start + (nodeProperties.exec(text)?.[0].length ?? 0));
}
