import type { DataNode } from '../../syntax/data-tree.ts';
import { keyOf } from '../../syntax/navigate.ts';

/**
 * What an item of a policy's list in CloudFormation stands for, as permissions write it: a text, `${Id.Attribute}` for
 * GetAtt, `${Id}` for Ref, the text of Sub. Undefined for anything else.
 */
export function resourceText(node: DataNode): string | undefined {
  if (node.kind === 'alias') return undefined;
  if (node.tag?.startsWith('!') === true && !node.tag.startsWith('!!')) {
    return callText(node.tag.slice(1), { ...node, tag: null });
  }
  if (node.kind === 'scalar') return node.value === null ? undefined : node.text;
  const [entry, ...others] = node.kind === 'mapping' ? node.entries : [];
  const name = entry && keyOf(entry);
  if (entry === undefined || others.length > 0 || name === undefined) return undefined;
  return callText(name.replace(/^Fn::/, ''), entry.value);
}

function callText(name: string, argument: DataNode): string | undefined {
  if (argument.kind === 'scalar') {
    if (name === 'Ref' || name === 'GetAtt') return `\${${argument.text}}`;
    return name === 'Sub' ? argument.text : undefined;
  }
  if (name !== 'GetAtt' || argument.kind !== 'sequence') return undefined;
  const parts = argument.items.map((item) => (item.kind === 'scalar' && item.tag === null ? item.text : undefined));
  return parts.length !== 2 || parts.includes(undefined) ? undefined : `\${${parts.join('.')}}`;
}
