import type { EditableFile } from '../syntax/editable-file.ts';
import type { ReadFormat, ReadingContext, ReadStacks, UnreadablePart } from './model/reader.ts';
import type { InfrastructureFormat, Stack } from './model/resource.ts';

interface Reader {
  readonly format: InfrastructureFormat;
  /** The names of files that the format can stand in: a repository without such files does not load its reader. */
  readonly files: RegExp;
  readonly load: () => Promise<ReadFormat>;
}

/** The readers, one row for each format. */
const readers: readonly Reader[] = [
  {
    format: 'cloudformation',
    files: /\.(ya?ml|json|template)(\.\w+)?$/i,
    load: async () => (await import('./cloudformation/index.ts')).read,
  },
  {
    format: 'serverless',
    files: /(^|\/)serverless[^/]*\.(ya?ml|json|[cm]?[jt]s)$/i,
    load: async () => (await import('./serverless/index.ts')).read,
  },
  {
    format: 'bicep',
    files: /\.bicep$/i,
    load: async () => (await import('./bicep/index.ts')).read,
  },
  {
    format: 'arm',
    files: /\.(jsonc?|template)$/i,
    load: async () => (await import('./arm/index.ts')).read,
  },
  {
    format: 'terraform',
    files: /\.(tf|tofu)(\.json)?$/i,
    load: async () => (await import('./terraform/index.ts')).read,
  },
  {
    format: 'cdk-python',
    files: /\.py$/,
    load: async () => (await import('./cdk-python/index.ts')).read,
  },
  {
    format: 'kubernetes',
    files: /\.(ya?ml|json)$|(^|\/)Kustomization$/i,
    load: async () => (await import('./kubernetes/index.ts')).read,
  },
];

/** Reads the infrastructure code of a repository, format by format. */
export async function readInfrastructure(context: ReadingContext): Promise<ReadStacks> {
  const stacks: Stack[] = [];
  const editable = new Map<string, EditableFile>();
  const unreadable: UnreadablePart[] = [];
  for (const { files, load } of readers) {
    if (!context.repository.files.some((file) => files.test(file))) continue;
    const read = await load();
    const found = await read(context);
    stacks.push(...found.stacks);
    unreadable.push(...found.unreadable);
    for (const [file, tree] of found.editable) editable.set(file, tree);
  }
  return { stacks, editable, unreadable };
}
