// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
import type { DataNode } from '../../syntax/data-tree.ts';
import { keyOf } from '../../syntax/navigate.ts';
import { intrinsics } from './intrinsics.ts';

/** Functions that are CloudFormation's and never give a property's value, or give one that we do not work out. */
const others = new Set(['Fn::ForEach', 'Fn::GetStackOutput', 'Fn::RefAll', 'Fn::ValueOf', 'Fn::ValueOfAll']);

/** The functions called below a node that CloudFormation does not have, with the first call of each by its place. */
export function unknownFunctions(root: DataNode | undefined): Map<string, DataNode> {
  const found = new Map<string, DataNode>();
  const call = (name: string, node: DataNode): void => {
    if (intrinsics[name] !== undefined || others.has(name)) return;
    if (node.start < (found.get(name)?.start ?? Number.POSITIVE_INFINITY)) found.set(name, node);
  };
  const waiting = root === undefined ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const tag = node.kind === 'alias' ? null : node.tag;
    if (tag !== null && /^![A-Z][\w:]*$/.test(tag)) call(nameOf(tag.slice(1)), node);
    if (node.kind === 'sequence') for (const item of node.items) waiting.push(item);
    if (node.kind !== 'mapping') continue;
    for (const { key, value } of node.entries) {
      const name = keyOf({ key, value });
      if (name?.startsWith('Fn::') === true) call(name.split('::', 2).join('::'), key);
      waiting.push(value);
    }
  }
  return found;
}

/** `Ref` and `Condition` have one form of their name, the others a short and a long one. */
function nameOf(short: string): string {
  return short === 'Ref' || short === 'Condition' || short.startsWith('Fn::') ? short : `Fn::${short}`;
}
