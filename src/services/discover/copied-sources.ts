// https://docs.docker.com/build/concepts/context/: sources of COPY are relative to the build context, which a Dockerfile does not name.
import { baseName, folderOf, foldersUp, isBelow, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Instruction } from '../../syntax/dockerfile/index.ts';
import { resolveInImage } from './image-path.ts';
import type { Step } from './image-stages.ts';

/** Where an image's code comes from: the folder that it stands in, and what of it is copied (null: everything). */
export interface CopiedCode {
  readonly folder: string;
  readonly sources: readonly string[] | null;
  /** Whether anything of the repository is copied. */
  readonly takesFiles: boolean;
  /** The file or folder of the repository that a path in the image, seen from a folder there, is copied from. */
  readonly locate: (path: string, workdir: string) => string | undefined;
}

/**
 * What a Dockerfile copies. The build context is the nearest folder from the Dockerfile's own upwards in which most of
 * the copied sources exist, unless a build says which it is.
 */
export function copiedCode(
  file: string,
  steps: readonly Step[],
  repository: Repository,
  built?: string | undefined,
): CopiedCode {
  const home = folderOf(file);
  const written = steps.flatMap(({ instruction }) => sourcesOf(instruction));
  const folders = built === undefined ? foldersUp(home) : [built];
  const candidates = folders.map((folder) => ({ folder, found: present(written, folder, repository) }));
  const context = candidates.reduce((best, next) => (next.found.length > best.found.length ? next : best));
  const folder =
    context.found.some((path) => isBelow(path, home)) || context.found.length === 0 ? home : context.folder;
  const whole = context.found.length === 0 || context.found.some((path) => isBelow(folder, path));
  const copies = steps.flatMap((step) => copiesOf(step, context.folder, repository)).slice(-mostCopies);
  return {
    folder,
    sources: whole ? null : context.found,
    takesFiles: context.found.length > 0,
    locate: (path, workdir) => locate(path, workdir, copies, context.folder, repository),
  };
}

/** More copies than a Dockerfile has; the last ones count. */
const mostCopies = 1000;

/** A file or folder of the repository, and where it stands in the image. */
interface Copy {
  readonly source: string;
  readonly target: string;
}

function copiesOf({ instruction, workdir }: Step, context: string, repository: Repository): Copy[] {
  const sources = sourcesOf(instruction);
  const target = instruction.words.at(-1)?.text;
  if (instruction.keyword === 'RUN' || target === undefined || target.includes('$'))
    return present(sources, context, repository).map((source) => ({ source, target: '' }));
  const into = sources.length > 1 || /(^|\/)\.{0,2}$/.test(target);
  return present(sources, context, repository).map((source) => {
    const path = into && repository.has(source) ? `${target.replace(/\/$/, '')}/${baseName(source)}` : target;
    return { source, target: resolveInImage(workdir, target === '/' ? `/${path.replace(/^\/+/, '')}` : path) };
  });
}

/** By what is copied to that very place; else by the name alone, since files move between stages. */
function locate(
  path: string,
  workdir: string,
  copies: readonly Copy[],
  context: string,
  { has, hasFolder }: Repository,
): string | undefined {
  const exists = (candidate: string | undefined): candidate is string =>
    candidate !== undefined && (has(candidate) || hasFolder(candidate));
  const wanted = resolveInImage(workdir, path);
  for (const { source, target } of copies.toReversed()) {
    if (target === '') continue;
    if (wanted === target && exists(source)) return source;
    const rest =
      target === '/' ? wanted.slice(1) : wanted.startsWith(`${target}/`) ? wanted.slice(target.length + 1) : '';
    const inside = rest === '' || has(source) ? undefined : joinPath(source, rest);
    if (exists(inside)) return inside;
  }
  const name = baseName(wanted);
  if (name === '') return undefined;
  return [
    ...copies.map(({ source }) => source).filter((source) => baseName(source) === name),
    ...copies.map(({ source }) => (has(source) ? undefined : joinPath(source, name))),
    joinPath(context, path.replace(/^\/+/, '')),
  ].find(exists);
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
