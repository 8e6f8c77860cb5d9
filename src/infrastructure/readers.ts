import type { Onlooker } from '../repository/survey.ts';
import type { EditableFile } from '../syntax/editable-file.ts';
import { candidacy as arm } from './arm/candidacy.ts';
import { candidacy as cdk } from './cdk-python/candidacy.ts';
import { candidacy as cloudformation } from './cloudformation/candidacy.ts';
import { candidacy as kubernetes } from './kubernetes/candidacy.ts';
import { type Candidacy, candidatesOf } from './model/candidates.ts';
import type { ReadFormat, ReadingContext, ReadStacks, UnreadablePart } from './model/reader.ts';
import type { InfrastructureFormat, Stack } from './model/resource.ts';

interface Reader {
  readonly format: InfrastructureFormat;
  /** The files that it can stand in: a repository without such files does not load its reader. */
  readonly candidacy: Candidacy;
  readonly load: () => Promise<ReadFormat>;
}

/** The readers, one row for each format. */
const readers: readonly Reader[] = [
  {
    format: 'cloudformation',
    candidacy: cloudformation,
    load: async () => (await import('./cloudformation/index.ts')).read,
  },
  {
    format: 'serverless',
    candidacy: { named: (file) => /(^|\/)serverless[^/]*\.(ya?ml|json|[cm]?[jt]s)$/i.test(file) },
    load: async () => (await import('./serverless/index.ts')).read,
  },
  {
    format: 'bicep',
    candidacy: { named: (file) => /\.bicep$/i.test(file) },
    load: async () => (await import('./bicep/index.ts')).read,
  },
  {
    format: 'arm',
    candidacy: arm,
    load: async () => (await import('./arm/index.ts')).read,
  },
  {
    format: 'terraform',
    candidacy: { named: (file) => /\.(tf|tofu)(\.json)?$/i.test(file) },
    load: async () => (await import('./terraform/index.ts')).read,
  },
  {
    format: 'cdk-python',
    candidacy: cdk,
    load: async () => (await import('./cdk-python/index.ts')).read,
  },
  {
    format: 'kubernetes',
    candidacy: kubernetes,
    load: async () => (await import('./kubernetes/index.ts')).read,
  },
];

/** Reads the infrastructure code of a repository, format by format. `others` see the files as they are looked at. */
export async function readInfrastructure(
  context: ReadingContext,
  others: readonly Onlooker[] = [],
): Promise<ReadStacks> {
  const stacks: Stack[] = [];
  const editable = new Map<string, EditableFile>();
  const unreadable: UnreadablePart[] = [];
  const candidates = candidatesOf(
    context.repository,
    readers.map((reader) => reader.candidacy),
    others,
  );
  for (const [index, { load }] of readers.entries()) {
    const own = candidates[index] ?? [];
    if (own.length === 0) continue;
    const read = await load();
    const found = await read({ ...context, candidates: own });
    stacks.push(...found.stacks);
    unreadable.push(...found.unreadable);
    for (const [file, tree] of found.editable) editable.set(file, tree);
  }
  return { stacks, editable, unreadable };
}
