import type { Catalogue } from '../catalogue.ts';
import type { LibraryModelFact } from './library-model.ts';

/** What is known of libraries that call AWS by themselves. */
export interface LibraryModels {
  /** The models of a path in Python (`awswrangler.s3.read_parquet`); several where its arguments decide. */
  of(path: string): readonly LibraryModelFact[];
  /** All paths that have models. */
  readonly paths: readonly string[];
  /** The packages that have models, as they are imported (`storages`), each with its distribution (`django-storages`). */
  readonly packages: ReadonlyMap<string, string>;
}

/**
 * Opens the models of libraries: those of the catalogue and the user's own, which come in place of the catalogue's for the
 * same path.
 */
export function openLibraryModels(catalogue: Catalogue, own: readonly LibraryModelFact[] = []): LibraryModels {
  let known: Map<string, LibraryModelFact[]> | undefined;
  const models = (): Map<string, LibraryModelFact[]> => {
    if (known === undefined) {
      const mine = byPath(own);
      known = byPath(catalogue.load('aws/library-models').facts);
      for (const [path, found] of mine) known.set(path, found);
    }
    return known;
  };
  let packages: ReadonlyMap<string, string> | undefined;
  return {
    of: (path) => models().get(path) ?? [],
    get paths() {
      return [...models().keys()];
    },
    get packages() {
      packages ??= new Map([...models()].map(([path, [model]]) => [packageOf(path), model?.distribution ?? '']));
      return packages;
    },
  };
}

/** The models of some packages alone, and of those whose objects they give. */
export function ofPackages(models: LibraryModels, packages: ReadonlySet<string>): LibraryModels {
  const some = new Set(packages);
  for (const name of some) {
    const given = models.paths.filter((path) => packageOf(path) === name).flatMap(models.of);
    for (const { gives = '' } of given) if (models.packages.has(packageOf(gives))) some.add(packageOf(gives));
  }
  const isOf = (path: string): boolean => some.has(packageOf(path));
  return {
    of: (path) => (isOf(path) ? models.of(path) : []),
    paths: models.paths.filter(isOf),
    packages: new Map([...models.packages].filter(([name]) => some.has(name))),
  };
}

function packageOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}

function byPath(models: readonly LibraryModelFact[]): Map<string, LibraryModelFact[]> {
  const found = new Map<string, LibraryModelFact[]>();
  for (const model of models) {
    for (const path of [model.id.split(' ')[0] ?? model.id, ...(model.others ?? [])]) {
      found.set(path, [...(found.get(path) ?? []), model]);
    }
  }
  return found;
}
