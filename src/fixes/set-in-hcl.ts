import type { FixValue } from '../steps/judgement.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { type Block, type HclFile, setHcl } from '../syntax/hcl/index.ts';

/** Types of blocks at the top of a Terraform file, and how many labels each has. */
const labels: Readonly<Record<string, number>> = { resource: 2, data: 2, ephemeral: 2, module: 1 };

/**
 * Edits that set an argument of a block: `['resource', 'aws_sqs_queue', 'jobs', 'visibility_timeout_seconds']`, and what
 * follows leads into blocks and objects in it. Undefined where the file has no such block.
 */
export function setInHcl(file: HclFile, path: readonly string[], value: FixValue): TextEdit[] | undefined {
  const [type = '', ...rest] = path;
  const count = Object.hasOwn(labels, type) ? (labels[type] ?? 0) : 0;
  const names = rest.slice(0, count);
  const blocks = file.body.items.filter(
    (item): item is Block =>
      item.kind === 'block' && item.type === type && names.every((name, index) => item.labels[index]?.text === name),
  );
  const [block, ...others] = blocks;
  if (block === undefined || others.length > 0 || rest.length <= count) return undefined;
  return setHcl(file, block.body, rest.slice(count), value);
}
