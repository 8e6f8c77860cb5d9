// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function
// https://registry.terraform.io/providers/hashicorp/archive/latest/docs/data-sources/file
import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, referredTo, type Stack, valueAt } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { filesBelow } from '../../repository/files-below.ts';
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import { elsewhere } from './code-elsewhere.ts';
import type { CodeQuestion } from './function-shape.ts';
import { moduleFiles, splitHandler } from './handler-module.ts';
import type { CodeLocation } from './unit.ts';

const archives = new Set(['data.archive_file', 'archive_file']);
const objects = new Set(['aws_s3_object', 'aws_s3_bucket_object']);

/**
 * Where Terraform's functions have their code: in the folder or file of the `archive_file` that makes their archive, which
 * they name directly or by way of an object on S3; else beside an archive that something else makes.
 */
export function terraformCode({ resource, stack, handler, repository }: CodeQuestion): CodeLocation {
  const stated = property(resource, 'filename') ?? uploaded(resource, stack);
  if (stated === undefined)
    return elsewhere(resource, property(resource, 's3_key'), 'its code is uploaded to S3 by other means');
  return archivedCode(stated, resource, stack, handler, repository);
}

/** Where the code in an archive comes from that a value names: what `archive_file` packs, else what lies beside the archive. */
export function archivedCode(
  stated: Value,
  resource: Resource,
  stack: Stack,
  handler: string | null,
  repository: Repository,
): CodeLocation {
  const archive = archiveOf(stated, stack);
  const source = archive && (property(archive, 'source_dir') ?? property(archive, 'source_file'));
  if (source !== undefined) return sourceOf(source, resource, stack, repository);
  const text = readText((archive && property(archive, 'output_path')) ?? stated);
  const beside = text.known ? besideArchive(text.value, stack, handler, repository) : undefined;
  if (beside === undefined) return elsewhere(resource, stated, `its code is the archive ${text.text}`);
  return { kind: 'folder', folder: beside, evidence: evidence(text.place, text.text, 'guessed') };
}

/** The community's module for functions packages what `source_path` names: https://github.com/terraform-aws-modules/terraform-aws-lambda */
export function terraformModuleCode({ resource, stack, repository }: CodeQuestion): CodeLocation {
  const stated = property(resource, 'source_path');
  if (stated === undefined)
    return elsewhere(resource, property(resource, 'local_existing_package'), 'its package is made elsewhere');
  const first = stated.kind === 'list' ? stated.items[0] : stated;
  const path = first?.kind === 'map' ? valueAt(first, 'path') : first;
  return path === undefined
    ? elsewhere(resource, stated, 'its code is not stated')
    : sourceOf(path, resource, stack, repository);
}

/** The file that an object on S3 is made of, where the function names the object of the stack. */
function uploaded(resource: Resource, stack: Stack): Value | undefined {
  const key = property(resource, 's3_key');
  if (key === undefined) return undefined;
  const named = stack.resources.get(referredTo(key) ?? '');
  if (named !== undefined && objects.has(named.type)) return property(named, 'source');
  const wanted = readText(key).text;
  for (const other of stack.resources.values()) {
    const own = objects.has(other.type) ? property(other, 'key') : undefined;
    if (own !== undefined && readText(own).text === wanted) return property(other, 'source');
  }
  return undefined;
}

/** The archive that a value names, by reference or by the path at which it is put. */
function archiveOf(value: Value, stack: Stack): Resource | undefined {
  const named = stack.resources.get(referredTo(value) ?? '');
  if (named !== undefined) return archives.has(named.type) ? named : undefined;
  const path = normal(readText(value).text);
  for (const other of stack.resources.values()) {
    const output = archives.has(other.type) ? property(other, 'output_path') : undefined;
    if (output !== undefined && normal(readText(output).text) === path) return other;
  }
  return undefined;
}

const normal = (path: string): string => path.replace(/^\.\//, '');

function sourceOf(source: Value, resource: Resource, stack: Stack, { has }: Repository): CodeLocation {
  const path = readText(source);
  if (!path.known) return elsewhere(resource, source, `its code is at ${path.text}`);
  const folder = joinPath(folderOf(stack.file), path.value);
  if (folder === undefined) return elsewhere(resource, source, `its code is at ${path.value}, outside the repository`);
  return {
    kind: 'folder',
    folder: has(folder) ? folderOf(folder) : folder,
    evidence: evidence(path.place, path.text, path.how),
  };
}

/** The folder of an archive that something else makes, or one of its name, if that holds the handler's module. */
function besideArchive(
  path: string,
  stack: Stack,
  handler: string | null,
  { has, files }: Repository,
): string | undefined {
  const archive = joinPath(folderOf(stack.file), path);
  if (archive === undefined || handler === null) return undefined;
  const { module } = splitHandler(handler);
  const near = [folderOf(archive), archive.replace(/\.zip$/i, ''), joinPath(folderOf(archive), '../src') ?? ''];
  const found = near.find((folder) => moduleFiles(folder, module).some(has));
  if (found !== undefined) return found;
  const [ending] = moduleFiles('.', module).slice(-1);
  const home = folderOf(stack.file);
  const below =
    ending === undefined || home === '.' ? [] : filesBelow(files, home).filter((file) => file.endsWith(`/${ending}`));
  const [only, ...others] = below;
  return only !== undefined && ending !== undefined && others.length === 0
    ? only.slice(0, only.length - ending.length - 1)
    : undefined;
}
