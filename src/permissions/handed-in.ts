// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
import { property, type Stack } from '../infrastructure/model/resource.ts';
import { folderOf, joinPath } from '../repository/paths.ts';

/** What nests a template, and the property that says where it lies. */
const locations: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
};

const found = new WeakMap<Stack, ReadonlyMap<string, string>>();

/**
 * The things of other stacks that a nested stack is given, `FILE#ID`, each with the parameter that holds its ARN; of which it
 * is given another name alone, with an empty text. `stacks` are those of the repository.
 */
export function handedIn(stack: Stack, stacks: readonly Stack[]): ReadonlyMap<string, string> {
  if (stack.format !== 'cloudformation') return new Map();
  let known = found.get(stack);
  if (known === undefined) {
    const parameters = new Map<string, string>();
    for (const parent of stacks) if (parent.format === 'cloudformation') collect(parent, stack.file, parameters);
    found.set(stack, (known = parameters));
  }
  return known;
}

function collect(parent: Stack, file: string, into: Map<string, string>): void {
  for (const resource of parent.resources.values()) {
    const key = locations[resource.type];
    const location = key === undefined ? undefined : property(resource, key);
    if (location?.kind !== 'literal' || joinPath(folderOf(parent.file), location.text) !== file) continue;
    const given = property(resource, 'Parameters');
    if (given?.kind !== 'map') continue;
    for (const [name, { value }] of given.entries) {
      if (value.kind !== 'reference') continue;
      const id = value.resource.includes('#') ? value.resource : `${parent.file}#${value.resource}`;
      if (value.attribute !== null && /arn$/i.test(value.attribute)) into.set(id, name);
      else if (!into.has(id)) into.set(id, '');
    }
  }
}

/** A resource in the words of its own template: `${TableArn}` for `${FILE#Table.Arn}` that it is given as that parameter. */
export function inOwnTerms(resource: string, stack: Stack | null, stacks: readonly Stack[]): string {
  if (stack === null || !resource.includes('#')) return resource;
  return resource.replaceAll(/\$\{([^{}]+)\.Arn\}/g, (whole, id: string) => {
    const parameter = handedIn(stack, stacks).get(id);
    return parameter === undefined || parameter === '' ? whole : `\${${parameter}}`;
  });
}
