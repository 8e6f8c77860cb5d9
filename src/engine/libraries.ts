import { openCatalogue } from '../catalogue/catalogue.ts';
import { loadSettings } from '../configuration/load.ts';
import { UsageError } from '../evidence/errors.ts';
import { compiledRequirements } from '../manifests/compiled-requirements.ts';
import { type Manifest, readManifests } from '../manifests/index.ts';
import { type Modules, openModules } from '../python/modules.ts';
import type { LibrariesDocument, LibraryUseJson, NeedJson } from '../report/documents/libraries.ts';
import type { Unreadable } from '../report/report.ts';
import { excludeFiles } from '../repository/exclude.ts';
import type { Repository } from '../repository/repository.ts';
import { survey } from '../repository/survey.ts';
import { declarationsOf } from '../skills/libraries/declarations.ts';
import { importersOf } from '../skills/libraries/importers.ts';
import { type NeedTable, needTable } from '../skills/libraries/need-table.ts';
import { projectsOf } from '../skills/libraries/projects.ts';
import { type ServedNeed, servedNeeds } from '../skills/libraries/served-needs.ts';
import type { Use } from '../skills/libraries/uses.ts';
import { checks } from '../steps/registry.ts';
import { parseToml } from '../syntax/toml/index.ts';
import { groupLines } from './group-lines.ts';
import { libraryCommands } from './library-commands.ts';
import { libraryImports } from './library-imports.ts';
import type { LibrariesRequest } from './request.ts';
import { startTimer } from './timer.ts';

/**
 * What a repository uses for each need of a cloud service, what of it is superseded or redundant, and what the field
 * chooses today. Manifests and imports are read; vendored code, samples and documentation are left out.
 * @throws ConfigurationError for a broken configuration, UsageError where nothing could be read.
 */
export function findLibraries(repository: Repository, request: LibrariesRequest = {}): LibrariesDocument {
  const timer = startTimer(request.onTiming);
  const catalogue = request.catalogue ?? openCatalogue();
  const ids = checks.map((one) => one.id);
  const readable = excludeFiles(repository, loadSettings(repository, parseToml, ids).exclude);
  const [refused] = repository.unreadable;
  if (repository.files.length === 0 && refused !== undefined) {
    throw new UsageError(`nothing could be read: ${refused.file}: ${refused.message}.`);
  }
  const manifests = readManifests(readable);
  timer.lap('manifests');
  const table = needTable(catalogue);
  const projectOf = projectsOf(manifests);
  const importerOf = importersOf(readable, projectOf);
  const declarations = declarationsOf(manifests, importerOf, compiledRequirements(readable), groupLines(readable));
  const own = new Set(manifests.map(({ project }) => project));
  const declared = new Set(declarations.map(({ distribution }) => distribution));
  const modules = openModules(readable, (bytes, read) => read(bytes));
  survey(readable, [modules.onlooker]);
  timer.lap('scan');
  const sightings = libraryImports({
    repository: readable,
    modules,
    names: table.names,
    isWanted: (distribution) => !own.has(distribution) && table.libraryOf(distribution) !== undefined,
    isDeclared: (distribution) => declared.has(distribution),
    importerOf,
    projectOf,
  });
  timer.lap('imports');
  const owners = commandOwners(table, declared, own);
  const run = libraryCommands({
    repository: readable,
    ownerOf: (command) => owners.get(command),
    isDeclared: (distribution) => declared.has(distribution),
    importerOf,
  });
  timer.lap('commands');
  return {
    schemaVersion: 1,
    needs: servedNeeds({ declared: declarations, imported: sightings, run }, table, projectOf).map(needJson),
    unreadable: faultsOf(manifests, modules),
  };
}

/** What commands belong to: the tools of the catalogue, and whatever is declared, by its name; but what the repository makes itself. */
function commandOwners(
  table: NeedTable,
  declared: ReadonlySet<string>,
  own: ReadonlySet<string | null>,
): ReadonlyMap<string, string> {
  const owners = new Map(table.commands);
  for (const name of declared) {
    for (const command of table.libraryOf(name)?.commands ?? []) owners.set(command, name);
  }
  return new Map([...owners].filter(([, owner]) => !own.has(owner)));
}

/** What could not be read, each fault of a place once. */
function faultsOf(manifests: readonly Manifest[], modules: Modules): Unreadable[] {
  const faults = manifests.flatMap((manifest) =>
    manifest.faults.map(({ place, message }) => ({ file: place.file, line: place.line, reason: message })),
  );
  const broken = modules.faults.map(({ file, line, message }) => ({ file, line, reason: message }));
  const list = [...faults, ...broken];
  return [...new Map(list.map((one) => [`${one.file}\n${one.line}\n${one.reason}`, one])).values()];
}

function needJson({ need, uses, current, findings }: ServedNeed): NeedJson {
  return {
    need: need.id,
    title: need.title,
    stage: need.stage,
    uses: uses.map(useJson),
    findings,
    current: current.map(({ distribution, why, asOf }) => ({ distribution, why, asOf })),
  };
}

const mostPlaces = 3;

function useJson({ library, declared, imported, run, development }: Use): LibraryUseJson {
  const places = [declared, imported, run].flatMap((list) => list.slice(0, mostPlaces).map((one) => one.evidence));
  return {
    distribution: library.distribution,
    specifier: declared[0]?.specifier ?? null,
    imported: imported.length > 0 ? true : library.importable ? false : null,
    tool: library.tool || run.length > 0,
    development,
    evidence: places,
  };
}
