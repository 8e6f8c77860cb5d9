import { addTo } from '../../../evidence/add-to.ts';
import { evidence } from '../../../evidence/evidence.ts';
import type { Resource, Stack } from '../../../infrastructure/model/resource.ts';
import type { Value } from '../../../infrastructure/model/value.ts';
import type { Invocation, Trigger } from '../../service.ts';
import { resourceNamed } from '../names.ts';
import { firstAt, referencesIn, resourceIn, textsIn, valuesAt } from '../values-at.ts';
import { sourceMapping } from './event-sources.ts';
import { permissionsIn } from './permissions.ts';
import { customResource, type Pointer, pointers } from './pointer-table.ts';
import { type Sender, senderOf, sentBy } from './sender.ts';

/** What points at something, by the key of what it points at: an id of the stack, or `FILE#ID` of another. */
export interface Pointing {
  readonly triggers: ReadonlyMap<string, readonly Trigger[]>;
  /** Who is allowed to start it, which counts where nothing of that kind points at it. */
  readonly permitted: ReadonlyMap<string, readonly Trigger[]>;
}

const indexes = new WeakMap<Stack, Pointing>();

/** Everything in a stack that starts something; read when somebody first asks. */
export function pointingIn(stack: Stack): Pointing {
  let index = indexes.get(stack);
  if (index === undefined) {
    const triggers = new Map<string, Trigger[]>();
    const permitted = new Map<string, Trigger[]>();
    const aliases = aliasesIn(stack);
    const add = (to: Map<string, Trigger[]>, target: string, trigger: Trigger): void => {
      addTo(to, aliases.get(target) ?? target, trigger);
    };
    for (const resource of stack.resources.values()) {
      for (const [target, trigger] of triggersIn(resource, stack)) add(triggers, target, trigger);
      for (const [target, trigger] of permissionsIn(resource, stack)) add(permitted, target, trigger);
    }
    indexes.set(stack, (index = { triggers, permitted }));
  }
  return index;
}

/** Resources that stand for a function, and where they name it. */
const aliasTypes: Readonly<Record<string, string>> = {
  'AWS::Lambda::Alias': 'FunctionName',
  'AWS::Lambda::Version': 'FunctionName',
  aws_lambda_alias: 'function_name',
};

function aliasesIn(stack: Stack): Map<string, string> {
  const found = new Map<string, string>();
  for (const resource of stack.resources.values()) {
    const path = aliasTypes[resource.type];
    const value = path === undefined ? undefined : (firstAt(resource, path) ?? firstAt(resource, 'cdk:version'));
    const [target] = value === undefined ? [] : targetsIn(value, stack, false);
    if (target !== undefined) found.set(resource.id, target);
  }
  for (const [alias, target] of found) found.set(alias, found.get(target) ?? target);
  return found;
}

function triggersIn(resource: Resource, stack: Stack): [target: string, Trigger][] {
  const mapping = sourceMapping(resource, stack);
  if (mapping !== undefined) {
    const { targets, ...sender } = mapping;
    return keysOf(targets, stack, false).map((key) => [key, { ...sender, ...shown(resource) }]);
  }
  const pointer = pointers[resource.type] ?? (isCustom(resource) ? customResource : undefined);
  if (pointer === undefined) return [];
  const targets = pointer.target.flatMap((path) => valuesAt(resource.properties, path));
  if (targets.length === 0) return [];
  const keys = keysOf(targets, stack, pointer.deep === true).filter((key) => key !== resource.id);
  if (keys.length === 0) return [];
  const sender = senderIn(resource, pointer, stack);
  const trigger: Trigger = {
    ...sender,
    invocation: invocationOf(resource, pointer, sender, stack),
    ...shown(resource),
  };
  return keys.map((key) => [key, trigger]);
}

function isCustom({ type }: Resource): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

function shown(resource: Resource): Pick<Trigger, 'name' | 'evidence'> {
  return { name: resource.id, evidence: evidence(resource.key, `${resource.type} ${resource.id}`) };
}

function senderIn(resource: Resource, { sender, type }: Pointer, stack: Stack): Sender {
  if (sender === undefined) return sentBy(resource);
  const stated = sender.flatMap((path) => valuesAt(resource.properties, path));
  const found = stated.map((value) => senderOf(value, type ?? resource.type, stack));
  const ofMethod = firstAt(resource, 'ResourceId');
  if (found.length === 0 && ofMethod !== undefined) return senderOf(ofMethod, type ?? resource.type, stack);
  return found.find((one) => one.resource !== null) ?? found[0] ?? { resource: null, type: type ?? resource.type };
}

function invocationOf(resource: Resource, pointer: Pointer, sender: Sender, stack: Stack): Invocation {
  const by = [resource, sender.resource === null ? undefined : stack.resources.get(sender.resource)];
  const isScheduled = by.some(
    (one) => one !== undefined && pointer.scheduledBy?.some((path) => firstAt(one, path) !== undefined),
  );
  if (isScheduled) return 'scheduled';
  return statedInvocation(resource) ?? pointer.invocation;
}

/** Senders that wait for a function or not, as a setting says: pipes and mail rules. */
const waits: readonly (readonly [path: string, text: string, invocation: Invocation])[] = [
  ['TargetParameters.LambdaFunctionParameters.InvocationType', 'FIRE_AND_FORGET', 'asynchronous'],
  ['target_parameters.lambda_function_parameters.invocation_type', 'FIRE_AND_FORGET', 'asynchronous'],
  ['Rule.Actions.LambdaAction.InvocationType', 'RequestResponse', 'synchronous'],
  ['lambda_action.invocation_type', 'RequestResponse', 'synchronous'],
];

function statedInvocation(resource: Resource): Invocation | undefined {
  return waits.find(([path, text]) => {
    const value = firstAt(resource, path);
    return value?.kind === 'literal' && value.text === text;
  })?.[2];
}

function keysOf(values: readonly Value[], stack: Stack, deep: boolean): string[] {
  return [...new Set(values.flatMap((value) => targetsIn(value, stack, deep)))];
}

/** What a value points at: the resources it refers to, and the one of the stack that it names. */
export function targetsIn(value: Value, stack: Stack, deep: boolean): string[] {
  const references = referencesIn(value).map(({ resource }) => resourceIn(stack, resource)?.id ?? resource);
  const texts = deep ? textsIn(value, /^arn:[\w-]+:lambda:/) : references.length === 0 ? [value] : [];
  return [...references, ...texts.flatMap((text) => resourceNamed(text, stack)?.id ?? [])];
}
