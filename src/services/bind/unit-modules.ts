import { byCodeUnits } from '../../evidence/order.ts';
import { reachableModules } from '../../python/reachable.ts';
import { filesBelow } from '../../repository/files-below.ts';
import { folderOf, foldersUp, isBelow } from '../../repository/paths.ts';
import { isTestModule } from '../discover/apart.ts';
import type { Unit } from '../discover/unit.ts';
import type { EntryPoint, UnreadCode } from '../service.ts';
import type { Workspace } from '../workspace.ts';
import { inlineModule, type PlacedModule } from './inline-module.ts';
import { manifestIndex } from './manifest-index.ts';
import { manifestsOf } from './manifests.ts';

/** A module that a unit runs; parsed when it is read. */
export interface UnitModule {
  readonly file: string;
  /** The first names of what it imports, by a scan; undefined where only reading it tells. */
  readonly scanned: ReadonlySet<string> | undefined;
  /** Undefined where the file cannot be read. */
  read(): PlacedModule | undefined;
}

/** The modules that a unit runs, or why they cannot be told. */
export type UnitModules =
  | { readonly read: true; readonly modules: readonly UnitModule[] }
  | { readonly read: false; readonly unread: UnreadCode };

/**
 * The modules that a unit runs. With an entry point: those that it reaches; without, or with Django: every module of the code root (of
 * an image: of what is copied into it) but tests and projects of their own, as far as `wanted` asks for a file after a
 * scan of its imports.
 */
export function modulesOf(
  unit: Unit,
  entryPoints: readonly EntryPoint[],
  workspace: Workspace,
  wanted: (roots: ReadonlySet<string>) => boolean,
): UnitModules {
  const { code, id } = unit;
  switch (code.kind) {
    case 'elsewhere':
      return { read: false, unread: { reason: code.reason, detail: code.detail, evidence: code.evidence } };
    case 'inline':
      return { read: true, modules: [{ file: id, scanned: undefined, read: () => inlineModule(id, code) }] };
    case 'folder': {
      const missing = entryPoints.find((entry) => !entry.found);
      if (missing !== undefined && !missing.found) {
        const reason = missing.problem.startsWith('missing') ? 'unreadable-file' : missing.problem;
        const detail = `the entry point ${missing.handler.text} was not found`;
        return { read: false, unread: { reason: reason as UnreadCode['reason'], detail, evidence: missing.handler } };
      }
      const files = filesRun(unit, code.folder, entryPoints, workspace, wanted);
      return { read: true, modules: files.map((file) => moduleOf(file, workspace)) };
    }
  }
}

function moduleOf(file: string, { modules }: Workspace): UnitModule {
  return {
    file,
    scanned: modules.scan(file),
    read() {
      const facts = modules.get(file);
      return facts && { facts, placeOf: (range) => ({ file, ...range }) };
    },
  };
}

/** The same as files that need not be parsed: a unit whose code root is `folder`. */
export function filesRun(
  unit: Unit,
  folder: string,
  entryPoints: readonly EntryPoint[],
  workspace: Workspace,
  wanted: (roots: ReadonlySet<string>) => boolean,
): string[] {
  if (entryPoints.length === 0) return all(unit, folder, workspace, wanted);
  const files = reached(folder, entryPoints, workspace);
  if (!files.some((file) => workspace.modules.scan(file).has(loadsByName))) return files;
  return [...new Set([...files, ...all(unit, folder, workspace, wanted)])];
}

/** Django loads applications, routes and middleware by the names in its settings: imports alone do not lead to them. */
const loadsByName = 'django';

function reached(folder: string, entryPoints: readonly EntryPoint[], { modules, repository }: Workspace): string[] {
  const files = entryPoints.flatMap((entry) =>
    entry.found ? [...reachableModules(entry.file, folder, modules, repository.has)] : [],
  );
  return [...new Set(files)];
}

function all(
  unit: Unit,
  folder: string,
  workspace: Workspace,
  wanted: (roots: ReadonlySet<string>) => boolean,
): string[] {
  const { repository, modules } = workspace;
  const { image } = unit;
  const sources = image?.sources ?? [folder];
  const installed = new Set(image === null ? [] : manifestsOf(unit, workspace).map(({ file }) => folderOf(file)));
  const { projects } = manifestIndex(workspace);
  const found = new Set<string>();
  for (const source of sources) {
    // A project is another's unless it is what is copied, or stands above that.
    const isOthers = (file: string): boolean =>
      foldersUp(folderOf(file)).some(
        (above) => above !== source && isBelow(above, source) && projects.has(above) && !installed.has(above),
      );
    for (const file of filesBelow(repository.files, source)) {
      const isCode = file.endsWith('.py') && !isHidden(file, source) && !isTestModule(file) && !isOthers(file);
      if (isCode && wanted(modules.scan(file))) found.add(file);
    }
  }
  return sources.length > 1 ? [...found].sort(byCodeUnits) : [...found];
}

/** True for a file in a hidden folder below another one: the rules and caches of tools, which nothing imports. */
function isHidden(file: string, below: string): boolean {
  return (below === '.' ? `/${file}` : file.slice(below.length)).includes('/.');
}
