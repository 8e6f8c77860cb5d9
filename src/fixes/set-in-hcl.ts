import type { FixValue, HclExpression } from '../steps/judgement.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import { type Block, type HclFile, parseHcl, setHcl } from '../syntax/hcl/index.ts';

/** Types of blocks at the top of a Terraform file, and how many labels each has. */
const labels: Readonly<Record<string, number>> = { resource: 2, data: 2, ephemeral: 2, module: 1 };

/**
 * Edits that set an argument of a block: `['resource', 'aws_sqs_queue', 'jobs', 'visibility_timeout_seconds']`, and what
 * follows leads into blocks and objects in it. A path to a block that is not there, with its arguments as value, adds it
 * at the end. Undefined where the file has several such blocks, or the path cannot be reached.
 */
export function setInHcl(
  file: HclFile,
  path: readonly string[],
  value: FixValue | HclExpression,
): TextEdit[] | undefined {
  const [type = '', ...rest] = path;
  const count = Object.hasOwn(labels, type) ? (labels[type] ?? 0) : 0;
  const names = rest.slice(0, count);
  const blocks = file.body.items.filter(
    (item): item is Block =>
      item.kind === 'block' && item.type === type && names.every((name, index) => item.labels[index]?.text === name),
  );
  const [block, ...others] = blocks;
  const inside = rest.slice(count);
  if (others.length > 0 || count === 0 || names.length < count) return undefined;
  if (block === undefined) return inside.length === 0 ? addBlock(file, type, names, value) : undefined;
  if (inside.length === 0) return undefined;
  if (!isExpression(value)) return setHcl(file, block.body, inside, value);
  return withExpression(file, setHcl(file, block.body, inside, mark), value);
}

/** True for an expression, which is no map: those have no such key. */
export function isExpression(value: FixValue | HclExpression): value is HclExpression {
  return typeof value === 'object' && !Array.isArray(value) && typeof (value as HclExpression).expression === 'string';
}

/** Stands for an expression while its place is made. */
const mark = 'expression-to-be-written';

/** Edits with the expression in the place of its mark, if the text reads well with it. */
function withExpression(
  file: HclFile,
  edits: readonly TextEdit[] | undefined,
  { expression }: HclExpression,
): TextEdit[] | undefined {
  const written = edits?.map((edit) => ({ ...edit, text: edit.text.replace(`"${mark}"`, () => expression) }));
  return written !== undefined && readsAsWell(file, written) ? written : undefined;
}

function addBlock(
  file: HclFile,
  type: string,
  names: readonly string[],
  value: FixValue | HclExpression,
): TextEdit[] | undefined {
  if (typeof value !== 'object' || Array.isArray(value) || isExpression(value)) return undefined;
  const { text } = file;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  const head = `${gap}${eol}${type} ${names.map((name) => JSON.stringify(name)).join(' ')} {`;
  const empty = [{ start: text.length, end: text.length, text: `${head}}${eol}` }];
  const made = parseHcl(applyEdits(text, empty));
  const block = made.body.items.at(-1);
  if (block?.kind !== 'block') return undefined;
  let grown: { file: HclFile; body: Block['body'] } = { file: made, body: block.body };
  for (const [name, argument] of Object.entries(value)) {
    const edits = setHcl(grown.file, grown.body, [name], argument);
    const next = edits && parseHcl(applyEdits(grown.file.text, edits));
    const last = next?.body.items.at(-1);
    if (next === undefined || last?.kind !== 'block') return undefined;
    grown = { file: next, body: last.body };
  }
  return [{ start: text.length, end: text.length, text: grown.file.text.slice(text.length) }];
}

function readsAsWell(file: HclFile, edits: readonly TextEdit[]): boolean {
  return parseHcl(applyEdits(file.text, edits)).faults.length <= file.faults.length;
}
