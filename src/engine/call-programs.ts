import type { Catalogue } from '../catalogue/catalogue.ts';
import { lazy } from '../evidence/lazy.ts';
import { type Modules, openModules } from '../python/modules.ts';
import { codeRootsOf, type ProgramFiles } from '../python/program/code-roots.ts';
import type { Parse } from '../python/program/parse-once.ts';
import { filesOf, reachableModules } from '../python/reachable.ts';
import { installedFiles } from '../repository/installed.ts';
import { isBelow } from '../repository/paths.ts';
import type { Repository } from '../repository/repository.ts';
import { entryPointsOf } from '../services/bind/entry-point.ts';
import { layerFolders } from '../services/bind/layers.ts';
import { isApart, isTestModule } from '../services/discover/apart.ts';
import { type CopiedModules, copiedModules } from '../services/discover/copied-modules.ts';
import { discoverUnits } from '../services/discover/discover.ts';
import { layerRoots } from '../services/discover/layer-roots.ts';
import type { Unit } from '../services/discover/unit.ts';
import type { Workspace } from '../services/workspace.ts';
import { memoryCache } from './cache.ts';
import { gather } from './gather.ts';
import { type InlineCode, inlineCodeOf } from './inline-code.ts';
import type { CallsRequest, EntryRequest } from './request.ts';
import { selectServices } from './selection.ts';

/** A function that something outside of the code starts, as infrastructure or the caller names it. */
export interface NamedEntry {
  readonly file: string;
  readonly function: string;
}

/** A unit, and the functions in it that something outside starts, as far as they were found. */
export interface UnitEntries {
  readonly unit: Unit;
  readonly entries: readonly NamedEntry[];
  /** The Python files that they import, from the unit's code root and its layers. */
  readonly files: readonly string[];
}

/** Where calls are looked for. */
export interface CallPrograms {
  readonly programs: readonly ProgramFiles[];
  readonly units: readonly UnitEntries[];
  readonly entries: readonly NamedEntry[];
  /** The entry points that are named are all that count: those that the code tells besides do not. */
  readonly named: boolean;
  /** What the units were found in; null for an entry point that is named. */
  readonly workspace: Workspace | null;
  readonly modules: Modules;
  /** Code that stands inside of templates, by the name of its file. */
  readonly inline: ReadonlyMap<string, InlineCode>;
}

/**
 * The programs in which calls are looked for. Of services or an entry point that are asked for: the files that they
 * import, from their code roots; else all Python of the repository, or (`servicesOnly`) that of all services.
 * @throws UsageError for a service that is not there.
 */
export async function callPrograms(
  repository: Repository,
  catalogue: Catalogue,
  { services = [], entry }: CallsRequest,
  servicesOnly: boolean,
  parse: Parse,
): Promise<CallPrograms> {
  if (entry !== undefined) return programOfEntry(repository, entry, parse);
  const { workspace } = await gather(repository, catalogue, memoryCache(), parse);
  const units = selectServices(await discoverUnits(workspace), services);
  const found = programsOfUnits(units, workspace);
  if (services.length > 0) return { ...found, named: servicesOnly || found.entries.length > 0 };
  if (servicesOnly) return found;
  const { modules, inline } = found;
  const isInstalled = installedFiles(repository);
  const own = repository.files.filter((file) => !isInstalled(file));
  const programs = [...codeRootsOf(own, (file) => modules.scan(file)), ...inlinePrograms(inline)];
  return { ...found, programs, named: false };
}

/** The programs of some units: the files that their entry points import. */
export function programsOfUnits(units: readonly Unit[], workspace: Workspace): CallPrograms {
  const isInstalled = lazy(() => installedFiles(workspace.repository));
  const copied = copiedModules(workspace.repository);
  const found = units.map((unit) => {
    const entries = namedEntries(unit, workspace);
    const program = programOf(unit, entries, workspace, isInstalled, copied);
    return { unit, entries, program, files: program?.files ?? entries.map(({ file }) => file) };
  });
  const inline = new Map(
    units.flatMap((unit) => {
      const code = inlineCodeOf(unit);
      return code === undefined ? [] : [[code.file, code] as const];
    }),
  );
  const programs = found.flatMap(({ program }) => program ?? []);
  return {
    programs: [...byRoot(programs), ...inlinePrograms(inline)],
    units: found,
    entries: found.flatMap((one) => one.entries),
    named: true,
    workspace,
    modules: workspace.modules,
    inline,
  };
}

/** What one entry point imports, from its code root and from layers: nothing else of the repository is looked at. */
function programOfEntry(repository: Repository, entry: EntryRequest, parse: Parse): CallPrograms {
  const modules = openModules(repository, (bytes, read) => read(bytes), parse);
  const isInstalled = installedFiles(repository);
  const { root } = entry;
  const reached = reachableModules(entry.file, root, modules, repository.has);
  const copied = addCopied(reached, root, modules, repository, copiedModules(repository));
  const layers = layerRoots(repository.files, root, missingModules(reached, [root, ...copied], modules, repository));
  for (const layer of layers) addFrom(layer, reached, modules, repository);
  const files = [...reached].filter((file) => !isInstalled(file));
  return {
    programs: [{ roots: [root, ...copied, ...layers], files }],
    units: [],
    entries: [entry],
    named: true,
    workspace: null,
    modules,
    inline: new Map(),
  };
}

/** The first parts of absolute imports that none of some roots holds: libraries, and modules of layers. */
function missingModules(
  files: ReadonlySet<string>,
  roots: readonly string[],
  modules: Modules,
  repository: Repository,
): Set<string> {
  const missing = new Set<string>();
  for (const file of files) {
    for (const fact of modules.get(file)?.imports ?? []) {
      const isFound = (root: string): boolean => filesOf(fact, file, root, repository.has).length > 0;
      if (fact.level === 0 && !roots.some(isFound)) missing.add(fact.module.replace(/\..*$/, ''));
    }
  }
  return missing;
}

/** Adds what files import of a folder beside their code root, and what that imports in turn. */
function addFrom(folder: string, files: Set<string>, modules: Modules, repository: Repository): void {
  for (const file of files) {
    for (const fact of modules.get(file)?.imports ?? []) {
      if (!fact.typeOnly) for (const one of filesOf(fact, file, folder, repository.has)) files.add(one);
    }
  }
}

/** Adds what files import that a build copies beside them; gives the folders from which it is copied. */
function addCopied(
  files: Set<string>,
  root: string,
  modules: Modules,
  repository: Repository,
  copied: CopiedModules,
): string[] {
  const homes = new Set<string>();
  for (let known = -1; known < homes.size; ) {
    known = homes.size;
    for (const name of missingModules(files, [root, ...homes], modules, repository)) {
      const home = copied.homeOf(name, root);
      if (home !== undefined) homes.add(home);
    }
    for (const home of homes) addFrom(home, files, modules, repository);
  }
  return [...homes];
}

/** Code inside of a template is a program of its own, which finds no module of the repository. */
function inlinePrograms(inline: ReadonlyMap<string, InlineCode>): ProgramFiles[] {
  return [...inline.keys()].map((file) => ({ roots: [file], files: [file] }));
}

function namedEntries(unit: Unit, workspace: Workspace): NamedEntry[] {
  const found = entryPointsOf(unit, workspace).filter((one) => one.found);
  return found.map(({ file, function: name }) => ({ file, function: name }));
}

/** True for a file of a layer that is no test of it. */
function isShared(file: string, layer: string): boolean {
  return isBelow(file, layer) && (!isTestModule(file) || isApart(`${layer}/`));
}

/**
 * The files that a unit's entry points import, without any those of its code root, and those of its layers but their tests;
 * none where its code is elsewhere.
 */
function programOf(
  { code, definition }: Unit,
  entries: readonly NamedEntry[],
  { repository, modules, stacks }: Workspace,
  isInstalled: () => (file: string) => boolean,
  copied: CopiedModules,
): ProgramFiles | undefined {
  if (code.kind !== 'folder') return undefined;
  const root = code.folder;
  const layers = definition === null ? [] : layerFolders(definition.resource, definition.stack, repository, stacks);
  const isOwn = (file: string): boolean => /\.pyi?$/.test(file) && !isInstalled()(file);
  const files = new Set(
    entries.length > 0
      ? entries.flatMap(({ file }) => [...reachableModules(file, root, modules, repository.has)])
      : repository.files.filter((file) => isBelow(file, root) && !isTestModule(file)),
  );
  const homes = entries.length > 0 ? addCopied(files, root, modules, repository, copied) : [];
  const shared =
    layers.length === 0 ? [] : repository.files.filter((file) => layers.some((layer) => isShared(file, layer)));
  return { roots: [root, ...homes, ...layers], files: [...new Set([...files, ...shared])].filter(isOwn) };
}

/** Services of one code root share their modules. */
function byRoot(programs: readonly ProgramFiles[]): ProgramFiles[] {
  return [...Map.groupBy(programs, ({ roots }) => roots.join('\0')).values()].map((same) => ({
    roots: same[0]?.roots ?? [],
    files: [...new Set(same.flatMap(({ files }) => files))].sort(),
  }));
}
