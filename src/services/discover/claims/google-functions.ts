// https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions2_function
import { evidence } from '../../../evidence/evidence.ts';
import { type Reading, readText } from '../../../infrastructure/model/reading.ts';
import { property, type Resource, referredTo, type Stack } from '../../../infrastructure/model/resource.ts';
import type { Repository } from '../../../repository/repository.ts';
import type { Workspace } from '../../workspace.ts';
import { archivedCode } from '../terraform-code.ts';
import type { Unit } from '../unit.ts';
import type { Claim } from './claim.ts';
import { resourceClaim } from './resource-claim.ts';
import { valuesAt } from './steps-into.ts';

interface FunctionShape {
  readonly runtime: readonly string[];
  readonly entry: readonly string[];
  /** The object of a bucket that its archive is. */
  readonly object: readonly string[];
}

const shapes: Readonly<Record<string, FunctionShape>> = {
  google_cloudfunctions2_function: {
    runtime: ['build_config', 'runtime'],
    entry: ['build_config', 'entry_point'],
    object: ['build_config', 'source', 'storage_source', 'object'],
  },
  google_cloudfunctions_function: { runtime: ['runtime'], entry: ['entry_point'], object: ['source_archive_object'] },
};

/** One claim for each Cloud Run function whose runtime is Python. */
export function googleFunctionClaims({ stacks, repository }: Workspace): Claim[] {
  return stacks.flatMap((stack) =>
    [...stack.resources.values()].flatMap((resource) => {
      const shape = shapes[resource.type];
      const claim = shape === undefined ? undefined : functionClaim(resource, stack, shape, repository);
      return claim === undefined ? [] : [claim];
    }),
  );
}

function functionClaim(
  resource: Resource,
  stack: Stack,
  shape: FunctionShape,
  repository: Repository,
): Claim | undefined {
  const runtime = textAt(resource, shape.runtime);
  if (runtime?.known !== true || !/^python\d/.test(runtime.value)) return undefined;
  const entry = textAt(resource, shape.entry);
  const shared = resourceClaim(resource, stack, 'function', ['name']);
  return {
    ...shared,
    runtime: runtimeOf(runtime),
    folder: folderOfArchive(resource, stack, shape, repository),
    handler: entry === undefined ? undefined : evidence(entry.place, entry.text, entry.known ? entry.how : 'guessed'),
  };
}

function textAt(resource: Resource, path: readonly string[]): Reading<string> | undefined {
  const [value] = valuesAt(resource.properties, ...path);
  return value === undefined ? undefined : readText(value);
}

/** `python312` is 3.12. */
export function runtimeOf({ value, place, text, how }: Extract<Reading<string>, { known: true }>): Unit['runtime'] {
  const digits = /^python(\d)(\d+)$/.exec(value);
  return {
    platform: 'cloud-run-functions',
    id: value,
    python: digits === null ? null : `${digits[1]}.${digits[2]}`,
    evidence: [evidence(place, text, how)],
  };
}

/** The folder that is packed into the object from which the function is built. */
function folderOfArchive(
  resource: Resource,
  stack: Stack,
  shape: FunctionShape,
  repository: Repository,
): string | undefined {
  const [named] = valuesAt(resource.properties, ...shape.object);
  if (named === undefined) return undefined;
  const object = stack.resources.get(referredTo(named) ?? '');
  const packed =
    object?.type === 'google_storage_bucket_object'
      ? object
      : [...stack.resources.values()].find(
          (one) => one.type === 'google_storage_bucket_object' && nameOf(one) === readText(named).text,
        );
  const source = packed === undefined ? undefined : property(packed, 'source');
  const code = source === undefined ? undefined : archivedCode(source, resource, stack, 'main.handler', repository);
  return code?.kind === 'folder' ? code.folder : undefined;
}

const nameOf = (resource: Resource): string | undefined => {
  const name = property(resource, 'name');
  return name === undefined ? undefined : readText(name).text;
};
