// https://developer.hashicorp.com/terraform/language/files
import { baseName, folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { UnreadablePart } from '../model/reader.ts';
import { type Declarations, isLocal, readDeclarations, sourceOfModule } from './declarations.ts';
import { openSource } from './open-source.ts';
import type { CodeSource } from './source.ts';

/** What a repository's folders of Terraform code declare, and what could not be read of them. */
export interface Folders {
  readonly declarations: ReadonlyMap<string, Declarations>;
  readonly unreadable: readonly UnreadablePart[];
  /** How many module blocks call a folder. */
  readonly callers: ReadonlyMap<string, number>;
}

/** Names of files of Terraform code. */
export const codeFile = /\.(tf|tofu)(\.json)?$/;
const overrideFile = /(^|_)override\.(tf|tofu)(\.json)?$/;

/** Reads all files of Terraform code, folder by folder. Downloaded modules are not the repository's. */
export function readFolders(repository: Repository): Folders {
  const unreadable: UnreadablePart[] = [];
  const byFolder = new Map<string, CodeSource[]>();
  for (const file of repository.files) {
    if (!codeFile.test(file) || isElsewhere(file, repository)) continue;
    const source = openSource(file, repository, unreadable);
    if (source === undefined) continue;
    const folder = folderOf(file);
    const sources = byFolder.get(folder);
    if (sources === undefined) byFolder.set(folder, [source]);
    else sources.push(source);
  }
  const declarations = new Map(
    [...byFolder].map(([folder, sources]) => {
      const overrides = sources.filter(({ file }) => overrideFile.test(baseName(file)));
      const others = sources.filter((source) => !overrides.includes(source));
      return [folder, readDeclarations(folder, others, overrides)] as const;
    }),
  );
  return { declarations, unreadable, callers: callersOf(declarations) };
}

/** Of `a.tf` and `a.tofu` OpenTofu reads the latter; `.terraform` holds copies. */
function isElsewhere(file: string, repository: Repository): boolean {
  if (/(^|\/)\.terraform\//.test(file)) return true;
  return /\.tf(\.json)?$/.test(file) && repository.has(file.replace(/\.tf(\.json)?$/, '.tofu$1'));
}

function callersOf(declarations: ReadonlyMap<string, Declarations>): Map<string, number> {
  const callers = new Map<string, number>();
  for (const folder of declarations.values()) {
    for (const called of calledFrom(folder)) callers.set(called, (callers.get(called) ?? 0) + 1);
  }
  return callers;
}

/** The folders that a folder's module blocks call. */
export function calledFrom({ folder, modules }: Declarations): string[] {
  return [...modules.values()].flatMap((block) => {
    const source = sourceOfModule(block);
    if (source === undefined || !isLocal(source)) return [];
    return joinPath(folder, source) ?? [];
  });
}
