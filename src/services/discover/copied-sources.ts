// https://docs.docker.com/build/concepts/context/: sources of COPY are relative to the build context, which a Dockerfile does not name.
import { folderOf, foldersUp, isBelow, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Instruction } from '../../syntax/dockerfile/index.ts';

/** Where an image's code comes from: the folder that it stands in, and what of it is copied (null: everything). */
export interface CopiedCode {
  readonly folder: string;
  readonly sources: readonly string[] | null;
}

/**
 * What a Dockerfile copies. The build context is the nearest folder from the Dockerfile's own upwards in which most of
 * the copied sources exist.
 */
export function copiedCode(file: string, instructions: readonly Instruction[], repository: Repository): CopiedCode {
  const home = folderOf(file);
  const written = instructions.flatMap(sourcesOf);
  const candidates = foldersUp(home).map((folder) => ({ folder, found: present(written, folder, repository) }));
  const context = candidates.reduce((best, next) => (next.found.length > best.found.length ? next : best));
  const folder =
    context.found.some((path) => isBelow(path, home)) || context.found.length === 0 ? home : context.folder;
  const whole = context.found.length === 0 || context.found.some((path) => isBelow(folder, path));
  return { folder, sources: whole ? null : context.found };
}

/** The sources that an instruction copies from the build context, or mounts from it while it runs. */
function sourcesOf({ keyword, flags, words }: Instruction): string[] {
  if (keyword === 'RUN')
    return flags.flatMap(({ name, value }) => (name === 'mount' ? mountedSource(value ?? '') : []));
  if ((keyword !== 'COPY' && keyword !== 'ADD') || flags.some((flag) => flag.name === 'from')) return [];
  return words
    .slice(0, -1)
    .map((word) => word.text)
    .filter((text) => !/^[a-z]+:\/\/|[$<]/.test(text));
}

/** The source of `--mount=type=bind,source=…`, unless it is another stage's. */
function mountedSource(mount: string): string[] {
  const fields = new Map(mount.split(',').map((field) => [field.split('=')[0], field.slice(field.indexOf('=') + 1)]));
  if (fields.get('type') !== 'bind' || fields.has('from')) return [];
  const source = fields.get('source') ?? fields.get('src');
  return source === undefined ? [] : [source];
}

/** The sources that exist in a folder; of a pattern, the folder before its first wildcard. */
function present(written: readonly string[], folder: string, { has, hasFolder }: Repository): string[] {
  return written.flatMap((source) => {
    const fixed = /[*?[]/.test(source) ? source.slice(0, source.search(/[^/]*[*?[]/)) || '.' : source;
    const path = joinPath(folder, fixed.replace(/^\/+/, ''));
    return path !== undefined && (has(path) || hasFolder(path)) ? [path] : [];
  });
}
