import { property, type Resource, type Stack } from '../infrastructure/model/resource.ts';
import { handedIn } from './handed-in.ts';

/** Properties in which resources have their literal names. */
const nameProperties = [
  'BucketName',
  'TableName',
  'QueueName',
  'TopicName',
  'FunctionName',
  'Name',
  'StreamName',
  'DeliveryStreamName',
  'StateMachineName',
  'LogGroupName',
  'bucket',
  'name',
  'function_name',
];

/**
 * The resource that has a literal name: its id if one alone of the stack has it, else `FILE#ID` of the one that another
 * stack makes and hands to this one. Undefined if none or several have it.
 */
export function namedResource(text: string, stack: Stack, stacks: readonly Stack[]): string | undefined {
  const own = namesOf(stack).get(text);
  if (own !== undefined) return own.length === 1 ? own[0]?.id : undefined;
  const handed = [...handedIn(stack, stacks).keys()].filter((id) => {
    const hash = id.indexOf('#');
    const other = stacks.find(({ file }) => file === id.slice(0, hash));
    const resource = other?.resources.get(id.slice(hash + 1));
    return resource !== undefined && hasName(resource, text);
  });
  return handed.length === 1 ? handed[0] : undefined;
}

const known = new WeakMap<Stack, ReadonlyMap<string, readonly Resource[]>>();

function namesOf(stack: Stack): ReadonlyMap<string, readonly Resource[]> {
  let names = known.get(stack);
  if (names === undefined) {
    const found = new Map<string, Resource[]>();
    for (const resource of stack.resources.values()) {
      for (const name of namesIn(resource)) found.set(name, [...(found.get(name) ?? []), resource]);
    }
    known.set(stack, (names = found));
  }
  return names;
}

function namesIn(resource: Resource): Set<string> {
  const names = nameProperties.flatMap((name) => {
    const value = property(resource, name);
    return value?.kind === 'literal' ? [value.text] : [];
  });
  return new Set(names);
}

function hasName(resource: Resource, text: string): boolean {
  return namesIn(resource).has(text);
}
