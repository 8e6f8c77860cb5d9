import { openBoto3 } from '../catalogue/boto3/models.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { openCatalogue } from '../catalogue/catalogue.ts';
import { openLibraryModels } from '../catalogue/libraries/library-models.ts';
import { loadSettings } from '../configuration/load.ts';
import type { OwnLibraryModel } from '../configuration/settings.ts';
import { byCodeUnits } from '../evidence/order.ts';
import type { Place } from '../evidence/place.ts';
import type { Evaluator } from '../python/evaluate/evaluator.ts';
import { moduleMember } from '../python/evaluate/imports.ts';
import type { Module } from '../python/program/module.ts';
import { type Parse, parseOnce } from '../python/program/parse-once.ts';
import { openSources, type Sources } from '../python/program/sources.ts';
import type { EntryPoint } from '../python/reach/reached-from.ts';
import { registeredWith } from '../python/reach/registrars.ts';
import { members } from '../python/values/union.ts';
import type { Unreadable } from '../report/report.ts';
import { excludeFiles } from '../repository/exclude.ts';
import { keepReads } from '../repository/keep-reads.ts';
import type { Repository } from '../repository/repository.ts';
import { boto3Provider } from '../sdk/boto3/provider.ts';
import type { ReachedCall } from '../sdk/calls-by-entry.ts';
import type { UnresolvedCall } from '../sdk/collect-calls.ts';
import { libraryProvider } from '../sdk/libraries/provider.ts';
import { programCalls } from '../sdk/program-calls.ts';
import { isTestFile } from '../services/discover/apart.ts';
import { findEntryPoints } from '../services/entry-points/find-entry-points.ts';
import type { Workspace } from '../services/workspace.ts';
import { checks } from '../steps/registry.ts';
import { parseToml } from '../syntax/toml/index.ts';
import { type CallPrograms, callPrograms, type NamedEntry, type UnitEntries } from './call-programs.ts';
import { inlineImports, templatePlace, withInline } from './inline-code.ts';
import { ownLibraries } from './own-libraries.ts';
import { ownPackages } from './own-packages.ts';
import type { CallsRequest } from './request.ts';
import { requireEntry } from './require-entry.ts';
import { startTimer } from './timer.ts';

/** The calls that were found, and all that tells what they mean. */
export interface CallSearchResult {
  readonly calls: readonly ReachedCall[];
  readonly unresolved: readonly UnresolvedCall[];
  /** One fault for each file, by file. */
  readonly unreadable: readonly Unreadable[];
  /** The units that were asked for, with their entry points. */
  readonly units: readonly UnitEntries[];
  /** What the units were found in; null for an entry point that is named. */
  readonly workspace: Workspace | null;
}

/** Looks for the calls in the programs that a request asks for; `servicesOnly` leaves out code of no service. */
export async function searchPrograms(
  repository: Repository,
  request: CallsRequest,
  servicesOnly = false,
): Promise<CallSearchResult> {
  const catalogue = request.catalogue ?? openCatalogue();
  const timer = startTimer(request.onTiming);
  const ids = checks.map((one) => one.id);
  const { exclude, libraryModels } = loadSettings(repository, parseToml, ids);
  const own = excludeFiles(repository, exclude);
  const readable = keepReads(own, (file) => /\.pyi?$/.test(file));
  const parse = parseOnce();
  if (request.entry !== undefined) requireEntry(request.entry, readable);
  const programs = await callPrograms(readable, catalogue, request, servicesOnly, parse);
  timer.lap('programs');
  const found = searchIn(readable, programs, catalogue, parse, libraryModels);
  timer.lap('calls');
  return found;
}

/**
 * Looks for the calls in programs. `parse` is asked for the tree of each file once; `own` are models of the team's libraries.
 * @throws ConfigurationError for one of them that names what is not there.
 */
export function searchIn(
  readable: Repository,
  { programs, units, entries, named, workspace, modules, inline }: CallPrograms,
  catalogue: Catalogue,
  parse: Parse,
  own: readonly OwnLibraryModel[] = [],
): CallSearchResult {
  const faults: Unreadable[] = readable.unreadable.map(({ file, message }) => ({ file, line: 1, reason: message }));
  const sources = withInline(
    watched(openSources(readable, parse), (fault) => faults.push(fault)),
    inline,
  );
  const models = openBoto3(catalogue);
  const libraries = openLibraryModels(catalogue, ownLibraries(own, models));
  const providers = [
    boto3Provider(models),
    libraryProvider(libraries, models, ownPackages(readable, libraries.packages)),
  ];
  const entryPoints = (e: Evaluator, module: Module): EntryPoint[] => [
    ...entries.filter(({ file }) => file === module.file).flatMap((entry) => entryPoint(e, module, entry)),
    ...(named ? [] : findEntryPoints(e, module)),
  ];
  const imports = (file: string): ReadonlySet<string> => inlineImports(inline, file) ?? modules.scan(file);
  const search = { sources, providers, imports, entryPoints, leftOut: named ? none : isTestFile, named };
  const found = programs.map((program) => programCalls(search, program));
  for (const { file, line, message } of modules.faults) faults.push({ file, line, reason: message });
  const placed = <Found extends { readonly place: Place }>(one: Found): Found => ({
    ...one,
    place: templatePlace(inline, one.place),
  });
  return {
    calls: found.flatMap(({ calls }) => calls.map(placed)),
    unresolved: found.flatMap(({ unresolved }) => unresolved.map(placed)),
    unreadable: firstOfEach(faults),
    units,
    workspace,
  };
}

/** Tests lead to everything, and start nothing, unless somebody names one. */
const none = (): boolean => false;

/**
 * The functions that an entry point's name stands for in its module; where it is something else, the module itself and the
 * functions that register with an object of that name.
 */
function entryPoint(e: Evaluator, module: Module, { file, function: name }: NamedEntry): EntryPoint[] {
  const label = `${file}:${name}`;
  const functions = members(moduleMember(e, module, name)).filter((one) => one.kind === 'function');
  if (functions.length > 0) return functions.map((one) => ({ module: one.module, node: one.node, label }));
  return [{ module, node: module.tree.root }, ...registeredWith(e, module, name)].map((one) => ({ ...one, label }));
}

/** Sources that tell of the syntax errors of the files that are asked for. */
function watched(sources: Sources, onFault: (fault: Unreadable) => void): Sources {
  return {
    ...sources,
    tree(file) {
      const tree = sources.tree(file);
      const fault = tree?.errors[0];
      if (tree !== undefined && fault !== undefined)
        onFault({ file, line: tree.lineColumn(fault.start).line, reason: fault.message });
      return tree;
    },
  };
}

/** One fault for each file, by file. */
function firstOfEach(faults: readonly Unreadable[]): Unreadable[] {
  const sorted = [...faults].sort((a, b) => byCodeUnits(a.file, b.file) || a.line - b.line);
  return sorted.filter(({ file }, index) => file !== sorted[index - 1]?.file);
}
