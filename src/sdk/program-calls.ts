import { Evaluator } from '../python/evaluate/evaluator.ts';
import { languageProvider } from '../python/evaluate/language-object.ts';
import type { OperationProvider } from '../python/model-provider.ts';
import type { ProgramFiles } from '../python/program/code-roots.ts';
import { Importers } from '../python/program/importers.ts';
import type { Module } from '../python/program/module.ts';
import { openProgram } from '../python/program/open-program.ts';
import type { Sources } from '../python/program/sources.ts';
import { type Block, blockAround, blockKey } from '../python/reach/block.ts';
import { type ReachSearch, reachedFrom } from '../python/reach/reached-from.ts';
import { standardLibrary } from '../python/standard-library/index.ts';
import type { Node } from '../syntax/python/index.ts';
import { callsByEntry, type ReachedCall } from './calls-by-entry.ts';
import { collectCalls, type FoundCall, type UnresolvedCall } from './collect-calls.ts';
import { makesClient } from './makes-client.ts';
import { searchedModules } from './searched-modules.ts';
import { unknownOperations } from './unknown-operations.ts';

/** The SDK calls of a program. */
export interface ProgramCalls {
  readonly calls: readonly ReachedCall[];
  readonly unresolved: readonly UnresolvedCall[];
}

/** What a run over programs needs to know. */
export interface CallSearch extends ReachSearch {
  readonly sources: Sources;
  readonly providers: readonly OperationProvider[];
  /** The first parts of the modules that a file imports; a superset will do. */
  imports(file: string): ReadonlySet<string>;
  /** True where it matters what each entry point passes: it is asked for each apart. */
  readonly named: boolean;
}

/** The SDK calls in the files of a program. Programs that import none of the SDKs are not parsed at all. */
export function programCalls(search: CallSearch, { roots, files }: ProgramFiles): ProgramCalls {
  const importing = new Set(files.filter((file) => search.providers.some((one) => namesOneOf(search, file, one))));
  if (importing.size === 0) return { calls: [], unresolved: [] };
  const { sources } = search;
  const imported = new Set([...importing].flatMap((file) => [...search.imports(file)]));
  const providers = search.providers.flatMap((one) => (one.within === undefined ? one : (one.within(imported) ?? [])));
  const direct = files.filter((file) => importing.has(file) || makesClient(sources.bytes(file)));
  const program = openProgram(sources, roots);
  const importers = new Importers(program, sources, files, (file) => search.leftOut(file));
  const e = new Evaluator(program, [languageProvider, ...standardLibrary, ...providers], importers);
  const { whole, fitting } = searchedModules({ e, importers, sources, providers, files, direct });
  const found = [
    ...whole.map((module) => collectCalls(e, module, providers)),
    ...fitting.map((module) => collectCalls(e, module, providers, true)),
  ];
  const calls = withoutPrepared(found.flatMap((one) => one.calls));
  const strange = whole.flatMap((module) => unknownOperations(e, module, providers));
  const unresolved = [...found.flatMap((one) => one.unresolved), ...strange];
  return { calls: reached(search, e, calls, providers), unresolved: withoutResolved(unresolved, calls) };
}

/** True if a file imports what a provider speaks for, and names something of it that matters. */
function namesOneOf({ imports, sources }: CallSearch, file: string, provider: OperationProvider): boolean {
  if (!overlaps(imports(file), needlesOf(provider))) return false;
  const bytes = provider.mentions === undefined ? undefined : sources.bytes(file);
  return bytes === undefined || provider.mentions?.(bytes) === true;
}

const needles = new WeakMap<OperationProvider, ReadonlySet<string>>();

function needlesOf(provider: OperationProvider): ReadonlySet<string> {
  let found = needles.get(provider);
  if (found === undefined) needles.set(provider, (found = new Set([...provider.imports, ...provider.libraries])));
  return found;
}

/** True if a set has something of a larger one. */
function overlaps(one: ReadonlySet<string>, larger: ReadonlySet<string>): boolean {
  for (const name of one) if (larger.has(name)) return true;
  return false;
}

/** Where one alternative of a receiver is resolved and another is not, the call counts as resolved. */
function withoutResolved(unresolved: readonly UnresolvedCall[], calls: readonly FoundCall[]): UnresolvedCall[] {
  const found = new Set(calls.map(placeKey));
  return unresolved.filter((one) => !found.has(placeKey(one)));
}

const placeKey = ({ module, node }: { readonly module: Module; readonly node: Node }): string =>
  `${module.index}.${node}`;

/** What a call only prepares counts at the use of what it gave; where that is not seen, at the call. */
function withoutPrepared(calls: readonly FoundCall[]): FoundCall[] {
  const used = new Set(calls.map(({ operation }) => operation.uses).filter((key) => key !== undefined));
  return calls.filter(({ operation }) => operation.prepares === undefined || !used.has(operation.prepares));
}

function reached(
  search: CallSearch,
  e: Evaluator,
  calls: readonly FoundCall[],
  providers: readonly OperationProvider[],
): ReachedCall[] {
  const blocks = new Map<string, Block>();
  for (const { module, node } of calls) {
    const block = blockAround(module, node);
    if (!search.leftOut(module.file)) blocks.set(blockKey(block), block);
  }
  const reach = reachedFrom(e, [...blocks.values()], search);
  const byPlace = Map.groupBy(calls, placeKey);
  return [...byPlace.values()].flatMap((same) => callsByEntry(e, same, reach, providers, search.named));
}
