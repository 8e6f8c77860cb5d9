import { addTo } from '../../evidence/add-to.ts';
import type { Declaration } from './declarations.ts';
import type { Importer, ImportSighting } from './import-sighting.ts';
import type { Library, NeedTable } from './need-table.ts';

/** A library that a repository uses. */
export interface Use {
  readonly library: Library;
  /** What manifests say, that of the product first. */
  readonly declared: readonly Declaration[];
  /** Where code imports it, as far as that counts for its need. */
  readonly imported: readonly ImportSighting[];
  /** Only whoever works on the code uses it. */
  readonly development: boolean;
}

/** Needs that tests and scripts have. */
const ofDevelopment: ReadonlySet<string> = new Set(['testing', 'quality', 'distribution']);

/** The libraries that a repository declares or imports, of those that serve a need; by name. */
export function usesOf(
  declarations: readonly Declaration[],
  sightings: readonly ImportSighting[],
  table: NeedTable,
): Use[] {
  const declared = new Map<string, Declaration[]>();
  const imported = new Map<string, ImportSighting[]>();
  for (const one of declarations) addTo(declared, one.distribution, one);
  for (const one of sightings) addTo(imported, one.distribution, one);
  const names = [...new Set([...declared.keys(), ...imported.keys()])].sort();
  return names.flatMap((name) => {
    const library = table.libraryOf(name);
    return library === undefined ? [] : useOf(library, declared.get(name) ?? [], imported.get(name) ?? []);
  });
}

function useOf(library: Library, declared: readonly Declaration[], seen: readonly ImportSighting[]): Use[] {
  const wanted = declared.filter(({ resolved }) => !resolved);
  const byProduct = seen.some(({ importer }) => importer === 'product');
  const development = !byProduct && !wanted.some((one) => !one.development);
  const testsCount = ofDevelopment.has(library.need) || (development && wanted.length > 0);
  const imported = seen.filter(({ importer }) => importer !== 'test' || testsCount);
  if (wanted.length === 0 && imported.length === 0) return [];
  return [{ library, declared: declared.toSorted(byWeight), imported: imported.toSorted(byImporter), development }];
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
