import { property, type Resource, type Stack } from '../infrastructure/model/resource.ts';
import type { Value } from '../infrastructure/model/value.ts';
import { referencesIn } from '../services/bind/values-at.ts';
import type { Trigger } from '../services/service.ts';
import type { BoundValue } from './bound-value.ts';
import { settingValues } from './setting-value.ts';

/** What a parameter of a request, by its path, can be where its value comes from the event; nothing where that says nothing. */
export type EventValues = (parameter: string) => readonly BoundValue[];

/** Something that the event names: what it is called there, what kinds of things it tells of, and what it is in an ARN. */
interface Named {
  readonly name: string;
  readonly types: string;
  readonly values: readonly BoundValue[];
}

const buckets = new Set(['AWS::S3::Bucket', 'aws_s3_bucket']);
const customResource = /^(?:Custom::|AWS::CloudFormation::CustomResource$)/;

/**
 * What the event of a function names, where everything that starts the function is known to name it: the buckets that tell of
 * their objects, and the properties of the custom resources that the function makes. Undefined where something else starts it.
 */
export function eventValues(
  unit: Resource,
  stack: Stack,
  triggers: readonly Trigger[],
  stacks: readonly Stack[],
): EventValues | undefined {
  const named = customProperties(unit, stack, stacks);
  for (const { type, resource } of triggers) {
    if (customResource.test(type)) continue;
    if (!buckets.has(type) || resource === null) return undefined;
    named.push({
      name: '',
      types: type,
      values: [{ arn: `\${${resource}.${stack.format === 'terraform' ? 'arn' : 'Arn'}}` }],
    });
  }
  if (named.length === 0) return undefined;
  return (parameter) => {
    const stem = stemOf(parameter);
    const called = named.filter(({ name }) => letters(name).includes(stem));
    const meant = called.length > 0 ? called : named.filter(({ types }) => letters(types).includes(stem));
    return meant.flatMap(({ values }) => values);
  };
}

/** `TableName` asks for a table, `repositoryName` for a repository, `Bucket` for a bucket. */
function stemOf(parameter: string): string {
  const last = parameter.replaceAll(/\[\]|\{key\}/g, '').replace(/^.*\./, '');
  return letters(last.replace(/(?<=.)(?:Name|Arn|ARN|Id|Identifier|Url)s?$/, ''));
}

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');

/** The properties of the custom resources that a function makes, in its own stack and in others of the repository. */
function customProperties(unit: Resource, stack: Stack, stacks: readonly Stack[]): Named[] {
  const around = stacks.includes(stack) ? stacks : [stack];
  return (customResources(around).get(`${stack.file}#${unit.id}`) ?? []).flatMap(({ resource, of }) =>
    [...resource.properties.entries].flatMap(([name, { value }]): Named[] => {
      if (name === 'ServiceToken') return [];
      const values = of === stack ? settingValues(value, stack, stacks) : elsewhere(value, of, stack);
      return [{ name, types: typesIn(value, of), values }];
    }),
  );
}

interface CustomResource {
  readonly resource: Resource;
  readonly of: Stack;
}

const known = new WeakMap<readonly Stack[], ReadonlyMap<string, readonly CustomResource[]>>();

/** The custom resources of some stacks by the function that makes them, `FILE#ID`. */
function customResources(stacks: readonly Stack[]): ReadonlyMap<string, readonly CustomResource[]> {
  let found = known.get(stacks);
  if (found === undefined) {
    const byFunction = new Map<string, CustomResource[]>();
    for (const of of stacks) {
      for (const resource of of.resources.values()) {
        const token = customResource.test(resource.type) ? property(resource, 'ServiceToken') : undefined;
        for (const { resource: id } of token === undefined ? [] : referencesIn(token)) {
          const key = keyIn(of, id);
          byFunction.set(key, [...(byFunction.get(key) ?? []), { resource, of }]);
        }
      }
    }
    known.set(stacks, (found = byFunction));
  }
  return found;
}

const keyIn = ({ file }: Stack, id: string): string => (id.includes('#') ? id : `${file}#${id}`);

/** What another stack's setting refers to, in the words of this one. */
function elsewhere(value: Value, of: Stack, stack: Stack): BoundValue[] {
  return referencesIn(value).map(({ resource: id }) => {
    const key = keyIn(of, id);
    return { arn: `\${${key.startsWith(`${stack.file}#`) ? key.slice(stack.file.length + 1) : key}.Arn}` };
  });
}

function typesIn(value: Value, stack: Stack): string {
  return referencesIn(value)
    .map(({ resource: id }) => stack.resources.get(id)?.type ?? id)
    .join(' ');
}
