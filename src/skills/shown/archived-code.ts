import type { Stack } from '../../infrastructure/model/resource.ts';
import { baseName, folderOf, foldersOf } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { NamedHandler } from './handler-files.ts';

/** The archive that a template takes a function's code from. */
const archive = /\b(?:S3Key|s3_key|filename)\b["']?\s*[:=][^\n]{0,200}?([\w-]+)\.zip\b/g;
/** The shortest name of a folder that may be the end of an archive's name. */
const telling = 6;

/** `Handler: orders.handler` of a function. */
const handler = /^\s*["']?[Hh]andler["']?\s*[:=]\s*["']?([\w/-]+(?:\.[\w-]+)*)\.\w+["']?,?\s*$/gm;

/** The code of functions whose definitions take archives that are made elsewhere. */
export interface ArchivedCode {
  /** Folders that archives are named after. */
  readonly folders: ReadonlySet<string>;
  /** The modules that the functions start, as `folder/module`, with the folder of the definition. */
  readonly handlers: readonly NamedHandler[];
}

/**
 * The code from which a script makes archives for functions, by the names of archives and handlers. `named` are the archives that
 * other code than stacks takes; `runsFrom` tells the files whose infrastructure runs the project.
 */
export function archivedCode(
  repository: Repository,
  stacks: readonly Stack[],
  files: readonly string[],
  { named, runsFrom }: { readonly named: Iterable<string>; readonly runsFrom: (file: string) => boolean },
): ArchivedCode {
  const names = new Set([...named].map(plain));
  const handlers: NamedHandler[] = [];
  for (const file of filesOfFunctions(stacks)) {
    if (!runsFrom(file)) continue;
    const content = repository.readText(file);
    if (!content.ok) continue;
    for (const [, name = ''] of content.text.matchAll(archive)) names.add(plain(name));
    for (const [, module = ''] of content.text.matchAll(handler)) {
      handlers.push({ module: module.replaceAll('.', '/'), below: folderOf(file) });
    }
  }
  return { folders: foldersNamed(names, files), handlers };
}

/** The folders of code that archives are named after, with or without what stands before it. */
function foldersNamed(names: ReadonlySet<string>, files: readonly string[]): ReadonlySet<string> {
  if (names.size === 0) return names;
  const folders = Map.groupBy(foldersOf(files), (folder) => plain(baseName(folder)));
  const found = new Set<string>();
  for (const name of names) {
    for (let at = 0; at >= 0; at = name.indexOf('-', at) + 1 || -1) {
      const part = name.slice(at);
      const [folder, second] = folders.get(part) ?? [];
      if (folder === undefined || second !== undefined || (at > 0 && part.length < telling)) continue;
      found.add(folder);
      break;
    }
  }
  return found;
}

function filesOfFunctions(stacks: readonly Stack[]): Set<string> {
  const files = new Set<string>();
  for (const { resources } of stacks) {
    for (const { kind, key } of resources.values()) if (kind === 'function') files.add(key.file);
  }
  return files;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
