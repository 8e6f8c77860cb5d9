import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Modules, openModules } from '../python/modules.ts';
import { codeRootsOf, type ProgramFiles } from '../python/program/code-roots.ts';
import type { Parse } from '../python/program/parse-once.ts';
import { filesOf, reachableModules } from '../python/reachable.ts';
import { installedFiles } from '../repository/installed.ts';
import { isBelow } from '../repository/paths.ts';
import type { Repository } from '../repository/repository.ts';
import { entryPointsOf } from '../services/bind/entry-point.ts';
import { layerFolders } from '../services/bind/layers.ts';
import { isTestModule } from '../services/discover/apart.ts';
import { discoverUnits } from '../services/discover/discover.ts';
import { layerModuleFile, layerRoots } from '../services/discover/layer-roots.ts';
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
  const isInstalled = lazily(() => installedFiles(workspace.repository));
  const found = units.map((unit) => {
    const entries = namedEntries(unit, workspace);
    const program = programOf(unit, entries, workspace, isInstalled);
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
  const reached = reachableModules(entry.file, entry.root, modules, repository.has);
  const missing = missingModules(reached, entry, modules, repository);
  const layers = layerRoots(repository.files, entry.root, missing);
  for (const layer of layers) {
    for (const name of missing) {
      const file = layerModuleFile(layer, name, repository.has);
      if (file !== undefined)
        for (const one of reachableModules(file, layer, modules, repository.has)) reached.add(one);
    }
  }
  const files = [...reached].filter((file) => !isInstalled(file));
  return {
    programs: [{ roots: [entry.root, ...layers], files }],
    units: [],
    entries: [entry],
    named: true,
    workspace: null,
    modules,
    inline: new Map(),
  };
}

/** The first parts of absolute imports that the code root does not hold: libraries, and modules of layers. */
function missingModules(
  files: ReadonlySet<string>,
  { root }: EntryRequest,
  modules: Modules,
  repository: Repository,
): Set<string> {
  const missing = new Set<string>();
  for (const file of files) {
    for (const fact of modules.get(file)?.imports ?? []) {
      if (fact.level === 0 && filesOf(fact, file, root, repository.has).length === 0)
        missing.add(fact.module.replace(/\..*$/, ''));
    }
  }
  return missing;
}

/** Code inside of a template is a program of its own, which finds no module of the repository. */
function inlinePrograms(inline: ReadonlyMap<string, InlineCode>): ProgramFiles[] {
  return [...inline.keys()].map((file) => ({ roots: [file], files: [file] }));
}

function namedEntries(unit: Unit, workspace: Workspace): NamedEntry[] {
  const found = entryPointsOf(unit, workspace).filter((one) => one.found);
  return found.map(({ file, function: name }) => ({ file, function: name }));
}

/** The files that a unit's entry points import, without any those of its code root; none where its code is elsewhere. */
function programOf(
  { code, definition }: Unit,
  entries: readonly NamedEntry[],
  { repository, modules }: Workspace,
  isInstalled: () => (file: string) => boolean,
): ProgramFiles | undefined {
  if (code.kind !== 'folder') return undefined;
  const root = code.folder;
  const layers = definition === null ? [] : layerFolders(definition.resource, definition.stack, repository);
  const isOwn = (file: string): boolean => /\.pyi?$/.test(file) && !isInstalled()(file);
  const files =
    entries.length > 0
      ? entries.flatMap(({ file }) => [...reachableModules(file, root, modules, repository.has)])
      : repository.files.filter((file) => isBelow(file, root) && !isTestModule(file));
  const shared =
    layers.length === 0 ? [] : repository.files.filter((file) => layers.some((layer) => isBelow(file, layer)));
  return { roots: [root, ...layers], files: [...new Set([...files, ...shared])].filter(isOwn) };
}

function lazily<Item>(make: () => Item): () => Item {
  let made: { item: Item } | undefined;
  return () => {
    made ??= { item: make() };
    return made.item;
  };
}

/** Services of one code root share their modules. */
function byRoot(programs: readonly ProgramFiles[]): ProgramFiles[] {
  return [...Map.groupBy(programs, ({ roots }) => roots.join('\0')).values()].map((same) => ({
    roots: same[0]?.roots ?? [],
    files: [...new Set(same.flatMap(({ files }) => files))].sort(),
  }));
}
