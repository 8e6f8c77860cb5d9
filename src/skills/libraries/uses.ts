import type { CommandSighting } from './command-sighting.ts';
import type { Declaration } from './declarations.ts';
import type { Importer, ImportSighting } from './import-sighting.ts';
import type { Library, NeedTable } from './need-table.ts';

/** What a repository says of libraries. */
export interface LibrarySightings {
  readonly declared: readonly Declaration[];
  readonly imported: readonly ImportSighting[];
  readonly run: readonly CommandSighting[];
}

/** A library that a repository uses. */
export interface Use {
  readonly library: Library;
  /** What manifests say, that of the product first. */
  readonly declared: readonly Declaration[];
  /** Where code imports it, as far as that counts for its need. */
  readonly imported: readonly ImportSighting[];
  /** Where a script, a pipeline or the like runs its command. */
  readonly run: readonly CommandSighting[];
  /** Only whoever works on the code uses it. */
  readonly development: boolean;
}

/** Needs that tests and scripts have. */
const ofDevelopment: ReadonlySet<string> = new Set(['testing', 'quality', 'distribution']);

/** The libraries that a repository declares, imports or runs, of those that serve a need; by name. */
export function usesOf({ declared, imported, run }: LibrarySightings, table: NeedTable): Use[] {
  const byName = new Map<string, Found>();
  const foundOf = (name: string): Found => {
    const known = byName.get(name) ?? { declared: [], imported: [], run: [] };
    byName.set(name, known);
    return known;
  };
  for (const one of declared) foundOf(one.distribution).declared.push(one);
  for (const one of imported) foundOf(one.distribution).imported.push(one);
  for (const one of run) foundOf(one.distribution).run.push(one);
  return [...byName.keys()].sort().flatMap((name) => {
    const library = table.libraryOf(name);
    return library === undefined ? [] : useOf(library, foundOf(name));
  });
}

interface Found {
  readonly declared: Declaration[];
  readonly imported: ImportSighting[];
  readonly run: CommandSighting[];
}

function useOf(library: Library, { declared, imported: seen, run }: Found): Use[] {
  const wanted = declared.filter(({ resolved }) => !resolved);
  const byProduct = seen.some(({ importer }) => importer === 'product');
  const development = !byProduct && !wanted.some((one) => !one.development);
  const testsCount = ofDevelopment.has(library.need) || (development && wanted.length > 0);
  const imported = seen.filter(({ importer }) => importer !== 'test' || testsCount);
  if (wanted.length === 0 && imported.length === 0 && (run.length === 0 || !ofDevelopment.has(library.need))) return [];
  return [
    { library, declared: declared.toSorted(byWeight), imported: imported.toSorted(byImporter), run, development },
  ];
}

/** What people asked for comes before what a tool wrote, and the product before development. */
function byWeight(a: Declaration, b: Declaration): number {
  return Number(a.resolved) - Number(b.resolved) || Number(a.development) - Number(b.development);
}

const importers: readonly Importer[] = ['product', 'script', 'test'];

function byImporter(a: ImportSighting, b: ImportSighting): number {
  return (
    importers.indexOf(a.importer) - importers.indexOf(b.importer) ||
    Number(a.optional) - Number(b.optional) ||
    Number(a.deferred) - Number(b.deferred)
  );
}
