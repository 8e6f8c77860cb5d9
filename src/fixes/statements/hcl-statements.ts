// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
import { hclAttributes, hclList } from '../../permissions/policy/terraform-layout.ts';
import { terraformExpression } from '../../permissions/policy/terraform-terms.ts';
import type { WantedStatement } from '../../steps/judgement.ts';
import type { Block, Expression, HclFile } from '../../syntax/hcl/index.ts';
import { isOfOneService, isSet } from './data-statements.ts';
import { blockAt, expressionsAt, HclDraft } from './hcl-draft.ts';
import { hclText, inTerraform } from './hcl-terms.ts';
import { changeOfList, keptActions, overlap } from './kept-items.ts';
import type { Span } from './span.ts';

/** A statement in either of the two ways in which Terraform has them, with the values of its lists. */
interface HclStatement extends Span {
  readonly block: boolean;
  readonly actions: Expression;
  readonly resources: Expression;
  readonly conditions: boolean;
  /** It has a `sid`. */
  readonly named: boolean;
}

/**
 * The text of a Terraform file in which a statement says what is wanted; undefined where a person has to do it. `module`
 * are the files beside it.
 */
export function narrowHcl(
  file: HclFile,
  { start }: Span,
  wanted: readonly WantedStatement[],
  module: readonly HclFile[] = [],
): string | undefined {
  const draft = new HclDraft(file);
  const statement = statementAt(file, start);
  if (statement === undefined) return undefined;
  const known = itemsOf(statement.resources, file);
  const terms = wanted.map((one) => inTerraform(one, [file, ...module], known));
  if (terms.includes(undefined)) return undefined;
  if (wanted.length === 0) return removeStatement(draft, statement) ? draft.file.text : undefined;
  if (wanted.length > 1 && statement.conditions) return undefined;
  const [first, ...others] = closestFirst(
    statement,
    terms.flatMap((one) => one ?? []),
    file,
  );
  if (first === undefined) return undefined;
  const done =
    setList(draft, start, 'resources', first.resources, terraformExpression) &&
    setList(draft, start, 'actions', first.actions, quoted) &&
    others.toReversed().every((other) => addBehind(draft, start, other));
  return done && says(draft, start, first) ? draft.file.text : undefined;
}

/** The text of a Terraform file in which a statement allows some actions no more. */
export function withdrawHcl(file: HclFile, { start }: Span, actions: readonly string[]): string | undefined {
  const draft = new HclDraft(file);
  const statement = statementAt(file, start);
  const kept = statement && keptActions(itemsOf(statement.actions, file), actions);
  if (statement === undefined || kept === undefined) return undefined;
  const done = kept.length === 0 ? removeStatement(draft, statement) : setList(draft, start, 'actions', kept, quoted);
  return done ? draft.file.text : undefined;
}

/** The text of a Terraform file with statements behind those of a policy document or of a list. */
export function grantHcl(
  file: HclFile,
  { start }: Span,
  wanted: readonly WantedStatement[],
  module: readonly HclFile[] = [],
): string | undefined {
  const draft = new HclDraft(file);
  for (const one of wanted) {
    const terms = inTerraform(one, [file, ...module]);
    if (terms === undefined || !grantOne(draft, start, terms)) return undefined;
  }
  return draft.file.text;
}

function grantOne(draft: HclDraft, start: number, wanted: WantedStatement): boolean {
  const blocks = blockAt(draft.file.body, start)?.block.body.items.filter(
    (item): item is Block => item.kind === 'block' && item.type === 'statement',
  );
  const last = blocks?.at(-1);
  const [tuple] = expressionsAt(draft.file.body, start, 'tuple') ?? [];
  const items = blocks ?? (tuple?.kind === 'tuple' ? tuple.items : []);
  const open = items.find((item) => takes(draft.file, item.start, wanted));
  if (open !== undefined) return addActions(draft, open.start, wanted);
  if (last !== undefined) return draft.writeBelow(last, blockLines(wanted, draft.indentAt(last.start)));
  return tuple?.kind === 'tuple' && draft.append(tuple, (indent) => objectText(wanted, indent));
}

/** True if a statement allows actions of the same service on the same resources, under no name that would become wrong. */
function takes(file: HclFile, start: number, { actions, resources }: WantedStatement): boolean {
  const found = statementAt(file, start);
  if (found === undefined || found.conditions || found.named) return false;
  return (
    isOfOneService([...itemsOf(found.actions, file), ...actions]) && isSet(itemsOf(found.resources, file), resources)
  );
}

function addActions(draft: HclDraft, start: number, { actions }: WantedStatement): boolean {
  const found = statementAt(draft.file, start);
  const known = found === undefined ? [] : itemsOf(found.actions, draft.file).flatMap((action) => action ?? []);
  return setList(draft, start, 'actions', [...new Set([...known, ...actions])], quoted);
}

/** A statement that allows actions on resources, and says nothing that cannot be narrowed. */
function statementAt(file: HclFile, start: number): HclStatement | undefined {
  const block = blockAt(file.body, start)?.block;
  if (block?.type === 'statement') return ofBlock(block);
  const [object] = expressionsAt(file.body, start, 'object') ?? [];
  return object?.kind === 'object' ? ofObject(object) : undefined;
}

function ofBlock(block: Block): HclStatement | undefined {
  const values = new Map<string, Expression>();
  let conditions = false;
  for (const item of block.body.items) {
    if (item.kind === 'attribute') values.set(item.name, item.value);
    else if (item.type === 'condition') conditions = true;
    else return undefined;
  }
  return statementOf(block, values, { block: true, conditions }, ['actions', 'resources', 'effect', 'sid']);
}

function ofObject(object: Extract<Expression, { kind: 'object' }>): HclStatement | undefined {
  const values = new Map<string, Expression>();
  for (const { name, value } of object.entries) {
    if (name === null) return undefined;
    values.set(name, value);
  }
  const conditions = values.delete('Condition');
  return statementOf(object, values, { block: false, conditions }, ['Action', 'Resource', 'Effect', 'Sid']);
}

function statementOf(
  { start, end }: Span,
  values: ReadonlyMap<string, Expression>,
  kind: Pick<HclStatement, 'block' | 'conditions'>,
  names: readonly [string, string, string, string],
): HclStatement | undefined {
  const [actions, resources, effect, sid] = names.map((name) => values.get(name));
  if ([...values.keys()].some((name) => !names.includes(name))) return undefined;
  if (actions === undefined || resources === undefined) return undefined;
  const allows = effect === undefined ? kind.block : effect.kind === 'template' && isText(effect, 'Allow');
  return allows ? { ...kind, start, end, actions, resources, named: sid !== undefined } : undefined;
}

function isText({ parts }: Extract<Expression, { kind: 'template' }>, text: string): boolean {
  const [only] = parts;
  return parts.length === 1 && only?.kind === 'text' && only.text === text;
}

function itemsOf(node: Expression, file: HclFile): (string | undefined)[] {
  return (node.kind === 'tuple' ? node.items : [node]).map((item) => hclText(item, file));
}

function closestFirst(
  { actions, resources }: HclStatement,
  wanted: readonly WantedStatement[],
  file: HclFile,
): WantedStatement[] {
  const near = (one: WantedStatement): number =>
    overlap(itemsOf(actions, file), one.actions) + overlap(itemsOf(resources, file), one.resources);
  const most = Math.max(...wanted.map(near));
  const best = wanted.find((one) => near(one) === most);
  return best === undefined ? [] : [best, ...wanted.filter((one) => one !== best)];
}

function setList(
  draft: HclDraft,
  start: number,
  name: 'actions' | 'resources',
  wanted: readonly string[],
  write: (text: string) => string,
): boolean {
  const list = (): Expression | undefined => statementAt(draft.file, start)?.[name];
  const node = list();
  if (node === undefined) return false;
  const { replaced, added, removed } = changeOfList(itemsOf(node, draft.file), wanted);
  if (replaced.size + added.length + removed.length === 0) return true;
  const [only = ''] = wanted;
  if (node.kind !== 'tuple') {
    const isSingle = wanted.length === 1 && statementAt(draft.file, start)?.block === false;
    return draft.replace(node, isSingle ? write(only) : `[${wanted.map(write).join(', ')}]`);
  }
  const onTuple = (change: (tuple: Extract<Expression, { kind: 'tuple' }>) => boolean): boolean => {
    const now = list();
    return now?.kind === 'tuple' && change(now);
  };
  return (
    [...replaced].every(([index, text]) => onTuple(({ items }) => replaceItem(draft, items[index], write(text)))) &&
    added.every((text) => onTuple((tuple) => draft.append(tuple, () => write(text)))) &&
    removed.every((index) => onTuple((tuple) => draft.remove(tuple, index)))
  );
}

function replaceItem(draft: HclDraft, item: Expression | undefined, text: string): boolean {
  return item !== undefined && draft.replace(item, text);
}

function removeStatement(draft: HclDraft, { start, block }: HclStatement): boolean {
  if (block) {
    const found = blockAt(draft.file.body, start);
    const others = found?.parent.items.filter((item) => item.kind === 'block' && item.type === 'statement') ?? [];
    return found !== undefined && others.length > 1 && draft.removeBlock(found.block);
  }
  const tuple = expressionsAt(draft.file.body, start, 'object')?.[1];
  if (tuple?.kind !== 'tuple' || tuple.items.length < 2) return false;
  return draft.remove(
    tuple,
    tuple.items.findIndex((item) => item.start === start),
  );
}

function addBehind(draft: HclDraft, start: number, wanted: WantedStatement): boolean {
  const block = blockAt(draft.file.body, start)?.block;
  if (block?.type === 'statement') return draft.writeBelow(block, blockLines(wanted, draft.indentAt(start)));
  const tuple = expressionsAt(draft.file.body, start, 'object')?.[1];
  if (tuple?.kind !== 'tuple') return false;
  const index = tuple.items.findIndex((item) => item.start === start);
  return draft.insert(tuple, index + 1, (indent) => objectText(wanted, indent));
}

function says(draft: HclDraft, start: number, { actions, resources }: WantedStatement): boolean {
  const found = statementAt(draft.file, start);
  return (
    found !== undefined &&
    isSet(itemsOf(found.actions, draft.file), actions) &&
    isSet(itemsOf(found.resources, draft.file), resources)
  );
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function blockLines({ actions, resources }: WantedStatement, indent: string): string[] {
  const inner = `${indent}  `;
  const attributes = [
    ['actions', hclList(actions.map(quoted), inner)],
    ['resources', hclList(resources.map(terraformExpression), inner)],
  ] as const;
  return `${indent}statement {\n${hclAttributes(attributes, inner)}\n${indent}}`.split('\n');
}

/** A statement as an object, whose lines after the first are indented by `indent`. */
export function objectText({ actions, resources }: WantedStatement, indent: string): string {
  const inner = `${indent}  `;
  const attributes = [
    ['Effect', '"Allow"'],
    ['Action', hclList(actions.map(quoted), inner)],
    ['Resource', hclList(resources.map(terraformExpression), inner)],
  ] as const;
  return `{\n${hclAttributes(attributes, inner)}\n${indent}}`;
}
