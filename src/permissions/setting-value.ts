import type { Stack } from '../infrastructure/model/resource.ts';
import type { Value } from '../infrastructure/model/value.ts';
import type { BoundValue } from './bound-value.ts';
import { namedResource } from './named-resource.ts';

const deepest = 8;

/** What a setting of infrastructure code is in an ARN; nothing for what is absent. */
export function settingValues(
  setting: Value,
  stack: Stack | null,
  stacks: readonly Stack[] = [],
  depth = 0,
): BoundValue[] {
  if (depth > deepest) return [{ unknown: 'bound-reached' }];
  switch (setting.kind) {
    case 'literal':
      return setting.value === null || setting.text === '' ? [] : [ofText(setting.text, stack, stacks)];
    case 'reference':
      return [referenceValue(setting.resource, setting.attribute, stack)];
    case 'parameter':
      return [parameterValue(setting, stack)];
    case 'choice':
      return setting.options.flatMap((option) => settingValues(option, stack, stacks, depth + 1));
    case 'joined':
      return [joinedValue(setting, stack, stacks, depth)];
    case 'absent':
      return [];
    case 'unknown':
      return [isPseudo(setting.text) ? { text: `\${${setting.text}}` } : { unknown: setting.reason }];
    default:
      return [{ unknown: 'dynamic-value' }];
  }
}

/** A setting that is a reference as it stands in a text: `${Table}` for its name; undefined for other settings. */
export function settingText(setting: Value, stack: Stack | null): string | undefined {
  if (setting.kind === 'parameter') return `\${${setting.name}}`;
  if (setting.kind === 'literal') return setting.text;
  return setting.kind === 'reference' ? nameIn(setting.resource, setting.attribute, stack) : undefined;
}

/** CloudFormation's pseudo-parameters, which only a deployment tells and every template may name. */
function isPseudo(text: string): boolean {
  return /^AWS::\w+$/.test(text);
}

/** The ARN of the resource of the tree that has a literal name; undefined if none or several have it. */
export function resourceOfName(text: string, stack: Stack, stacks: readonly Stack[] = []): string | undefined {
  if (text.startsWith('arn:')) return undefined;
  const found = namedResource(text, stack, stacks);
  return found && arnOf(found, stack);
}

function ofText(text: string, stack: Stack | null, stacks: readonly Stack[]): BoundValue {
  const arn = stack === null ? undefined : resourceOfName(text, stack, stacks);
  return arn === undefined ? { text } : { arn };
}

/** A parameter that something of the tree is given for is that; any other is its name. */
function parameterValue({ name, fallback }: Extract<Value, { kind: 'parameter' }>, stack: Stack | null): BoundValue {
  if (fallback?.kind === 'reference') return referenceValue(fallback.resource, fallback.attribute, stack);
  return { text: `\${${name}}` };
}

function joinedValue(
  setting: Extract<Value, { kind: 'joined' }>,
  stack: Stack | null,
  stacks: readonly Stack[],
  depth: number,
): BoundValue {
  const text = setting.parts.map((part) => partText(part, stack, stacks, depth)).join('');
  const folded = text.replaceAll(/\*{2,}/g, '*');
  return folded === '*' ? { unknown: 'dynamic-value' } : { text: folded };
}

/** A part of a text: a reference by its name, a parameter by its own, unless it stands for a thing of the same stack. */
function partText(part: Value, stack: Stack | null, stacks: readonly Stack[], depth: number): string {
  if (part.kind === 'reference') return nameIn(part.resource, part.attribute, stack);
  if (part.kind === 'parameter') {
    const { name, fallback } = part;
    const isOwn = fallback?.kind === 'reference' && !fallback.resource.includes('#');
    return isOwn ? nameIn(fallback.resource, fallback.attribute, stack) : `\${${name}}`;
  }
  const [one] = settingValues(part, stack, stacks, depth + 1);
  return one !== undefined && 'text' in one ? one.text : '*';
}

/** What data sources tell of the place in which a stack is deployed. */
const whereabouts: Readonly<Record<string, string>> = {
  'aws_caller_identity account_id': `\${AWS::AccountId}`,
  'aws_region name': `\${AWS::Region}`,
  'aws_region id': `\${AWS::Region}`,
  'aws_region region': `\${AWS::Region}`,
  'aws_partition partition': `\${AWS::Partition}`,
};

function whereabout(id: string, attribute: string | null): string | undefined {
  const [, type] = /(?:^|\.)data\.(\w+)\.\w+$/.exec(id) ?? [];
  return type === undefined ? undefined : whereabouts[`${type} ${attribute}`];
}

/** A resource of the tree is written by its ARN, whichever of its names the setting holds. */
function referenceValue(id: string, attribute: string | null, stack: Stack | null): BoundValue {
  const place = whereabout(id, attribute);
  if (place !== undefined) return { text: place };
  if (!id.includes('#') && stack?.resources.has(id) !== true) return { text: `\${${id}}` };
  const isOther =
    attribute !== null && /arn$/i.test(attribute) && !/^(?:arn|[a-z]+arn)$/.test(attribute) && attribute !== 'Arn';
  return { arn: isOther ? `\${${id}.${attribute}}` : arnOf(id, stack) };
}

/** `${Table.Arn}`; of Terraform `${aws_dynamodb_table.orders.arn}`. */
function arnOf(id: string, stack: Stack | null): string {
  return stack?.format === 'terraform' ? `\${${id}.arn}` : `\${${id}.Arn}`;
}

function nameIn(id: string, attribute: string | null, stack: Stack | null): string {
  const place = whereabout(id, attribute);
  if (place !== undefined) return place;
  if (stack?.format === 'terraform') return `\${${id}.${attribute ?? 'id'}}`;
  return attribute === null ? `\${${id}}` : `\${${id}.${attribute}}`;
}
