import type { InfrastructureFormat, Stack } from '../../infrastructure/model/resource.ts';

/** Formats in which one stack refers to things of another. */
const referring: ReadonlySet<InfrastructureFormat> = new Set(['cdk-python', 'cloudformation']);

const grouped = new WeakMap<readonly Stack[], ReadonlyMap<string, readonly Stack[]>>();

/** The stacks that may refer to things of one: those of its format below the same folder of the repository. */
export function stacksBeside(stack: Stack, all: readonly Stack[]): readonly Stack[] {
  if (!referring.has(stack.format)) return [];
  let groups = grouped.get(all);
  if (groups === undefined) {
    groups = Map.groupBy(
      all.filter(({ format }) => referring.has(format)),
      keyOf,
    );
    grouped.set(all, groups);
  }
  return groups.get(keyOf(stack)) ?? [];
}

function keyOf({ format, file }: Stack): string {
  return `${format} ${file.includes('/') ? file.slice(0, file.indexOf('/')) : ''}`;
}
