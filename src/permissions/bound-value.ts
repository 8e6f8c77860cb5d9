import type { ArnValue } from '../catalogue/iam/arn-forms.ts';
import { property, type Resource, type Stack } from '../infrastructure/model/resource.ts';
import type { Value as Setting } from '../infrastructure/model/value.ts';
import { members } from '../python/values/union.ts';
import type { Value } from '../python/values/value.ts';
import type { Variable } from '../services/service.ts';

/** What binds the code of a service to its infrastructure: nothing, for code that is looked at alone. */
export interface Binding {
  readonly environment: readonly Variable[];
  readonly stack: Stack | null;
}

/** No infrastructure. */
export const unbound: Binding = { environment: [], stack: null };

/** Alternatives of one argument beyond which it counts as unknown. */
const mostAlternatives = 12;

/**
 * What an argument is in an ARN: a name, or the ARN of a resource of the stack that an environment variable or a literal
 * name leads to. Several where the code has several; an alternative that is not known is undefined.
 */
export function arnValues(value: Value, binding: Binding): (ArnValue | undefined)[] {
  const found = members(value).flatMap((one) => ofOne(one, binding));
  return found.length > mostAlternatives ? [undefined] : found;
}

function ofOne(value: Value, binding: Binding): (ArnValue | undefined)[] {
  switch (value.kind) {
    case 'constant':
      return value.value === null ? [] : [ofName(String(value.value), binding.stack)];
    case 'object':
      return value.plain === undefined ? [undefined] : ofOne(value.plain, binding);
    case 'text':
      return [textOf(value, binding)];
    case 'environment':
      return (
        ofVariable(value.name, binding) ?? (value.fallback === null ? [undefined] : arnValues(value.fallback, binding))
      );
    case 'sequence':
      return value.elements().flatMap((element) => arnValues(element, binding));
    case 'mapping':
      return [fieldsOf(value, binding)];
    default:
      return [undefined];
  }
}

function fieldsOf(value: Extract<Value, { kind: 'mapping' }>, binding: Binding): ArnValue {
  const fields: Record<string, string | undefined> = {};
  for (const key of value.keys()) {
    const entry = value.get(key);
    const [only, ...others] = entry === undefined ? [] : arnValues(entry, binding);
    if (only === undefined || others.length > 0) fields[String(key)] = undefined;
    else fields[String(key)] = 'arn' in only ? only.arn : 'text' in only ? only.text : undefined;
  }
  return { fields };
}

/** A text of which parts are known; undefined if it begins with something unknown and nothing is known. */
function textOf(value: Extract<Value, { kind: 'text' }>, binding: Binding): ArnValue | undefined {
  let text = '';
  for (const part of value.parts) {
    if (typeof part === 'string') text += part;
    else {
      const [one, ...others] = arnValues(part, binding);
      text += one !== undefined && others.length === 0 && 'text' in one ? one.text : '*';
    }
  }
  const folded = text.replaceAll(/\*{2,}/g, '*');
  return folded === '*' ? undefined : { text: folded };
}

/** What the definition sets a variable to; undefined if it sets none of that name. */
function ofVariable(name: string, { environment, stack }: Binding): (ArnValue | undefined)[] | undefined {
  const variable = environment.find((one) => one.name === name);
  return variable && settingValues(variable.value, stack);
}

const deepest = 8;

/** What a setting of infrastructure code is in an ARN; an alternative that is not known is undefined. */
export function settingValues(setting: Setting, stack: Stack | null, depth = 0): (ArnValue | undefined)[] {
  if (depth > deepest) return [undefined];
  switch (setting.kind) {
    case 'literal':
      return setting.value === null ? [] : [ofName(setting.text, stack)];
    case 'reference':
      return [referenceValue(setting.resource, setting.attribute, stack)];
    case 'parameter':
      return [{ text: `\${${setting.name}}` }];
    case 'choice':
      return setting.options.flatMap((option) => settingValues(option, stack, depth + 1));
    case 'joined':
      return [joinedValue(setting, stack, depth)];
    case 'absent':
      return [];
    default:
      return [undefined];
  }
}

function joinedValue(
  setting: Extract<Setting, { kind: 'joined' }>,
  stack: Stack | null,
  depth: number,
): ArnValue | undefined {
  let text = '';
  for (const part of setting.parts) {
    if (part.kind === 'reference') text += nameIn(part.resource, part.attribute, stack);
    else {
      const [one] = settingValues(part, stack, depth + 1);
      text += one !== undefined && 'text' in one ? one.text : '*';
    }
  }
  return text === '*' ? undefined : { text: text.replaceAll(/\*{2,}/g, '*') };
}

/** A resource of the stack is written by its ARN, whichever of its names the setting holds. */
function referenceValue(id: string, attribute: string | null, stack: Stack | null): ArnValue | undefined {
  const resource = stack?.resources.get(id);
  if (resource === undefined) return { text: `\${${id}}` };
  const isOther =
    attribute !== null && /arn$/i.test(attribute) && !/^(?:arn|[a-z]+arn)$/.test(attribute) && attribute !== 'Arn';
  return { arn: isOther ? `\${${id}.${attribute}}` : arnOf(resource, stack) };
}

/** `${Table.Arn}`; of Terraform `${aws_dynamodb_table.orders.arn}`. */
function arnOf({ id }: Resource, stack: Stack | null): string {
  return stack?.format === 'terraform' ? `\${${id}.arn}` : `\${${id}.Arn}`;
}

function nameIn(id: string, attribute: string | null, stack: Stack | null): string {
  if (stack?.format === 'terraform') return `\${${id}.${attribute ?? 'id'}}`;
  return attribute === null ? `\${${id}}` : `\${${id}.${attribute}}`;
}

/** Properties in which resources have their literal names. */
const names = [
  'BucketName',
  'TableName',
  'QueueName',
  'TopicName',
  'FunctionName',
  'Name',
  'StreamName',
  'StateMachineName',
  'bucket',
  'name',
  'function_name',
];

/** A literal name; the resource of the stack that has it, if one alone has. */
function ofName(text: string, stack: Stack | null): ArnValue {
  if (stack === null || text.startsWith('arn:')) return { text };
  const named = [...stack.resources.values()].filter((resource) =>
    names.some((name) => {
      const own = property(resource, name);
      return own?.kind === 'literal' && own.text === text;
    }),
  );
  const [only, ...others] = named;
  return only === undefined || others.length > 0 ? { text } : { arn: arnOf(only, stack) };
}
