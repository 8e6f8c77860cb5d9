import type { ArnValue } from '../catalogue/iam/arn-forms.ts';
import type { UnknownReason } from '../evidence/vocabulary.ts';
import type { Stack } from '../infrastructure/model/resource.ts';
import { members } from '../python/values/union.ts';
import type { Value } from '../python/values/value.ts';
import type { Variable } from '../services/service.ts';
import type { EventValues } from './event-values.ts';
import { resourceOfName, settingText, settingValues } from './setting-value.ts';

/** What binds the code of a service to its infrastructure: nothing, for code that is looked at alone. */
export interface Binding {
  readonly environment: readonly Variable[];
  readonly stack: Stack | null;
  /** All stacks of the repository: a name may be that of a thing which another one makes and hands to this one. */
  readonly stacks?: readonly Stack[];
  /** What the event names; undefined where that is not known. */
  readonly event?: EventValues | undefined;
}

/** No infrastructure. */
export const unbound: Binding = { environment: [], stack: null };

/** What an argument or a setting is in an ARN, or why that is not known. */
export type BoundValue = ArnValue | { readonly unknown: UnknownReason };

/** Alternatives of one argument beyond which it counts as unknown. */
const mostAlternatives = 12;

/** Lists and texts within each other; a list may hold itself. */
const deepest = 8;

/**
 * What an argument is in an ARN: a name, or the ARN of a resource of the tree that an environment variable or a literal
 * name leads to. Several where the code has several.
 */
export function boundValues(value: Value, binding: Binding, depth = 0): BoundValue[] {
  if (depth > deepest) return [{ unknown: 'bound-reached' }];
  const found = members(value).flatMap((one) => ofOne(one, binding, depth + 1));
  return found.length > mostAlternatives ? [{ unknown: 'bound-reached' }] : found;
}

/** True for a value that is known. */
export function isKnown(value: BoundValue): value is ArnValue {
  return !('unknown' in value);
}

function ofOne(value: Value, binding: Binding, depth: number): BoundValue[] {
  switch (value.kind) {
    case 'constant':
      return value.value === null ? [] : [ofName(String(value.value), binding)];
    case 'object':
      return value.plain === undefined ? [{ unknown: 'dynamic-value' }] : boundValues(value.plain, binding, depth);
    case 'text':
      return [textOf(value, binding, depth)];
    case 'environment':
      return ofVariable(value, binding, depth);
    case 'sequence':
      return value.elements().flatMap((element) => boundValues(element, binding, depth));
    case 'mapping':
      return [fieldsOf(value, binding, depth)];
    case 'unknown':
      return [{ unknown: value.reason }];
    case 'external':
      return [{ unknown: 'external-code' }];
    default:
      return [{ unknown: 'dynamic-value' }];
  }
}

function ofName(text: string, { stack, stacks }: Binding): ArnValue {
  const arn = stack === null ? undefined : resourceOfName(text, stack, stacks);
  return arn === undefined ? { text } : { arn };
}

function fieldsOf(value: Extract<Value, { kind: 'mapping' }>, binding: Binding, depth: number): ArnValue {
  const fields: Record<string, string | undefined> = {};
  for (const key of value.keys()) {
    const entry = value.get(key);
    const [only, ...others] = entry === undefined ? [] : boundValues(entry, binding, depth);
    if (only === undefined || others.length > 0) fields[String(key)] = undefined;
    else fields[String(key)] = 'arn' in only ? only.arn : 'text' in only ? only.text : undefined;
  }
  return { fields };
}

/** A text of which parts are known; `*` stands for the others. */
function textOf(value: Extract<Value, { kind: 'text' }>, binding: Binding, depth: number): BoundValue {
  let text = '';
  let reason: UnknownReason = 'dynamic-value';
  for (const part of value.parts) {
    if (typeof part === 'string') text += part;
    else {
      const [one, ...others] = boundValues(part, binding, depth);
      if (one !== undefined && 'unknown' in one) reason = one.unknown;
      const written = one !== undefined && 'arn' in one ? writtenIn(part, binding) : undefined;
      text += written ?? (one !== undefined && others.length === 0 && 'text' in one ? one.text : '*');
    }
  }
  const folded = text.replaceAll(/\*{2,}/g, '*');
  return folded === '*' ? { unknown: reason } : { text: folded };
}

/** What stands in a text for a variable that names a resource: the name or the address that the definition gives it. */
function writtenIn(part: Value, { environment, stack }: Binding): string | undefined {
  const variable = part.kind === 'environment' ? environment.find((one) => one.name === part.name) : undefined;
  return variable && settingText(variable.value, stack);
}

/** What the definition sets a variable to; where it sets none of that name, what the code takes instead. */
function ofVariable(
  { name, fallback }: Extract<Value, { kind: 'environment' }>,
  binding: Binding,
  depth: number,
): BoundValue[] {
  const variable = binding.environment.find((one) => one.name === name);
  if (variable !== undefined) return settingValues(variable.value, binding.stack, binding.stacks);
  const given = platformVariables[name];
  if (given !== undefined) return [{ text: given }];
  if (name.startsWith('AWS_LAMBDA_')) return [{ unknown: 'dynamic-value' }]; // Lambda sets them, whatever the code has instead
  return fallback === null ? [{ unknown: 'dynamic-value' }] : boundValues(fallback, binding, depth);
}

/** Variables that the platform sets. */
const platformVariables: Readonly<Record<string, string>> = {
  AWS_REGION: `\${AWS::Region}`,
  AWS_DEFAULT_REGION: `\${AWS::Region}`,
};
