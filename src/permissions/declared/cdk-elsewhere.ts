// Code of the CDK in one file grants to what another file makes, which it names `FILE#NAME`.
import { property, type Resource, type Stack } from '../../infrastructure/model/resource.ts';
import type { Grant } from './grant.ts';
import { resourceAt, type Surroundings } from './surroundings.ts';

/** The type of what a method of the CDK grants. */
export const grantType = 'cdk:Grant';

/** A grant, and the stack of the file in which it stands. */
export interface GrantElsewhere {
  readonly grant: Resource;
  readonly from: Stack;
}

/** What a reference of the CDK means: a resource of the stack, or with `FILE#NAME` one that another file's code makes. */
export function madeAt(around: Surroundings, reference: string): Resource | undefined {
  const own = resourceAt(around, reference);
  if (own !== undefined) return own;
  const home = around.stacks.find(({ file, format }) => format === 'cdk-python' && reference.startsWith(`${file}#`));
  return home?.resources.get(reference.slice(home.file.length + 1));
}

const byGrantee = new WeakMap<readonly Stack[], ReadonlyMap<string, readonly GrantElsewhere[]>>();

/** What code in other files grants to resources of a stack, by their ids in it. */
export function grantsElsewhere({ stack, stacks }: Surroundings, ids: ReadonlySet<string>): GrantElsewhere[] {
  let table = byGrantee.get(stacks);
  if (table === undefined) byGrantee.set(stacks, (table = tableOf(stacks)));
  return [...ids].flatMap((id) => table.get(`${stack.file}#${id}`) ?? []).filter(({ from }) => from !== stack);
}

function tableOf(stacks: readonly Stack[]): Map<string, GrantElsewhere[]> {
  const table = new Map<string, GrantElsewhere[]>();
  for (const from of stacks) {
    if (from.format !== 'cdk-python') continue;
    for (const grant of from.resources.values()) {
      const grantee = grant.type === grantType ? property(grant, 'Grantee') : undefined;
      if (grantee?.kind !== 'reference') continue;
      const known = table.get(grantee.resource);
      if (known === undefined) table.set(grantee.resource, [{ grant, from }]);
      else known.push({ grant, from });
    }
  }
  return table;
}

/** A grant that another file's code makes, with the resources as a stack names them. */
export function inTermsOf(stack: Stack, from: Stack, grant: Grant): Grant {
  const renamed = (text: string): string =>
    text.replaceAll(/\$\{([^}]+)\}/g, (whole, inner: string) => {
      if (inner.startsWith(`${stack.file}#`)) return `\${${inner.slice(stack.file.length + 1)}}`;
      const attribute = inner.lastIndexOf('.');
      const isOwn = from.resources.has(inner) || (attribute > 0 && from.resources.has(inner.slice(0, attribute)));
      return isOwn ? `\${${from.file}#${inner}}` : whole;
    });
  const all = (resources: Grant['resources']): Grant['resources'] =>
    resources.map((one) => ({ ...one, text: renamed(one.text) }));
  return { ...grant, resources: all(grant.resources), notResources: all(grant.notResources) };
}
